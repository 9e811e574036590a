import { dayOf, writeDay } from "#core/base/calendar.ts";

export { writeDay };

/** Formats an ISO 8601 instant as 25/12/2026 14:05, Vietnam time. */
export function writeInstant(instant: string): string {
  const time = new Intl.DateTimeFormat("vi-VN", {
    timeZone: "Asia/Ho_Chi_Minh",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return `${writeDay(dayOf(instant))} ${time.format(new Date(instant))}`;
}
