import { Show } from "solid-js";
import type { CouncilView, TreeUnit } from "../../../../functions/api/campaigns/views.ts";
import { DayField, SelectField, TextField } from "../parts/fields.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { createSavedForm } from "../parts/saved-input.ts";
import { createSending, faultsBelow } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { changeCouncil, createCouncil } from "./api.ts";

interface Typed {
  name: string;
  unit: string;
  /** Last day; "" if none is set. */
  endsOn: string;
}

export function CouncilDialog(props: {
  open: boolean;
  council: CouncilView | null;
  units: readonly TreeUnit[];
  onClose: () => void;
  onKept: (council: CouncilView) => Promise<void>;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const nameFor = (unit: string) =>
    w("campaigns.council.newName", { unit: props.units.find(({ id }) => id === unit)?.name ?? "" });
  const stored = (): Typed => {
    const { council } = props;
    if (council) return { name: council.name, unit: council.unit.id, endsOn: council.endsOn ?? "" };
    const unit = props.units[0]?.id ?? "";
    return { name: nameFor(unit), unit, endsOn: "" };
  };
  const { typed, put, field, forget } = createSavedForm(
    () => `council/${props.council?.id ?? "new"}`,
    stored,
    "/council",
  );
  const sending = createSending((error) => faultsBelow("/council", error));
  const putUnit = (unit: string) =>
    put(typed().name === nameFor(typed().unit) ? { unit, name: nameFor(unit) } : { unit });
  const send = async () => {
    const { name, unit, endsOn } = typed();
    const { council } = props;
    const view = await call(() =>
      council
        ? changeCouncil(council.id, council.version, { name, endsOn: endsOn || null })
        : createCouncil({ unit, name }),
    );
    forget();
    await props.onKept(view);
  };
  return (
    <FormDialog
      open={props.open}
      title={w(props.council ? "campaigns.council.changeTitle" : "campaigns.council.found")}
      sending={sending}
      onSend={send}
      action={w("campaigns.council.keep")}
      onClose={props.onClose}
    >
      <div class="entry-grid">
        <Show when={!props.council} fallback={<p class="soft wide">{props.council?.unit.name}</p>}>
          <SelectField
            class="wide"
            pointer="/council/unit"
            label={w("campaigns.council.unit")}
            options={props.units.map(({ id, name }) => ({ value: id, name }))}
            value={typed().unit}
            onInput={putUnit}
          />
        </Show>
        <TextField class="wide" label={w("campaigns.council.name")} {...field("name")} />
        <Show when={props.council}>
          <DayField
            label={w("campaigns.council.endsOn")}
            hint={w("campaigns.council.endsOnHint")}
            {...field("endsOn")}
          />
        </Show>
      </div>
    </FormDialog>
  );
}
