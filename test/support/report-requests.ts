import { randomBytes } from "node:crypto";
import { askForReports, type ReportRequest } from "../../functions/core/report-request.ts";
import { type Submission, type Submittable, submitReport } from "../../functions/core/report-submission.ts";
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

/** Keeps a submission of a unit to a request; `registered` is the one figure in it. */
export async function keepSubmission(
  store: Store,
  request: ReportRequest,
  unit: string,
  { registered = 20, edition = 1, at = "2026-12-10T03:00:00.000Z" } = {},
): Promise<Submission> {
  const { from, to } = request;
  const hash = `${unit}-${edition}-${registered}`;
  const report: Submittable = {
    unit,
    from,
    to,
    edition,
    state: "approved",
    made: {
      hash,
      prefix: `reports/${unit}/${from}-${to}/${hash}/`,
      files: ["pdf", "docx"],
      figures: [
        {
          key: "registered",
          label: "Hồ sơ sáng kiến đăng ký",
          from,
          to,
          value: registered,
          qualifier: null,
          measure: "hồ sơ",
        },
      ],
    },
  };
  const file = await store.reportRequests.read(request.id);
  const latest = file?.submissions.filter((each) => each.unit === unit).at(-1) ?? null;
  const submission = submitReport(request, report, { edition, hash }, latest, { by, at });
  if (!submission) throw new Error("submitted already");
  await store.reportRequests.submit(submission);
  return submission;
}
