import { randomBytes } from "node:crypto";
import type { Period } from "#core/base/period.ts";
import { definitionOf } from "#core/figures/catalogue.ts";
import { beginReport } from "#core/report/lifecycle.ts";
import type { StatedFigure } from "#core/report/model.ts";
import type { ReportRecord } from "#core/report/record.ts";
import { askForReports, type ReportRequest } from "#core/report/request.ts";
import { type Submission, submitReport } from "#core/report/submission.ts";
import type { Store } from "../../functions/store/store.ts";
import { commune, neighbour, province, units } from "./units.ts";

const by = { id: "quan-tri-tinh", name: "Võ Thị Kim Oanh" };
const tree = new Map(units.map((unit) => [unit.id, unit]));

/** What the province asks of its two communes on the day of `at`. */
export const requestForm = {
  title: "Báo cáo phong trào năm 2026",
  text: "Đề nghị các đơn vị nộp báo cáo đã duyệt.",
  from: "2026",
  to: "2026",
  dueOn: "2026-12-20",
  units: [commune.id, neighbour.id],
};

/** Keeps a request that asks so, made on `at`. */
export async function keepRequest(
  store: Store,
  changes: Partial<typeof requestForm> = {},
  { unit = province.id, at = "2026-12-01T03:00:00.000Z" } = {},
): Promise<ReportRequest> {
  const id = randomBytes(16).toString("base64url");
  const form = { ...requestForm, ...changes };
  const write = askForReports({ id, unit, form }, { units: tree, today: at.slice(0, 10) }, { by, at });
  await store.reportRequests.save(write);
  return write.after;
}

const figuresOf = (registered: number, recognised: number | null, { from, to }: Period): StatedFigure[] => {
  const figure = (key: string, value: number | null): StatedFigure => ({
    key,
    label: definitionOf(key)?.label ?? key,
    from,
    to,
    value,
    qualifier: null,
    measure: definitionOf(key)?.measure ?? "",
  });
  return [
    figure("registered", registered),
    ...(recognised === null
      ? []
      : [figure("recognised", recognised), figure("recognitionRate", recognised / registered)]),
  ];
};

interface Content {
  registered?: number;
  recognised?: number | null;
  edition?: number;
  state?: ReportRecord["state"];
}

/** A unit's report of a period as it stands after it was made, in a state and edition. */
export function buildReport(
  unit: string,
  period: Period,
  { registered = 20, recognised = null, edition = 1, state = "approved" }: Content = {},
): ReportRecord {
  const hash = `${unit}-${edition}-${registered}`;
  const made = {
    at: "2026-12-05T03:00:00.000Z",
    hash,
    dataHash: hash,
    prefix: `reports/${unit}/${period.from}-${period.to}/${hash.slice(-16)}/`,
    files: ["pdf" as const, "docx" as const],
    sums: { html: hash, docx: hash, pdf: hash, xlsx: hash, json: hash },
    warnings: [],
    textsHash: hash,
    issued: false,
    figures: figuresOf(registered, recognised, period),
  };
  return { ...beginReport(unit, period, null, null), version: edition, edition, state, made };
}

/** Keeps a submission of a unit to a request, past the API. */
export async function keepSubmission(
  store: Store,
  request: ReportRequest,
  unit: string,
  { at = "2026-12-10T03:00:00.000Z", ...content }: Content & { at?: string } = {},
): Promise<Submission> {
  const report = buildReport(unit, request, content);
  const file = await store.reportRequests.read(request.id);
  const latest = file?.submissions.filter((each) => each.unit === unit).at(-1) ?? null;
  const seen = { edition: report.edition, hash: report.made?.hash ?? "" };
  const submission = submitReport(request, report, seen, latest, { by, at });
  if (!submission) throw new Error("submitted already");
  await store.reportRequests.submit(submission);
  return submission;
}
