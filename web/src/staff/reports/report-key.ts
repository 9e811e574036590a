import { isWholeYears, type Period } from "#core/base/period.ts";
import { writeDay } from "../../dates.ts";
import type { useWords } from "../words/words.ts";

export interface ReportKey extends Period {
  unit: string;
}

/** Parses `dien-khanh~2019~2021`; null if malformed. */
export function readReportId(id: string): ReportKey | null {
  const [unit, from, to, ...more] = id.split("~");
  return unit && from && to && more.length === 0 ? { unit, from, to } : null;
}

/** Examples: 2019–2021; 6 tháng đầu năm 2026; 15/03/2026–20/09/2026. */
export function formatPeriod({ from, to }: Period, w: ReturnType<typeof useWords>["w"]): string {
  if (isWholeYears({ from, to })) return from === to ? from : `${from}–${to}`;
  const year = from.slice(0, 4);
  if (to === `${year}-06-30` && from.endsWith("-01-01")) return w("reports.period.firstHalf", { year });
  if (to === `${year}-12-31` && from.endsWith("-07-01")) return w("reports.period.secondHalf", { year });
  return [from, to].map((bound) => (bound.length === 4 ? bound : writeDay(bound))).join("–");
}
