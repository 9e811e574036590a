import { openWarnings } from "../core/report-life.ts";
import { type ReportRecord, reportId } from "../core/report-record.ts";
import type { ReportNotice } from "../core/report-run.ts";
import { responsibleFor } from "../core/report-submission.ts";
import { MailError, type Mailer } from "../store/mail.ts";
import type { Store } from "../store/store.ts";
import { type Letter, writeMail } from "./letter.ts";

/** The letter to whoever answers for a unit whose report of the year lies ready: what awaits them, and where. */
export function composeReportNotice(
  { name, unit, record, run }: { name: string; unit: string; record: ReportRecord; run: string | null },
  origin: string,
): Letter {
  const address = `${origin}/quan-tri/bao-cao/${reportId(record)}`;
  const warnings = openWarnings(record).length;
  const texts = record.textsFrom !== null;
  return {
    subject: `Báo cáo năm ${record.to} của ${unit} đã lập xong, chờ xem lại`,
    vi: [
      `Kính gửi ông/bà ${name},`,
      `Hệ thống đã lập dự thảo báo cáo phong trào Đoàn kết sáng tạo năm ${record.to} của ${unit}.`,
      ...(warnings > 0
        ? [`Có ${warnings} cảnh báo cần đối chiếu trước khi duyệt.`]
        : ["Không có cảnh báo nào cần đối chiếu."]),
      ...(texts ? ["Phần hạn chế, phương hướng, đề xuất lấy lại từ báo cáo trước: đề nghị xem và sửa."] : []),
      `Xem, sửa và trình duyệt tại đây:\n${address}`,
      ...(run ? [`Tiến độ lập báo cáo của các đơn vị:\n${run}`] : []),
    ],
    en: [
      `Dear ${name},`,
      `The draft of the report of ${record.to} of ${unit} has been made.`,
      ...(warnings > 0
        ? [
            `${warnings} ${warnings === 1 ? "warning needs" : "warnings need"} to be looked into before it is approved.`,
          ]
        : ["No warning needs to be looked into."]),
      ...(texts
        ? ["Its written parts were taken over from the report before: please look through them."]
        : []),
      `Read it, complete it and have it approved here:\n${address}`,
      ...(run ? [`How far the units' reports have come:\n${run}`] : []),
    ],
  };
}

interface NoticeDeps {
  store: Store;
  mail: Mailer;
  origin: string;
  log: (message: string, details: Record<string, unknown>) => void;
}

/**
 * Tells those who answer for exactly this unit that a run has made its report: each of them once a run, however often the record arrives. A
 * report that was approved meanwhile awaits nothing.
 */
export async function sendReportNotice(
  deps: NoticeDeps,
  { run, root, unit, year }: ReportNotice,
): Promise<void> {
  const { store, mail, origin, log } = deps;
  const record = await store.reports.get({ unit, from: String(year), to: String(year) });
  if (record?.state !== "draft") return;
  const name = (await store.directory.units()).get(unit)?.name ?? unit;
  const progress =
    unit === root ? `${origin}/quan-tri/lan-lap-bao-cao/${encodeURIComponent(run)}?unit=${root}` : null;
  for (const person of responsibleFor(await store.staff.all(), unit)) {
    const claim = `${run}#${unit}#${person.id}`;
    if (!(await store.receipts.claimMail(claim, 1))) continue;
    try {
      const letter = composeReportNotice({ name: person.name, unit: name, record, run: progress }, origin);
      await mail.send(writeMail(person.email, letter));
    } catch (error) {
      if (!(error instanceof MailError && error.kind === "refused")) {
        await store.receipts.releaseMail(claim, 1);
        throw error;
      }
      log("mail refused", { id: person.id, step: 1 });
    }
  }
}
