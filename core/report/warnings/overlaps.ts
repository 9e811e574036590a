import { covers, overlaps } from "#core/base/period.ts";
import type { Figure } from "#core/figures/figure.ts";
import type { Warning } from "#core/report/model.ts";
import { describePeriod, formatQuantity } from "#core/report/wording.ts";
import { createWarning } from "./warning.ts";

/**
 * Finds partly overlapping periods of one figure (2019–2020 and 2020–2021), whose sum would count the overlap twice.
 */
export function findOverlappingPeriods(figures: Figure[]): Warning[] {
  const told = figures.filter(({ origin, value }) => origin !== "derived" && value !== null);
  return [...Map.groupBy(told, ({ key, measure }) => `${key}#${measure}`).values()].flatMap((same) =>
    same.flatMap((a, i) => same.slice(i + 1).flatMap((b) => compare(a, b))),
  );
}

function compare(a: Figure, b: Figure): Warning[] {
  if (!overlaps(a, b) || covers(a, b) || covers(b, a)) return [];
  const [first, second] = [describePeriod(a), describePeriod(b)];
  return [
    createWarning(
      "period.overlaps",
      `${a.key}/${a.from}-${a.to}/${b.from}-${b.to}`,
      { from: a.from, to: b.to },
      { at: [a.key] },
      `“${a.label}” có số liệu ${first} (${formatQuantity(a)}) và ${second} (${formatQuantity(b)}): hai kỳ trùng nhau một phần, ` +
        "không cộng được với nhau. Đề nghị đối chiếu lại.",
    ),
  ];
}
