import * as v from "valibot";
import { dayOf } from "#core/base/calendar.ts";
import type { CommendationDecision } from "#core/commendation/decision.ts";
import type { CommendationLine } from "#core/commendation/line.ts";
import { standingLines } from "#core/commendation/sums.ts";
import { CommendationPrint } from "#core/jobs/commendation-print.ts";
import { advanceJob, type Job } from "#core/jobs/job.ts";
import { renderDocx } from "../../documents/docx/docx.ts";
import { type Faces, renderPdf } from "../../documents/pdf/pdf.ts";
import { renderPrints } from "../../documents/pdf/prints.ts";
import type { Bucket } from "../../store/aws/objects.ts";
import type { Store } from "../../store/store.ts";
import type { JobStep } from "../handler.ts";
import { composeCertificates } from "./certificates.ts";
import { composeDecision, composeList } from "./decision-document.ts";

interface CommendationDeps {
  store: Pick<Store, "commendations" | "directory">;
  bucket: Pick<Bucket, "put">;
  faces: Faces;
  clock: () => string;
}

const types = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
};
const names = {
  decision: "quyet-dinh-khen-thuong",
  list: "danh-sach-khen-thuong",
  certificates: "noi-dung-in",
};

export function createCommendationStep(deps: CommendationDeps): JobStep {
  return async (job) => {
    const print = v.parse(CommendationPrint, job.parameters);
    const { store, bucket, clock } = deps;
    const decision = await store.commendations.get(print.decision);
    const refuse = (problem: string) => advanceJob(job, { state: "refused", problem }, clock());
    if (!decision || decision.unit !== job.unit) return refuse("problem.commendation.notFound");
    const wanted = print.lines && new Set(print.lines);
    const all = await Array.fromAsync(store.commendations.lines(decision.id));
    const lines = wanted ? all.filter(({ n }) => wanted.has(n)) : all;
    if (lines.length === 0) return refuse("commendation.lines.required");
    if (print.document === "certificates") {
      // A certificate of a cancelled, withdrawn or proposed award would look valid.
      const isTrial = decision.state === "proposed" && print.sample;
      if (decision.state !== "issued" && !isTrial) return refuse("problem.commendation.moveNotAllowed");
      if (standingLines(lines).every(({ erased }) => erased)) return refuse("commendation.lines.required");
    }
    const format = print.document === "certificates" ? "pdf" : print.format;
    const bytes = await render(deps, { job, decision, lines, print });
    const day = dayOf(job.requestedAt);
    const result = `jobs/${job.id}/${names[print.document]}_${job.unit}_${day}.${format}`;
    await bucket.put(result, bytes, types[format]);
    const total = lines.length;
    return advanceJob(job, { state: "done", result, done: total, total, outcome: { lines: total } }, clock());
  };
}

interface Rendering {
  job: Job;
  decision: CommendationDecision;
  lines: CommendationLine[];
  print: CommendationPrint;
}

async function render(
  { store, faces }: CommendationDeps,
  { job, decision, lines, print }: Rendering,
): Promise<Uint8Array> {
  const [units, documents] = await Promise.all([store.directory.units(), store.directory.documents()]);
  const unit = units.get(decision.unit);
  if (!unit) throw new Error(`unit ${decision.unit} is gone`);
  const date = job.requestedAt;
  if (print.document === "certificates") {
    const sheets = composeCertificates(decision, lines, {
      unit,
      place: print.place ?? null,
      sample: print.sample ?? false,
    });
    return renderPrints(sheets, { faces, date });
  }
  const priced = { ...decision, on: decision.signedOn ?? dayOf(date) };
  const setting = { unit, cited: documents.get(decision.document ?? "") ?? null };
  const compose = print.document === "decision" ? composeDecision : composeList;
  const document = compose(priced, lines, setting);
  return print.format === "docx" ? renderDocx(document, { faces }) : renderPdf(document, { faces, date });
}
