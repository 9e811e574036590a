import { createSignal, Show } from "solid-js";
import { type CommendationPrint, mostChosenLines } from "#core/jobs/commendation-print.ts";
import { placeName } from "#core/report/wording.ts";
import { watchChanges } from "../../../watch.ts";
import { createJob } from "../../jobs/following.ts";
import { CheckField, RadioGroup } from "../../parts/check-fields.tsx";
import { TextField } from "../../parts/fields.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { createSavedForm } from "../../parts/saved-input.ts";
import { createSending, describeError } from "../../parts/sending.ts";
import { useWords } from "../../words/words.ts";
import { beginPrint, faultsWithout } from "../api.ts";
import type { OpenDecision } from "../open-decision.ts";
import { createPlace } from "./kept-place.ts";
import { readLineNumbers } from "./line-numbers.ts";
import { PlaceFields } from "./place-fields.tsx";
import { PrintProgress } from "./print-progress.tsx";
import "./printing.css";

const documents = ["decision", "list", "certificates"] as const;
const formats = ["pdf", "docx"] as const;
const choices = ["all", "chosen"] as const;

interface TypedPrint extends Pick<CommendationPrint, "document" | "format"> {
  which: (typeof choices)[number];
  lines: string;
  sample: boolean;
}

/** Makes a document of the decision. */
export function PrintDialog(props: { open: OpenDecision; shown: boolean; onClose: () => void }) {
  const { w, m } = useWords();
  const decision = () => props.open.view().decision;
  const print = createSavedForm<TypedPrint>(
    () => `commendation/${decision().id}/print`,
    () => ({ document: "decision", format: "pdf", which: "all", lines: "", sample: false }),
  );
  const typed = print.typed;
  const isCertificates = () => typed().document === "certificates";
  const place = createPlace({
    unit: () => decision().unit,
    isShown: () => props.shown && isCertificates(),
  });
  const sending = createSending((error) => faultsWithout("/parameters", error));
  const [lost, setLost] = createSignal("");
  const job = createJob({
    onEnd: () => {},
    onTrouble: (error) => {
      job.forget();
      setLost(describeError(error, w, m));
    },
  });
  /** A change of form or decision makes the finished file outdated. */
  const drop = () => {
    setLost("");
    if (!job.isRunning()) job.forget();
  };
  watchChanges(() => decision().version, drop);
  const put = (change: Partial<TypedPrint>) => {
    print.put(change);
    drop();
  };
  const begin = async () => {
    if (job.isRunning()) return null;
    const { document, format, which, lines: text, sample } = typed();
    const lines = isCertificates() && which === "chosen" ? readLineNumbers(text) : undefined;
    if (lines === null) {
      const code = "commendations.print.lines.invalid";
      return { faults: [{ pointer: "/lines", code, params: { max: mostChosenLines } }] };
    }
    setLost("");
    const { id, unit } = decision();
    await job.begin((jobId) =>
      beginPrint(jobId, unit, {
        decision: id,
        document,
        format: isCertificates() ? "pdf" : format,
        ...(isCertificates() ? { place: place.typed(), sample } : {}),
        ...(lines ? { lines } : {}),
      }),
    );
    return null;
  };
  return (
    <FormDialog
      open={props.shown}
      wide
      class="commendation-print"
      title={w("commendations.print.title")}
      lead={<p class="soft">{w("commendations.print.lead")}</p>}
      sending={sending}
      onSend={begin}
      action={w("commendations.print.begin")}
      blocked={job.isRunning() || (isCertificates() && !place.load.data())}
      onClose={props.onClose}
      cancel={w("dialog.close")}
      after={<PrintProgress job={job.job()} lost={lost()} />}
    >
      <RadioGroup
        legend={w("commendations.print.document")}
        values={documents}
        value={typed().document}
        labelOf={(document) => w(`commendations.print.document.${document}`)}
        onChange={(document) => put({ document })}
      />
      <Show
        when={isCertificates()}
        fallback={
          <RadioGroup
            legend={w("commendations.print.format")}
            values={formats}
            value={typed().format}
            labelOf={(format) => w(`commendations.print.format.${format}`)}
            onChange={(format) => put({ format })}
          />
        }
      >
        <RadioGroup
          legend={w("commendations.print.which")}
          values={choices}
          value={typed().which}
          labelOf={(which) => w(`commendations.print.which.${which}`)}
          onChange={(which) => put({ which })}
        />
        <Show when={typed().which === "chosen"}>
          <TextField
            pointer="/lines"
            class="short"
            label={w("commendations.print.lines")}
            hint={w("commendations.print.lines.hint", { max: mostChosenLines })}
            value={typed().lines}
            onInput={(lines) => put({ lines })}
          />
        </Show>
        <PlaceFields place={place} issuerPlace={placeName(props.open.view().unit)} onChange={drop} />
        <CheckField
          pointer="/sample"
          label={w("commendations.print.sample")}
          checked={typed().sample}
          onChange={(sample) => put({ sample })}
        />
      </Show>
    </FormDialog>
  );
}
