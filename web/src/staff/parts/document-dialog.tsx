import type { CitedDocument } from "../../../../functions/core/document.ts";
import { foldMarks } from "../../../../functions/core/search-key.ts";
import { ProblemError } from "../../api.ts";
import { addDocument } from "../campaigns/requests.ts";
import { createKeptTyping } from "../kept-typing.ts";
import { useSession } from "../session.tsx";
import { useWords } from "../words.ts";
import { DayField, TextField } from "./fields.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { createSending } from "./sending.ts";

const empty = { type: "", symbol: "", issuedOn: "", issuer: "", subject: "" };

/** An id of symbol and year, as `592-mttq-btt-2021`; of the subject where there is no symbol. */
function idFor({ symbol, subject, issuedOn }: typeof empty): string {
  const words = foldMarks(symbol || subject)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return [...words.slice(0, 8), issuedOn.slice(0, 4)].filter(Boolean).join("-") || "van-ban";
}

/** The id comes of the symbol: a fault of the one is corrected in the other. */
const fieldOf = (pointer: string) => (pointer === "/id" ? "/document/symbol" : `/document${pointer}`);

/** Enters a cited document. What is typed stays until it has been kept. */
export function DocumentDialog(props: {
  open: boolean;
  onClose: () => void;
  onAdded: (document: CitedDocument) => void;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const kept = createKeptTyping<typeof empty>(() => "document");
  const typed = () => kept.typed() ?? empty;
  const put = (change: Partial<typeof empty>) => kept.keep({ ...typed(), ...change });
  const sending = createSending((error) =>
    error instanceof ProblemError && error.errors.length > 0
      ? { faults: error.errors.map((fault) => ({ ...fault, pointer: fieldOf(fault.pointer) })) }
      : null,
  );
  const send = async () => {
    const document = { id: idFor(typed()), ...typed(), cites: [] };
    const added = await call(() => addDocument(document));
    kept.forget();
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
      cancel={w("campaigns.move.cancel")}
    >
      <div class="entry-grid">
        <TextField
          pointer="/document/type"
          label={w("document.type")}
          value={typed().type}
          onInput={(type) => put({ type })}
        />
        <TextField
          pointer="/document/symbol"
          label={w("document.symbol")}
          value={typed().symbol}
          onInput={(symbol) => put({ symbol })}
        />
        <DayField
          pointer="/document/issuedOn"
          label={w("document.issuedOn")}
          value={typed().issuedOn}
          onInput={(day) => put({ issuedOn: day })}
        />
        <TextField
          class="wide"
          pointer="/document/issuer"
          label={w("document.issuer")}
          value={typed().issuer}
          onInput={(issuer) => put({ issuer })}
        />
        <TextField
          class="wide"
          rows={3}
          pointer="/document/subject"
          label={w("document.subject")}
          value={typed().subject}
          onInput={(subject) => put({ subject })}
        />
      </div>
    </FormDialog>
  );
}

/** A document in one line: kind, symbol, day, subject. */
export function nameDocument({ type, symbol, issuedOn, subject }: CitedDocument): string {
  const day = issuedOn.split("-").toReversed().join("/");
  return `${[type, symbol].filter(Boolean).join(" ")} (${day}) ${subject}`;
}
