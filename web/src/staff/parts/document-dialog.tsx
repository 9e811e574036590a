import type { CitedDocument } from "#core/campaigns/document.ts";
import { writeDay } from "../../dates.ts";
import { useWords } from "../words/words.ts";
import { addDocument } from "./api.ts";

import { DayField, TextField } from "./fields.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { createSavedForm } from "./saved-input.ts";
import { createSending, faultsBelow } from "./sending.ts";
import { useSession } from "./session.tsx";

const empty = { type: "", symbol: "", issuedOn: "", issuer: "", subject: "" };

export function DocumentDialog(props: {
  open: boolean;
  unit: string;
  onClose: () => void;
  onAdded: (document: CitedDocument) => void;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const { typed, field, forget } = createSavedForm(
    () => "document",
    () => empty,
    "/document",
  );
  const sending = createSending((error) => faultsBelow("/document", error));
  const send = async () => {
    const added = await call(() => addDocument({ unit: props.unit, ...typed(), cites: [] }));
    forget();
    props.onAdded(added);
  };
  return (
    <FormDialog
      open={props.open}
      title={w("document.title")}
      lead={<p class="soft">{w("document.once")}</p>}
      sending={sending}
      onSend={send}
      action={w("document.add")}
      onClose={props.onClose}
    >
      <div class="entry-grid">
        <TextField label={w("document.type")} {...field("type")} />
        <TextField label={w("document.symbol")} {...field("symbol")} />
        <DayField label={w("document.issuedOn")} {...field("issuedOn")} />
        <TextField class="wide" label={w("document.issuer")} {...field("issuer")} />
        <TextField class="wide" rows={3} label={w("document.subject")} {...field("subject")} />
      </div>
    </FormDialog>
  );
}

export function nameDocument({ type, symbol, issuedOn, subject }: CitedDocument): string {
  const day = writeDay(issuedOn);
  return `${[type, symbol].filter(Boolean).join(" ")} (${day}) ${subject}`.trim();
}
