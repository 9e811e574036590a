import { dayOf, daysBetween } from "#core/base/calendar.ts";
import { firstDay, isWholeYears, lastDay, type Period } from "#core/base/period.ts";
import type { ReportRequest } from "#core/report/request.ts";
import { responsibleFor, unitsWithoutReport } from "#core/report/submission.ts";
import { formatDay } from "#core/report/wording.ts";
import type { ReportReminder } from "../store/report-requests.ts";
import type { Store } from "../store/store.ts";
import { type ClaimedMailDeps, sendOnce } from "./claimed-mail.ts";
import { type Letter, ownLink, type Paragraph, say, type Words } from "./letter.ts";

/** `returned`: reason for the last return, or null. */
interface Owed {
  request: Pick<ReportRequest, "id" | "title" | "from" | "to" | "dueOn">;
  asker: string;
  returned: string | null;
}

const words = {
  vi: {
    left: (days: number) => (days === 0 ? "hạn nộp là hôm nay" : `còn ${days} ngày`),
    over: (days: number) => `quá hạn ${days} ngày`,
    period: (period: string) => `kỳ ${period}`,
    due: (day: string) => `hạn nộp ${day}`,
    returned: (reason: string): Words => say`Bản đã nộp được trả lại: ${reason}`,
  },
  en: {
    left: (days: number) => (days === 0 ? "due today" : `${days} day${days === 1 ? "" : "s"} left`),
    over: (days: number) => `${days} day${days === 1 ? "" : "s"} overdue`,
    period: (period: string) => `period ${period}`,
    due: (day: string) => `due on ${day}`,
    returned: (reason: string): Words => say`What was submitted has been returned: ${reason}`,
  },
};

export function composeReminder(
  { name, unit, owed, day }: { name: string; unit: string; owed: readonly Owed[]; day: string },
  origin: string,
): Letter {
  const list = (language: "vi" | "en"): Paragraph[] =>
    owed.flatMap(({ request, asker, returned }) => {
      const { left, over, period, due, returned: givenBack } = words[language];
      const days = daysBetween(day, request.dueOn);
      const facts = [asker, period(formatBounds(request)), due(formatDay(request.dueOn))];
      return [
        say`${request.title} (${facts.join(", ")}): ${days < 0 ? over(-days) : left(days)}.`,
        ...(returned ? [givenBack(returned)] : []),
        ownLink(origin, `/quan-tri/yeu-cau-bao-cao/${request.id}`),
      ];
    });
  return {
    subject: say`Nhắc nộp báo cáo phong trào Đoàn kết sáng tạo: ${unit}`,
    vi: [
      say`Kính gửi ông/bà ${name},`,
      say`${unit} chưa nộp ${owed.length === 1 ? "báo cáo" : `${owed.length} báo cáo`} được yêu cầu:`,
      ...list("vi"),
      say`Ông/bà lập báo cáo, duyệt rồi nộp tại địa chỉ trên. Nếu hạn nộp đã đổi, hạn nêu ở đây là hạn hiện nay.`,
    ],
    en: [
      say`Dear ${name},`,
      say`${unit} has not submitted ${owed.length === 1 ? "a report" : `${owed.length} reports`} that it was asked for:`,
      ...list("en"),
      say`Please make the report, have it approved and submit it at the address above. Where a due date was changed, the one named here is in force.`,
    ],
  };
}

function formatBounds(period: Period): string {
  const { from, to } = period;
  if (isWholeYears(period)) return [...new Set([from, to])].join("–");
  return [firstDay(from), lastDay(to)].map(formatDay).join(" – ");
}

interface ReminderDeps extends ClaimedMailDeps {
  store: Store;
  origin: string;
  clock: () => string;
}

/** Mails the people responsible for exactly this unit. Skips past days, which a restore or replay repeats. */
export async function sendReminder(deps: ReminderDeps, { unit, day }: ReportReminder): Promise<void> {
  const { store, origin, clock } = deps;
  if (daysBetween(day, dayOf(clock())) > 1) return;
  const owed = await readOwed(store, unit);
  if (owed.length === 0) return;
  const name = (await store.directory.units()).get(unit)?.name ?? unit;
  for (const person of responsibleFor(await store.staff.all(), unit)) {
    const letter = composeReminder({ name: person.name, unit: name, owed, day }, origin);
    const claim = { id: `${unit}#${day}#${person.id}`, step: 1, about: person.id };
    await sendOnce(deps, claim, { to: person.email, letter });
  }
}

async function readOwed(store: Store, unit: string): Promise<Owed[]> {
  const units = await store.directory.units();
  const asked = (await store.reportRequests.open()).filter((request) => request.units.includes(unit));
  const files = await Promise.all(asked.map(({ id }) => store.reportRequests.read(id)));
  return files.flatMap((file) => {
    if (!file || file.request.closedAt !== null) return [];
    const { request, submissions } = file;
    const own = submissions.filter((each) => each.unit === unit);
    if (!unitsWithoutReport({ units: [unit], dueOn: request.dueOn }, own).includes(unit)) return [];
    const asker = units.get(request.unit)?.name ?? request.unit;
    return [{ request, asker, returned: own.at(-1)?.returned?.reason ?? null }];
  });
}
