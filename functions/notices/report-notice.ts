import type { Job } from "#core/jobs/job.ts";
import { isUnfinished } from "#core/jobs/job.ts";
import { openWarnings } from "#core/report/lifecycle.ts";
import { type ReportRecord, reportId } from "#core/report/record.ts";
import type { NoticeOutcome, ReportNotice } from "#core/report/run.ts";
import { responsibleFor } from "#core/report/submission.ts";
import type { Staff } from "#core/staff/staff.ts";
import type { Store } from "../store/store.ts";
import { type ClaimedMailDeps, sendOnce } from "./claimed-mail.ts";
import { type Letter, ownLink, say } from "./letter.ts";
import { composeRunSum, sumUp } from "./report-run-sum.ts";

export function describeNextActions(
  unit: string,
  record: ReportRecord,
  origin: string,
): Pick<Letter, "vi" | "en"> {
  const page = ownLink(origin, `/quan-tri/bao-cao/${reportId(record)}`);
  const warnings = openWarnings(record).length;
  const texts = record.textsFrom !== null;
  return {
    vi: [
      say`Hệ thống đã lập dự thảo báo cáo phong trào Đoàn kết sáng tạo năm ${record.to} của ${unit}.`,
      warnings > 0
        ? say`Có ${warnings} cảnh báo cần đối chiếu trước khi duyệt.`
        : say`Không có cảnh báo nào cần đối chiếu.`,
      texts
        ? say`Phần hạn chế, phương hướng, đề xuất lấy lại từ báo cáo trước: đề nghị xem và sửa.`
        : say`Phần hạn chế, phương hướng, đề xuất còn chờ viết.`,
      say`Xem, sửa và trình duyệt tại đây:`,
      page,
    ],
    en: [
      say`The draft of the report of ${record.to} of ${unit} has been made.`,
      warnings > 0
        ? say`${warnings} ${warnings === 1 ? "warning needs" : "warnings need"} to be looked into before it is approved.`
        : say`No warning needs to be looked into.`,
      texts
        ? say`Its shortcomings, directions and proposals were taken over from the report before: please look through them.`
        : say`Its shortcomings, directions and proposals are still to be written.`,
      say`Read it, complete it and have it approved here:`,
      page,
    ],
  };
}

interface NoticeDeps extends ClaimedMailDeps {
  store: Store;
  origin: string;
}

/** Mails each person once per run and stores the outcome with the notice. */
export async function sendReportNotice(deps: NoticeDeps, notice: ReportNotice): Promise<void> {
  const { store, origin } = deps;
  const { root, year } = notice;
  const unit = notice.unit ?? root;
  const staff = await store.staff.all();
  const record = await store.reports.get({ unit, from: String(year), to: String(year) });
  const awaiting = record?.state === "draft" ? record : null;
  const name = (await store.directory.units()).get(unit)?.name ?? unit;
  const awaits = awaiting && describeNextActions(name, awaiting, origin);
  const answering = responsibleFor(staff, unit);
  // The root's administrators get this notice in the run's summary.
  const people = answering.filter(
    (person) => unit !== root || isAdministrator(person, root) === (notice.unit === null),
  );

  const run = notice.unit === null ? await store.reportRuns.get(root, notice.run) : null;
  if (run) {
    const sum = composeRunSum(await sumUp(store, run), awaits, origin);
    return store.reportRuns.settleNotice(notice, await sendToAll(deps, notice, people, sum));
  }
  const letter = awaits && {
    subject: say`Báo cáo năm ${year} của ${name} đã lập xong, chờ xem lại`,
    ...awaits,
  };
  const outcome = letter ? await sendToAll(deps, notice, people, letter) : { sent: 0, refused: 0 };
  await store.reportRuns.settleNotice(notice, outcome);
}

const isAdministrator = ({ grants }: Staff, unit: string) =>
  grants.some((grant) => grant.role === "administrator" && grant.unit === unit);

export const greet = ({ subject, vi, en }: Letter, name: string): Letter => ({
  subject,
  vi: [say`Kính gửi ông/bà ${name},`, ...vi],
  en: [say`Dear ${name},`, ...en],
});

async function sendToAll(
  deps: NoticeDeps,
  { run, unit }: ReportNotice,
  people: Staff[],
  letter: Letter,
): Promise<NoticeOutcome> {
  const outcome = { sent: 0, refused: 0 };
  for (const { id, name, email } of people) {
    const claim = { id: `${run}#${unit ?? "*"}#${id}`, step: 1, about: id };
    const became = await sendOnce(deps, claim, { to: email, letter: greet(letter, name) });
    outcome[became === "refused" ? "refused" : "sent"]++;
  }
  return outcome;
}

export async function settleRunOf({ store }: Pick<NoticeDeps, "store">, job: Job): Promise<void> {
  const { run: id, root } = job.parameters;
  if (job.kind !== "report" || typeof id !== "string" || typeof root !== "string" || isUnfinished(job))
    return;
  const run = await store.reportRuns.get(root, id);
  if (run) await store.reportRuns.settle(run);
}
