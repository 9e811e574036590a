import { dayOf } from "#core/base/calendar.ts";
import { formatNumber } from "#core/base/format-vi.ts";
import type { CurrentFigure, Figure } from "#core/figures/figure.ts";
import { type Doubt, findDoubts, findExcess } from "#core/figures/plausibility.ts";
import type { Warning } from "#core/report/model.ts";
import { describePeriod, formatQuantity } from "#core/report/wording.ts";
import { createWarning } from "./warning.ts";

const messages: Record<Doubt, (figure: Figure) => string> = {
  fraction: (figure) =>
    `“${figure.label}” ghi ${formatQuantity(figure)}: ${figure.measure} đếm được thì không lẻ.`,
  qualifiedZero: (figure) =>
    `“${figure.label}” ghi ${formatQuantity(figure)}: số 0 thì không kèm từ chỉ mức.`,
  future: (figure) => `“${figure.label}” được khai cho ${describePeriod(figure)}, khi kỳ đó chưa bắt đầu.`,
};

export function findImplausible(figures: Figure[], declared: readonly CurrentFigure[]): Warning[] {
  const days = new Map(
    declared.map(({ key, from, to, declaredBy }) => [
      `${key}#${from}#${to}`,
      declaredBy ? dayOf(declaredBy.at) : "",
    ]),
  );
  return figures.flatMap((figure) => {
    if (figure.origin !== "document" && figure.origin !== "declaration") return [];
    const { key, from, to } = figure;
    return findDoubts(figure, days.get(`${key}#${from}#${to}`) ?? "").map((doubt) =>
      createWarning(
        "value.implausible",
        `${doubt}/${key}/${from}-${to}`,
        figure,
        { at: [key] },
        `${messages[doubt](figure)} Đề nghị xem lại.`,
      ),
    );
  });
}

export function findExceedingSums(figures: Figure[]): Warning[] {
  return figures.flatMap((whole) => {
    const excess = findExcess(whole, figures);
    if (!excess) return [];
    const { key, from, to } = whole;
    return createWarning(
      "parts.exceedWhole",
      `${key}/${from}-${to}`,
      whole,
      { at: [key], beside: excess.parts.map((part) => part.key) },
      `Các phần của “${whole.label}” cộng lại được ${formatNumber(excess.sum)} ${whole.measure} (${excess.parts
        .map(({ label }) => label)
        .join(", ")}), nhiều hơn ${formatQuantity(whole)}, ${describePeriod(whole)}. Đề nghị đối chiếu lại.`,
    );
  });
}
