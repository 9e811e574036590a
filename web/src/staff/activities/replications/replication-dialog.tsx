import type { ReplicationForm } from "#core/activities/replication.ts";
import type { OriginView, ReplicationView } from "../../../../../functions/api/activities/views.ts";
import { typeAttachments } from "../../../attachments/typed-attachment.ts";
import { today } from "../../../server-time.ts";
import { DayField, TextField } from "../../parts/fields.tsx";
import { useWords } from "../../words/words.ts";
import { OriginField } from "../origin-field.tsx";
import { RecordDialog } from "../record-dialog.tsx";
import { createRecordForm, newRecord, type RecordDialogProps, type TypedRecord } from "../record-form.ts";

type TypedReplication = TypedRecord &
  Omit<ReplicationForm, "evidence" | "of"> & { origin: OriginView | null };

export function typeReplication(view: ReplicationView | null): TypedReplication {
  const record = view?.record;
  return {
    ...newRecord(),
    ...(record ? { id: record.id } : {}),
    origin: view?.origin ?? null,
    startedOn: record?.startedOn ?? today(),
    description: record?.description ?? "",
    effect: record?.effect ?? "",
    evidence: typeAttachments(record?.evidence ?? []),
    note: record?.note ?? "",
  };
}

export function composeReplication(typed: TypedReplication, evidence: ReplicationForm["evidence"]) {
  const { id: _, why: __, origin, ...form } = typed;
  return { ...form, of: { kind: origin?.kind ?? "initiative", id: origin?.id ?? "" }, evidence };
}

export function ReplicationDialog(props: RecordDialogProps<"replication">) {
  const { w } = useWords();
  const form = createRecordForm("replication", props, {
    type: typeReplication,
    compose: composeReplication,
  });
  const { typed, put, field } = form;
  return (
    <RecordDialog
      open={props.open}
      title={w(props.view ? "replications.edit" : "replications.add")}
      unitName={props.unitName}
      lead={w(props.view?.record.confirmed ? "replications.editWhat" : "replications.addWhat")}
      form={form}
      asksWhy={props.view !== null}
      onClose={props.onClose}
    >
      <OriginField
        pointer="/of"
        label={w("replications.of")}
        unit={props.unit}
        value={typed().origin}
        onChange={(origin) => put({ origin })}
      />
      <DayField label={w("replications.startedOn")} {...field("startedOn")} />
      <TextField class="wide" label={w("replications.description")} rows={4} {...field("description")} />
      <TextField class="wide" label={w("replications.effect")} rows={3} optional {...field("effect")} />
    </RecordDialog>
  );
}
