import { Show } from "solid-js";
import { findFaults } from "#core/base/validation.ts";
import { type Bloc, BlocForm } from "#core/commendation/bloc.ts";
import { SelectField, TextField } from "../../parts/fields.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { createLoad } from "../../parts/loading.tsx";
import { NumberField } from "../../parts/number-field.tsx";
import { createSavedForm } from "../../parts/saved-input.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { readBlocs, writeBloc } from "../api.ts";
import { type AwardDialogProps, createRecordWriting } from "../record-writing.ts";
import { BlocRows } from "./bloc-rows.tsx";
import { copyRows, emptyBloc, formOfBloc, readBloc, type TypedBloc } from "./typed-bloc.ts";

/** Changes the ranks of `bloc`; enters a new bloc if null. */
export function BlocDialog(
  props: AwardDialogProps<Bloc> & { open: boolean; year: number; bloc: Bloc | null },
) {
  const { w } = useWords();
  const { call } = useSession();
  const { typed, put, field, texts, forget } = createSavedForm<TypedBloc>(
    () => `bloc/${props.bloc?.id ?? `new/${props.unit}/${props.year}`}`,
    () => (props.bloc ? formOfBloc(props.bloc) : emptyBloc(props.year)),
  );
  const before = createLoad(
    () => (props.open && props.bloc === null ? `${props.unit} ${props.year - 1}` : null),
    () => readBlocs(props.unit, props.year - 1),
  );
  const blocsBefore = () => (before.data()?.records ?? []).filter(({ withdrawn }) => !withdrawn);
  const { sending, change } = createRecordWriting(
    () => props.bloc,
    () => props.onReload(),
  );
  const check = () => {
    const form = readBloc(typed());
    // Shows the rows as sent, because fault pointers refer to them.
    put({ rows: form.rows });
    return findFaults(BlocForm, form);
  };
  const send = async () => {
    const form = readBloc(typed());
    const { id, ...rest } = change(form);
    const bloc = await call(() => writeBloc(id, props.unit, rest, form));
    forget();
    props.onDone(bloc);
  };
  return (
    <FormDialog
      open={props.open}
      wide
      title={w(props.bloc ? "blocs.edit" : "blocs.add")}
      sending={sending}
      texts={texts}
      onSend={send}
      check={check}
      action={w("records.save")}
      onClose={props.onClose}
      onCancel={forget}
    >
      <div class="entry-grid">
        <Show when={blocsBefore().length > 0}>
          <SelectField
            class="wide"
            pointer="/copied"
            label={w("blocs.copy", { year: props.year - 1 })}
            options={[
              { value: "", name: w("blocs.copy.none") },
              ...blocsBefore().map(({ id, name }) => ({ value: id, name })),
            ]}
            value=""
            onInput={(id) => {
              const bloc = blocsBefore().find((each) => each.id === id);
              if (bloc) put({ name: bloc.name, rows: copyRows(bloc) });
            }}
          />
        </Show>
        <TextField class="two" label={w("blocs.name")} hint={w("blocs.name.hint")} {...field("name")} />
        <NumberField year label={w("records.year")} {...field("year")} />
        <BlocRows rows={typed().rows} onChange={(rows) => put({ rows })} />
      </div>
    </FormDialog>
  );
}
