import { Show } from "solid-js";
import type { ReplicationForm } from "#core/activities/replication.ts";
import type { OriginView, ReplicationView } from "../../../../functions/api/activities/views.ts";
import { typeAttachments } from "../../attachments/typed-attachment.ts";
import { today } from "../../server-time.ts";
import { DayField, TextField } from "../parts/fields.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { useWords } from "../words/words.ts";
import { OriginField } from "./origin-field.tsx";
import { EvidenceField, WhyField } from "./record-fields.tsx";
import { createRecordForm, newRecord, type TypedRecord } from "./record-form.ts";

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

export function ReplicationDialog(props: {
  open: boolean;
  view: ReplicationView | null;
  unit: string;
  unitName: string;
  onClose: () => void;
  onSaved: (view: ReplicationView) => void;
  onReload?: () => Promise<void>;
}) {
  const { w } = useWords();
  const form = createRecordForm({
    kind: "replication",
    unit: () => props.unit,
    view: () => props.view,
    initial: () => typeReplication(props.view),
    compose: composeReplication,
    onSaved: props.onSaved,
    onReload: props.onReload,
  });
  const { typed, put, field } = form;
  return (
    <FormDialog
      open={props.open}
      title={w(props.view ? "replications.edit" : "replications.add")}
      wide
      lead={
        <>
          <p class="soft">{props.unitName}</p>
          <p class="soft">
            {w(props.view?.record.confirmed ? "replications.editWhat" : "replications.addWhat")}
          </p>
        </>
      }
      sending={form.sending}
      onSend={form.send}
      action={w("records.save")}
      onClose={props.onClose}
      onCancel={form.forget}
    >
      <div class="entry-grid">
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
        <TextField class="wide" label={w("records.note")} rows={2} optional {...field("note")} />
        <Show when={props.view}>
          <WhyField value={typed().why} onInput={(why) => put({ why })} />
        </Show>
      </div>
      <EvidenceField value={typed().evidence} onChange={(evidence) => put({ evidence })} />
    </FormDialog>
  );
}
