import { type ReportRun, runJobId, runPlace, runUnitStatusOf } from "#core/report/run.ts";
import { responsibleFor } from "#core/report/submission.ts";
import type { Store } from "../store/store.ts";
import { type Letter, ownLink, say } from "./letter.ts";

interface RunSum {
  run: ReportRun;
  root: string;
  made: number;
  withWarnings: number;
  settled: number;
  failed: string[];
  nobody: string[];
}

export async function sumUp(store: Store, run: ReportRun): Promise<RunSum> {
  const [jobs, staff, units] = await Promise.all([
    store.reportRuns.jobsOf(run),
    store.staff.all(),
    store.directory.units(),
  ]);
  const jobOf = (unit: string) => jobs.get(runJobId(run, unit));
  const nameOf = (unit: string) => units.get(unit)?.name ?? unit;
  const standing = (wanted: string) => run.units.filter((unit) => runUnitStatusOf(jobOf(unit)) === wanted);
  return {
    run,
    root: nameOf(run.unit),
    made: standing("made").length,
    withWarnings: run.units.filter((unit) => (jobOf(unit)?.outcome.warnings ?? 0) > 0).length,
    settled: standing("settled").length,
    failed: standing("failed").map(nameOf),
    nobody: run.units.filter((unit) => responsibleFor(staff, unit).length === 0).map(nameOf),
  };
}

/** Maximum units in the mail. */
const listed = 20;

const listNames = (names: string[], more: (count: number) => string): string =>
  [...names.slice(0, listed), ...(names.length > listed ? [more(names.length - listed)] : [])].join(", ");

export function composeRunSum(
  { run, root, made, withWarnings, settled, failed, nobody }: RunSum,
  awaits: Pick<Letter, "vi" | "en"> | null,
  origin: string,
): Letter {
  const page = ownLink(origin, `/quan-tri/lan-lap-bao-cao/${runPlace(run)}`);
  const all = run.units.length;
  const others = (count: number) => `và ${count} đơn vị khác`;
  const othersEn = (count: number) => `and ${count} more`;
  return {
    subject: say`Báo cáo năm ${run.year}: đã lập ${made}/${all} đơn vị (${root})`,
    vi: [
      say`Đợt lập báo cáo năm ${run.year} đã xong: lập được ${made} trên ${all} đơn vị, ${withWarnings} báo cáo có cảnh báo cần đối chiếu.`,
      ...(settled > 0 ? [say`${settled} đơn vị đã duyệt báo cáo từ trước, hệ thống giữ nguyên.`] : []),
      ...(failed.length > 0 ? [say`Chưa lập được: ${listNames(failed, others)}.`] : []),
      ...(nobody.length > 0 ? [say`Chưa có ai phụ trách: ${listNames(nobody, others)}.`] : []),
      say`Tình hình từng đơn vị:`,
      page,
      ...(awaits?.vi ?? []),
    ],
    en: [
      say`The reports of ${run.year} are done: ${made} of ${all} units have theirs, ${withWarnings} of them with warnings to look into.`,
      ...(settled > 0 ? [say`${settled} had been approved before and were left as they are.`] : []),
      ...(failed.length > 0 ? [say`Failed: ${listNames(failed, othersEn)}.`] : []),
      ...(nobody.length > 0 ? [say`Nobody answers for: ${listNames(nobody, othersEn)}.`] : []),
      say`Each unit:`,
      page,
      ...(awaits?.en ?? []),
    ],
  };
}
