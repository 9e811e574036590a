import { type JSX, Show } from "solid-js";
import type { TypedAttachment } from "../../attachments/typed-attachment.ts";
import type { SavedTexts } from "../parts/fields.tsx";
import { TextField } from "../parts/fields.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import type { Attempt, Sending } from "../parts/sending.ts";
import { useWords } from "../words/words.ts";
import { EvidenceField, WhyField } from "./record-fields.tsx";

interface Common {
  note: string;
  why: string;
  evidence: TypedAttachment[];
}

export function RecordDialog(props: {
  open: boolean;
  title: string;
  unitName: string;
  lead?: string;
  form: {
    typed: () => Common;
    put: (change: Partial<Common>) => void;
    texts: SavedTexts;
    sending: Sending;
    send: Attempt;
    forget: () => void;
  };
  asksWhy: boolean;
  /** Choices above the fields. */
  head?: JSX.Element;
  onClose: () => void;
  children: JSX.Element;
}) {
  const { w } = useWords();
  const typed = () => props.form.typed();
  return (
    <FormDialog
      open={props.open}
      title={props.title}
      wide
      lead={
        <>
          <p class="soft">{props.unitName}</p>
          <Show when={props.lead}>{(lead) => <p class="soft">{lead()}</p>}</Show>
        </>
      }
      sending={props.form.sending}
      texts={props.form.texts}
      onSend={props.form.send}
      action={w("records.save")}
      onClose={props.onClose}
      onCancel={props.form.forget}
    >
      {props.head}
      <div class="entry-grid">
        {props.children}
        <TextField
          class="wide"
          pointer="/note"
          label={w("records.note")}
          rows={2}
          optional
          value={typed().note}
          onInput={(note) => props.form.put({ note })}
        />
        <Show when={props.asksWhy}>
          <WhyField value={typed().why} onInput={(why) => props.form.put({ why })} />
        </Show>
      </div>
      <EvidenceField value={typed().evidence} onChange={(evidence) => props.form.put({ evidence })} />
    </FormDialog>
  );
}
