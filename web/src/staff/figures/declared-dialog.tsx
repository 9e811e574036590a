import { createMemo, createSignal, For, Show } from "solid-js";
import { validate } from "#core/base/validation.ts";
import type { CitedDocument } from "#core/campaigns/document.ts";
import { DeclaredForm, keyOfLabel } from "#core/figures/declared-figure.ts";
import type { DeclaredFigure } from "#core/figures/figure.ts";
import { findDoubts, findExceeded } from "#core/figures/plausibility.ts";
import type { DeclaredFiguresView } from "../../../../functions/api/figures/views.ts";
import { today } from "../../server-time.ts";
import { isProblem } from "../parts/api.ts";
import { DocumentDialog } from "../parts/document-dialog.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { createSavedInput } from "../parts/saved-input.ts";
import { createSending } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { putDeclared, readDeclared } from "./api.ts";
import { DeclaredFields } from "./declared-fields.tsx";
import { formatQuantity } from "./quantity.ts";
import { formFor, writePeriod } from "./rows.ts";

interface Typed {
  form: DeclaredForm;
  /** An empty field alone does not mean unknown. */
  unknown: boolean;
}

export function DeclaredDialog(props: {
  /** Figure to correct; `figure` is null for a new one. Null while the dialog is closed. */
  asked: { figure: DeclaredFigure | null; proposal?: DeclaredForm } | null;
  unit: string;
  year: number;
  declared: readonly DeclaredFigure[];
  documents: readonly CitedDocument[];
  onDocument: (document: CitedDocument) => void;
  onFresh: (view: DeclaredFiguresView) => void;
  onClose: () => void;
  onDone: (view: DeclaredFiguresView) => void;
}) {
  const words = useWords();
  const { w } = words;
  const { call } = useSession();
  const [entering, setEntering] = createSignal(false);
  const kept = createSavedInput<Typed>(() => {
    const { figure, proposal } = props.asked ?? {};
    return `declared/${props.unit}/${figure ? `${figure.key}/${figure.from}/${figure.to}` : proposal ? `new/${proposal.key}/${proposal.from}/${proposal.to}` : "new"}`;
  });
  const typed = createMemo((): Typed => {
    const figure = props.asked?.figure ?? null;
    return (
      kept.typed() ?? {
        form: props.asked?.proposal ?? formFor(figure, props.year),
        unknown: figure?.value === null,
      }
    );
  });
  const form = () => typed().form;
  const put = (change: Partial<DeclaredForm>) => kept.keep({ ...typed(), form: { ...form(), ...change } });
  const key = () => form().key ?? keyOfLabel(form().label, form().measure);
  const existing = () =>
    props.declared.find(
      (figure) => figure.key === key() && figure.from === form().from && figure.to === form().to,
    ) ?? null;
  const corrects = () => {
    const figure = existing();
    return figure !== null && !figure.withdrawn;
  };
  const doubts = () => (form().withdrawn ? [] : findDoubts(form(), today()));
  const exceeded = () =>
    form().withdrawn || form().value === null
      ? []
      : findExceeded(
          { ...form(), key: key() },
          props.declared.filter(({ withdrawn }) => !withdrawn),
        );
  const met = () => (corrects() && props.asked?.figure === null ? existing() : null);
  const sentence = () => {
    const period = writePeriod(form());
    const { label } = form();
    if (form().withdrawn) return w("declared.sentenceWithdrawn", { label, period });
    if (form().value === null && !typed().unknown) return w("declared.sentenceMissing", { label, period });
    if (form().value === null) return w("declared.sentenceUnknown", { label, period });
    return w("declared.sentence", { label, quantity: formatQuantity(form(), words), period });
  };
  const sending = createSending(async (error) => {
    if (!isProblem(error, "version.conflict")) return null;
    props.onFresh(await call(() => readDeclared(props.unit)));
    const figure = existing();
    return { trouble: w("declared.conflict", { now: figure ? formatQuantity(figure, words) : "–" }) };
  });
  const send = async () => {
    if (form().value === null && !typed().unknown && !form().withdrawn) {
      const others = validate(DeclaredForm, form());
      const missing = {
        pointer: "/value",
        code: "declared.value.missing",
        detail: w("declared.value.missing"),
      };
      return { faults: [missing, ...(others.ok ? [] : others.errors)] };
    }
    const version = existing()?.version ?? 0;
    const view = await call(() => putDeclared(props.unit, version, form()));
    kept.forget();
    props.onDone(view);
    return null;
  };
  return (
    <>
      <FormDialog
        open={props.asked !== null}
        wide
        title={
          props.asked?.figure
            ? w("declared.changeWhat", {
                label: props.asked.figure.label,
                period: writePeriod(props.asked.figure),
              })
            : w("declared.new")
        }
        sending={sending}
        onSend={send}
        texts={kept.texts}
        action={w("declared.save")}
        onClose={props.onClose}
        onCancel={() => kept.forget()}
      >
        <DeclaredFields
          form={form()}
          set={put}
          fixed={props.asked?.figure != null}
          corrects={corrects()}
          unknown={typed().unknown}
          onUnknown={(unknown) => kept.keep({ ...typed(), unknown })}
          declared={props.declared}
          documents={props.documents}
          onNewDocument={() => setEntering(true)}
        />
        <Show when={met()}>
          {(figure) => <p class="met">{w("declared.exists", { now: formatQuantity(figure(), words) })}</p>}
        </Show>
        <For each={exceeded()}>
          {(whole) => (
            <p class="met">
              {w("declared.doubt.exceeded", { label: whole.label, quantity: formatQuantity(whole, words) })}
            </p>
          )}
        </For>
        <For each={doubts()}>{(doubt) => <p class="met">{w(`declared.doubt.${doubt}`)}</p>}</For>
        <p class="sentence" role="status">
          <span class="soft">{w("declared.says")}</span> {sentence()}
        </p>
      </FormDialog>
      <DocumentDialog
        open={entering()}
        unit={props.unit}
        onClose={() => setEntering(false)}
        onAdded={(document) => {
          setEntering(false);
          props.onDocument(document);
          put({ document: document.id });
        }}
      />
    </>
  );
}
