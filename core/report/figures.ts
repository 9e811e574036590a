import { formatNumber } from "#core/base/format-vi.ts";
import { covers, firstDay, isWholeYears, lastDay, type Period } from "#core/base/period.ts";
import type { CountedFigure, EvaluatedYears, Figure, FigureRows } from "#core/figures/figure.ts";
import { resolveFigures } from "#core/figures/resolution.ts";
import { type Level, levels, type System, systems } from "#core/units/unit.ts";

export function figuresFor(rows: FigureRows, period: Period, evaluated: EvaluatedYears): Figure[] {
  return addParts(hidePartYears(resolveFigures(rows, period, evaluated), period), rows.counted);
}

/**
 * Records are counted by year, so counts, rates and totals are unknown for part of a year. Declared figures keep their
 * period.
 */
function hidePartYears(figures: Figure[], period: Period): Figure[] {
  if (isWholeYears(period)) return figures;
  const kept = figures.filter((figure) => isDeclared(figure) || covers(period, figure));
  const known = new Set(kept.map(placeKey));
  const unknown = figures
    .filter(
      ({ key, from, to, origin }) =>
        origin === "records" && saidUnknown.has(key) && !covers(period, { from, to }),
    )
    .map((figure): Figure => ({ ...figure, ...shared(figure, period), value: null, counted: null }))
    .filter((figure) => !known.has(placeKey(figure)));
  return [...kept, ...unknown].sort(
    (a, b) => firstOf(figures, a.key) - firstOf(figures, b.key) || (placeKey(a) < placeKey(b) ? -1 : 1),
  );
}

/** Stated as unknown for part of a year; other keys are omitted. */
const saidUnknown = new Set(["registered", "recognised", "models.built", "models.replicated"]);

const isDeclared = ({ origin }: Figure) => origin === "document" || origin === "declaration";
const placeKey = ({ key, from, to }: Figure) => `${key}#${from}#${to}`;
const firstOf = (figures: Figure[], wanted: string) => figures.findIndex(({ key }) => key === wanted);

function shared({ from, to }: Period, period: Period): Period {
  const [first, last] = [firstDay(from), lastDay(to)];
  const [start, end] = [firstDay(period.from), lastDay(period.to)];
  return { from: first < start ? start : first, to: last < end ? last : end };
}

const levelWords: Readonly<Record<Level, string>> = {
  residentialArea: "ở khu dân cư",
  unit: "cấp đơn vị",
  commune: "cấp xã",
  district: "cấp huyện",
  province: "cấp tỉnh",
  nation: "cấp trung ương",
};

const systemWords: Readonly<Record<System, string>> = {
  front: "hệ thống Mặt trận",
  member: "các tổ chức thành viên",
  government: "chính quyền",
  other: "đơn vị khác",
};

interface PartCount {
  value: number;
  byUnit?: number;
}

type CountAt = (dimension: string) => number;

const parts = [
  ...levels.map((level) => ({
    dimensions: [`level:${level}`],
    key: `recognised.level.${level}`,
    words: levelWords[level],
    count: (at: CountAt): PartCount => ({ value: at(`level:${level}`) }),
  })),
  ...systems.map((system) => ({
    dimensions: [`system:${system}`, `authorSystem:${system}`, `knownSystem:${system}`],
    key: `recognised.system.${system}`,
    words: `thuộc ${systemWords[system]}`,
    count: (at: CountAt): PartCount => {
      const byUnit = at(`system:${system}`) - at(`knownSystem:${system}`);
      return { value: at(`authorSystem:${system}`) + byUnit, byUnit };
    },
  })),
];

const isSystem = ({ key }: Pick<Figure, "key">) => key.startsWith("recognised.system.");

/** States whether the systems are those of authors or of receiving units. */
export function saySystemBasis(figures: readonly Pick<Figure, "key" | "value" | "byUnit">[]): string {
  const own = figures.filter((figure) => isSystem(figure) && figure.byUnit !== undefined);
  if (own.length === 0) return "";
  const byUnit = own.reduce((sum, figure) => sum + (figure.byUnit ?? 0), 0);
  if (byUnit === 0) return "hệ thống theo tác giả";
  if (own.every((figure) => figure.byUnit === figure.value)) return "hệ thống theo đơn vị nhận hồ sơ";
  const unknown = formatNumber(byUnit);
  return `hệ thống theo tác giả; ${unknown} sáng kiến chưa rõ tác giả thuộc đâu thì theo đơn vị nhận hồ sơ`;
}

export const breakdownColumns = parts.map(({ key, words }) => ({ key, title: words }));

export const isBreakdown = ({ key }: Pick<Figure, "key">): boolean => parts.some((part) => part.key === key);

export const isReportedDimension = ({ key, dimension }: CountedFigure): boolean =>
  key === "recognised" && parts.some(({ dimensions }) => dimensions.includes(dimension));

/** Adds breakdowns of recognised initiatives if all were counted from records; other breakdowns are unknown. */
function addParts(figures: Figure[], counted: CountedFigure[]): Figure[] {
  return figures.flatMap((figure) => {
    const { key, from, to, value, qualifier } = figure;
    if (key !== "recognised" || from !== to || !value || value !== figure.counted || qualifier !== null)
      return [figure];
    const rows = counted.filter((row) => row.key === key && String(row.year) === from);
    const at = (wanted: string) => rows.find(({ dimension }) => dimension === wanted)?.value ?? 0;
    const own = parts.flatMap((part): Figure[] => {
      const { key: partKey, words, count } = part;
      const { value, ...basis } = count(at);
      if (value <= 0) return [];
      const said = saySystemBasis([{ key: partKey, value, ...basis }]);
      return [
        {
          ...figure,
          ...basis,
          key: partKey,
          label: `Sáng kiến được công nhận ${words}${said ? ` (${said})` : ""}`,
          value,
          counted: value,
          origin: "records",
          partOf: [key],
          document: null,
        },
      ];
    });
    return [figure, ...own];
  });
}
