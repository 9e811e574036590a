import { formatNumber } from "#core/base/format-vi.ts";
import { isWholeYears, type Period, yearsOf } from "#core/base/period.ts";
import { countsDossiers, definitionOf } from "#core/figures/catalogue.ts";
import { findSharedWhole, finishedYears } from "#core/figures/derivation.ts";
import { type EvaluatedYears, type Figure, figureOf } from "#core/figures/figure.ts";
import type { Warning, WarningCode } from "#core/report/model.ts";
import { describePeriod, describeYears, formatQuantity, formatValue } from "#core/report/wording.ts";
import { createWarning } from "./warning.ts";

/** A qualified value, such as “gần 100”, causes a warning only if every exact value that it may mean is wrong. */
export function findWarnings(figures: Figure[], period: Period, evaluated: EvaluatedYears): Warning[] {
  return [
    ...findMislabelledTotals(figures),
    ...findDifferingTotals(figures),
    ...findExceedingParts(figures),
    ...findExceedingCounts(figures),
    ...findUnfinishedYears(figures, period, evaluated),
  ];
}

function warn(code: WarningCode, figure: Figure, related: Figure[], message: string): Warning {
  return createWarning(
    code,
    `${figure.key}/${figure.from}-${figure.to}`,
    figure,
    { at: [figure.key], beside: [...new Set(related.map(({ key }) => key))] },
    message,
  );
}

const samePeriod = (a: Period, b: Period) => a.from === b.from && a.to === b.to;
const within = (inner: Period, outer: Period) => {
  const [a, b] = [yearsOf(inner), yearsOf(outer)];
  return (
    samePeriod(inner, outer) ||
    (isWholeYears(inner) && isWholeYears(outer) && a.every((year) => b.includes(year)))
  );
};

const recipientWords = [
  { kind: "collective", words: /tập thể|đơn vị|cơ quan|tổ chức/ },
  { kind: "individual", words: /cá nhân|người|cán bộ/ },
  { kind: "household", words: /hộ(?=$|[\s,/])/ },
  { kind: "residentialArea", words: /khu dân cư/ },
] as const;

/** Recipient kind counted in "lượt"; null for other measures and for several kinds. */
export function recipientOfTimes(measure: string): (typeof recipientWords)[number]["kind"] | null {
  const counted = /^lượt\s(.+)$/is.exec(measure.trim())?.[1];
  if (!counted) return null;
  const kinds = recipientWords.filter(({ words }) => words.test(counted));
  return kinds.length === 1 ? (kinds[0]?.kind ?? null) : null;
}

/**
 * Finds a sum of two recipient kinds with the label of a third (305 + 419 = 724). Tests only "lượt", since other sums
 * coincide by chance.
 */
function findMislabelledTotals(figures: Figure[]): Warning[] {
  const times = figures.flatMap((figure) => {
    const kind = recipientOfTimes(figure.measure);
    return kind &&
      figure.origin !== "records" &&
      figure.value !== null &&
      figure.value > 0 &&
      figure.qualifier === null
      ? [{ figure, kind, value: figure.value }]
      : [];
  });
  const related = (a: Figure, b: Figure) => a.partOf.includes(b.key) || b.partOf.includes(a.key);
  return times.flatMap((sum) => {
    const others = times.filter(
      ({ figure }) =>
        figure.key !== sum.figure.key && samePeriod(figure, sum.figure) && !related(figure, sum.figure),
    );
    for (const [i, a] of others.entries())
      for (const b of others.slice(i + 1)) {
        if (a.kind === b.kind || related(a.figure, b.figure) || a.value + b.value !== sum.value) continue;
        const message =
          `“${sum.figure.label}” (${formatQuantity(sum.figure)}) đúng bằng tổng của ${formatQuantity(a.figure)} và ` +
          `${formatQuantity(b.figure)} cùng kỳ: có thể là số cộng ghi nhầm tên. Đề nghị đối chiếu lại.`;
        return [warn("total.mislabelled", sum.figure, [a.figure, b.figure], message)];
      }
    return [];
  });
}

const isAdditive = ({ key, measure }: Figure) => definitionOf(key)?.additive ?? /^lượt(\s|$)/i.test(measure);

function findDifferingTotals(figures: Figure[]): Warning[] {
  return figures.flatMap((total) => {
    const period = yearsOf(total);
    if (total.value === null || total.qualifier || total.origin === "derived") return [];
    if (!isWholeYears(total) || period.length < 2 || !isAdditive(total)) return [];
    const years = period
      .map((year) => figureOf(figures, total.key, year))
      .filter((figure) => figure?.measure === total.measure && figure.value !== null && !figure.qualifier)
      .filter((figure) => figure !== undefined);
    if (years.length === 0) return [];
    const sum = years.reduce((all, { value }) => all + (value ?? 0), 0);
    if (years.length === period.length ? sum === total.value : sum <= total.value) return [];
    const message =
      `“${total.label}” ghi ${formatQuantity(total)}, còn cộng số liệu ` +
      `${describeYears(years.flatMap((figure) => yearsOf(figure)))} được ${formatNumber(sum)}.`;
    return [warn("total.differs", total, years, message)];
  });
}

const mayBeMore = ({ qualifier }: Figure) => qualifier !== null && qualifier !== "nearly";

function isBoundBy(part: Figure, whole: Figure, figures: Figure[]): boolean {
  if (part.measure === whole.measure) return true;
  if (part.key === "recognised" && findSharedWhole(part, figures)) return false;
  const known = definitionOf(part.key);
  if (known?.partOf.includes(whole.key))
    return [part, whole].every(({ key, measure }) => definitionOf(key)?.measure === measure);
  return [part, whole].every(({ measure }) => recipientWords.some(({ words }) => words.test(measure)));
}

function findExceedingParts(figures: Figure[]): Warning[] {
  return figures.flatMap((part) => {
    const { value } = part;
    if (value === null || part.partOf.length === 0) return [];
    const periods = figures
      .filter(({ key }) => key === part.partOf[0])
      .filter((whole) => within(part, whole));
    for (const period of periods) {
      const wholes = part.partOf.flatMap(
        (key) => figures.find((figure) => figure.key === key && samePeriod(figure, period)) ?? [],
      );
      if (wholes.length < part.partOf.length) continue;
      if (!wholes.every((whole) => isBoundBy(part, whole, figures))) continue;
      if (wholes.some((whole) => whole.value === null || mayBeMore(whole))) continue;
      const bound = wholes.reduce((sum, whole) => sum + (whole.value ?? 0), 0);
      if (value <= bound) continue;
      const message =
        `“${part.label}” (${formatQuantity(part)}, ${describePeriod(part)}) lớn hơn tổng thể chứa nó ` +
        `(${wholes.map(formatQuantity).join(" và ")}, ${describePeriod(period)}).`;
      return [warn("part.exceedsWhole", part, wholes, message)];
    }
    return [];
  });
}

/** True if records count times while units declare persons or places. */
function countsTimes({ key }: Figure): boolean {
  const definition = definitionOf(key);
  return definition?.kind === "flow" && !definition.additive;
}

function findExceedingCounts(figures: Figure[]): Warning[] {
  return figures.flatMap((figure) => {
    if (figure.origin !== "document" && figure.origin !== "declaration") return [];
    if (figure.value === null || figure.counted === null || mayBeMore(figure)) return [];
    if (figure.counted <= figure.value || countsTimes(figure)) return [];
    const records = countsDossiers(figure.key) ? "hồ sơ" : "dữ liệu đã nhập";
    const message =
      `“${figure.label}” được báo là ${formatQuantity(figure)}, nhưng hệ thống đếm được ${formatNumber(figure.counted)} ` +
      `từ ${records}. Số được báo vẫn giữ nguyên.`;
    return [warn("counted.exceedsDeclared", figure, [], message)];
  });
}

function findUnfinishedYears(figures: Figure[], period: Period, evaluated: EvaluatedYears): Warning[] {
  const finished = finishedYears(figures, period, evaluated).map(({ year }) => year);
  const open = yearsOf(period).flatMap((year) => {
    const registered = figureOf(figures, "registered", year);
    return registered && !finished.includes(year) ? [{ year, registered }] : [];
  });
  const first = open[0];
  if (!first) return [];
  const rate = figures.find(({ key }) => key === "recognitionRate");
  const years = describeYears(open.map(({ year }) => year));
  const message = rate
    ? `Tỷ lệ công nhận (${formatValue(rate)}) không tính ${years}, vì chưa có kết quả đánh giá.`
    : `Chưa tính được tỷ lệ công nhận: ${years} chưa có kết quả đánh giá.`;
  return [
    warn(
      "rate.unfinishedYear",
      rate ?? first.registered,
      open.map(({ registered }) => registered),
      message,
    ),
  ];
}
