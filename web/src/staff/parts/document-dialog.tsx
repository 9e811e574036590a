import { createSignal, Show } from "solid-js";
import type { CitedDocument } from "../../../../functions/core/document.ts";
import { foldMarks } from "../../../../functions/core/search-key.ts";
import { ProblemError } from "../../api.ts";
import { addDocument } from "../campaigns/requests.ts";
import { sayTrouble } from "../campaigns/trouble.ts";
import { Dialog } from "../dialog.tsx";
import { createKeptTyping } from "../kept-typing.ts";
import { useSession } from "../session.tsx";
import { useWords } from "../words.ts";
import { FaultList } from "./fault-list.tsx";
import { DayField, type Fault, FaultsProvider, TextField } from "./fields.tsx";

const empty = { type: "", symbol: "", issuedOn: "", issuer: "", subject: "" };

/** An id of symbol and year, as `592-mttq-btt-2021`; of the subject where there is no symbol. */
function idFor({ symbol, subject, issuedOn }: typeof empty): string {
  const words = foldMarks(symbol || subject)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return [...words.slice(0, 8), issuedOn.slice(0, 4)].filter(Boolean).join("-") || "van-ban";
}

/** Enters a cited document. What is typed stays until it has been kept. */
export function DocumentDialog(props: {
  open: boolean;
  onClose: () => void;
  onAdded: (document: CitedDocument) => void;
}) {
  const { w, m } = useWords();
  const { call } = useSession();
  const kept = createKeptTyping<typeof empty>(() => "document");
  const typed = () => kept.typed() ?? empty;
  const put = (change: Partial<typeof empty>) => kept.keep({ ...typed(), ...change });
  const [faults, setFaults] = createSignal<Fault[]>([]);
  const [trouble, setTrouble] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const send = async () => {
    setBusy(true);
    setTrouble("");
    try {
      const document = { id: idFor(typed()), ...typed(), cites: [] };
      const added = await call(() => addDocument(document));
      setFaults([]);
      kept.forget();
      props.onAdded(added);
    } catch (error) {
      if (error instanceof ProblemError && error.errors.length > 0)
        // The id comes of the symbol: what is wrong with the one is mended in the other.
        setFaults(
          error.errors.map((each) =>
            each.pointer === "/id"
              ? { ...each, pointer: "/document/symbol" }
              : { ...each, pointer: `/document${each.pointer}` },
          ),
        );
      else setTrouble(sayTrouble(error, w, m));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={props.open} title={w("document.title")} onClose={props.onClose}>
      <p class="soft">{w("document.once")}</p>
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (!busy()) void send();
        }}
      >
        <FaultList faults={faults()} title={w("campaigns.errors", { count: faults().length })} />
        <FaultsProvider faults={faults()}>
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
        </FaultsProvider>
        <Show when={trouble()}>
          <p class="trouble" role="alert">
            {trouble()}
          </p>
        </Show>
        <div class="actions">
          <button type="submit" class="button main" disabled={busy()}>
            {w("document.add")}
          </button>
          <button type="button" class="button quiet" onClick={() => props.onClose()}>
            {w("campaigns.move.cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** A document in one line: kind, symbol, day, subject. */
export function nameDocument({ type, symbol, issuedOn, subject }: CitedDocument): string {
  const day = issuedOn.split("-").toReversed().join("/");
  return `${[type, symbol].filter(Boolean).join(" ")} (${day}) ${subject}`;
}
