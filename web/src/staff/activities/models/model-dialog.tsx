import { For, Show } from "solid-js";
import { type ModelForm, modelFields } from "#core/activities/model.ts";
import type { ModelView, OriginView } from "../../../../../functions/api/activities/views.ts";
import { typeAttachments } from "../../../attachments/typed-attachment.ts";
import { DayField, SelectField, TextField } from "../../parts/fields.tsx";
import { NumberField } from "../../parts/number-field.tsx";
import { useWords } from "../../words/words.ts";
import { OriginField } from "../origin-field.tsx";
import { RecordDialog } from "../record-dialog.tsx";
import { YesNoField } from "../record-fields.tsx";
import {
  createRecordForm,
  dayOrNull,
  newRecord,
  type RecordDialogProps,
  readYesNo,
  type TypedRecord,
  typeYesNo,
  type YesNo,
} from "../record-form.ts";

type Dates = "foundedOn" | "launchedOn" | "endedOn";
type Marks = "rules" | "pilot" | "selfManaged";

type TypedModel = TypedRecord &
  Omit<ModelForm, "evidence" | "replicatedFrom" | "field" | Dates | Marks> &
  Record<Dates, string> &
  Record<Marks, YesNo> & { field: string; origin: OriginView | null };

export function typeModel(view: ModelView | null): TypedModel {
  const record = view?.record;
  return {
    ...newRecord(),
    ...(record ? { id: record.id } : {}),
    name: record?.name ?? "",
    type: record?.type ?? "",
    field: record?.field ?? "",
    area: record?.area ?? "",
    foundingNumber: record?.foundingNumber ?? "",
    foundedOn: record?.foundedOn ?? "",
    launchedOn: record?.launchedOn ?? "",
    endedOn: record?.endedOn ?? "",
    householdsSigned: record?.householdsSigned ?? null,
    householdsTotal: record?.householdsTotal ?? null,
    managers: record?.managers ?? "",
    rules: typeYesNo(record?.rules ?? null),
    pilot: typeYesNo(record?.pilot ?? null),
    selfManaged: typeYesNo(record?.selfManaged ?? null),
    origin: view?.origin ?? null,
    evidence: typeAttachments(record?.evidence ?? []),
    note: record?.note ?? "",
  };
}

export function composeModel(typed: TypedModel, evidence: ModelForm["evidence"]) {
  const { id: _, why: __, origin, ...form } = typed;
  return {
    ...form,
    field: form.field === "" ? null : form.field,
    foundedOn: dayOrNull(form.foundedOn),
    launchedOn: dayOrNull(form.launchedOn),
    endedOn: dayOrNull(form.endedOn),
    rules: readYesNo(form.rules),
    pilot: readYesNo(form.pilot),
    selfManaged: readYesNo(form.selfManaged),
    replicatedFrom: origin && { kind: origin.kind, id: origin.id },
    evidence,
  };
}

export function ModelDialog(props: RecordDialogProps<"model">) {
  const { w, m } = useWords();
  const form = createRecordForm("model", props, { type: typeModel, compose: composeModel });
  const { typed, put, field } = form;
  return (
    <RecordDialog
      open={props.open}
      title={w(props.view ? "models.edit" : "models.add")}
      unitName={props.unitName}
      form={form}
      asksWhy={props.view !== null}
      onClose={props.onClose}
    >
      <TextField class="wide" label={w("models.name")} rows={2} {...field("name")} />
      <TextField label={w("models.type")} hint={w("models.typeHint")} optional {...field("type")} />
      <SelectField
        label={w("models.field")}
        options={[
          { value: "", name: w("models.chooseField") },
          ...modelFields.map((each) => ({ value: each, name: m(`modelField.${each}`) })),
        ]}
        {...field("field")}
      />
      <TextField class="wide" label={w("models.area")} optional {...field("area")} />
      <TextField
        label={w("models.foundingNumber")}
        hint={w("models.foundingNumberHint")}
        optional
        {...field("foundingNumber")}
      />
      <DayField label={w("models.foundedOn")} optional {...field("foundedOn")} />
      <DayField label={w("models.launchedOn")} optional {...field("launchedOn")} />
      <Show when={props.view}>
        <DayField label={w("models.endedOn")} optional {...field("endedOn")} />
      </Show>
      <For each={["householdsSigned", "householdsTotal"] as const}>
        {(name) => (
          <NumberField
            label={w(`models.${name}`)}
            hint={w("records.emptyUnknown")}
            optional
            {...field(name)}
          />
        )}
      </For>
      <TextField
        class="wide"
        label={w("models.managers")}
        hint={w("models.managersHint")}
        optional
        {...field("managers")}
      />
      <For each={["rules", "pilot", "selfManaged"] as const}>
        {(name) => <YesNoField label={w(`models.${name}`)} {...field(name)} />}
      </For>
      <OriginField
        pointer="/replicatedFrom"
        label={w("models.replicatedFrom")}
        unit={props.unit}
        value={typed().origin}
        onChange={(origin) => put({ origin })}
        optional
      />
    </RecordDialog>
  );
}
