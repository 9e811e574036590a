import * as v from "valibot";
import { lastDay, overlaps, type Period } from "#core/base/period.ts";
import { Level, type Unit } from "#core/units/unit.ts";
import { namesVi } from "#core/words/vi/names.ts";
import { definitionOf } from "./catalogue.ts";
import type { DeclaredForm } from "./declared-figure.ts";
import { qualifierOfSum } from "./derivation.ts";
import { type CurrentFigure, Figure } from "./figure.ts";
import { sectionOf } from "./section.ts";

const Named = v.strictObject({ id: v.string(), name: v.string() });

export const RolledUpFigure = v.strictObject({
  ...v.pick(Figure, ["key", "label", "from", "to", "measure", "kind", "qualifier"]).entries,
  level: Level,
  value: v.number(),
  reported: v.array(Named),
  /** Units of the same level and system without a known value. */
  missing: v.array(Named),
});
export type RolledUpFigure = v.InferOutput<typeof RolledUpFigure>;

export interface ReportingUnit
  extends Pick<Unit, "id" | "name" | "level" | "system" | "validFrom" | "validTo"> {
  declared: readonly CurrentFigure[];
}

/**
 * Sums figures with equal key, period, kind and measure over the units of one level. Uses figures that overlap
 * `period`. Skips units that ended before the figure's last day, since their successors report.
 */
export function rollUp(units: readonly ReportingUnit[], period: Period): RolledUpFigure[] {
  const groups = new Map<string, { unit: ReportingUnit; figure: CurrentFigure; value: number }[]>();
  for (const unit of units)
    for (const figure of unit.declared) {
      const { key, from, to, kind, measure, value, withdrawn } = figure;
      if (value === null || withdrawn || !overlaps(figure, period) || hasEnded(unit, figure)) continue;
      const place = [key, from, to, kind, measure, unit.level].join("#");
      groups.set(place, [...(groups.get(place) ?? []), { unit, figure, value }]);
    }
  return [...groups.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, found]) => sumUnits(found, units));
}

const hasEnded = ({ validTo }: ReportingUnit, { to }: Period) => validTo !== null && validTo < lastDay(to);
const hasBegun = ({ validFrom }: ReportingUnit, { to }: Period) =>
  validFrom === null || validFrom <= lastDay(to);

function sumUnits(
  found: { unit: ReportingUnit; figure: CurrentFigure; value: number }[],
  units: readonly ReportingUnit[],
): RolledUpFigure[] {
  const [first] = found;
  if (!first) return [];
  const { key, label, from, to, kind, measure } = first.figure;
  const value = addExactly(found.map((each) => each.value));
  if (value > Number.MAX_SAFE_INTEGER) return [];
  const kindOf = ({ level, system }: ReportingUnit) => `${level}/${system}`;
  const kinds = new Set(found.map(({ unit }) => kindOf(unit)));
  const isAsked = (unit: ReportingUnit) =>
    kinds.has(kindOf(unit)) && hasBegun(unit, first.figure) && !hasEnded(unit, first.figure);
  const reported = new Set(found.map(({ unit }) => unit.id));
  const named = ({ id, name }: ReportingUnit) => ({ id, name });
  const words = found.map(({ figure }) => figure.qualifier);
  return [
    {
      ...{ key, label, from, to, kind, measure, value, level: first.unit.level },
      qualifier: words.every((word) => word === null)
        ? null
        : words.includes(null)
          ? "about"
          : qualifierOfSum(words.flatMap((word) => word ?? [])),
      reported: units.filter(({ id }) => reported.has(id)).map(named),
      missing: units.filter((unit) => isAsked(unit) && !reported.has(unit.id)).map(named),
    },
  ];
}

const decimals = 10_000;

/** Declared numbers have at most four decimals. */
const addExactly = (values: readonly number[]): number =>
  values.every(Number.isInteger)
    ? values.reduce((sum, value) => sum + value, 0)
    : values.reduce((sum, value) => sum + Math.round(value * decimals), 0) / decimals;

const longestLabel = 300;

/**
 * Declaration by which a superior unit adopts a sum. If another sum has the same key and period, or the key is
 * `ownLevel`, the declaration gets no key and a label that names the level.
 */
export function takeOver(figure: RolledUpFigure, all: readonly RolledUpFigure[]): DeclaredForm {
  const { key, from, to, value, qualifier, measure, kind, level } = figure;
  const isRival = (other: RolledUpFigure) =>
    other !== figure && other.key === key && other.from === from && other.to === to;
  const isOwn = definitionOf(key)?.ownLevel || all.some(isRival);
  const end = ` (tổng hợp từ ${namesVi[`level.${level}`].toLowerCase()})`;
  const label = isOwn ? figure.label.slice(0, longestLabel - end.length) + end : figure.label;
  return {
    ...{ key: isOwn ? null : key, label, from, to, value, qualifier, measure, kind },
    section: isOwn ? sectionOf({ key, partOf: [], section: null }, []) : null,
    ...{ place: null, sentence: "", partOf: [], document: null, why: "", withdrawn: false },
    note: noteOfRollUp(figure),
  };
}

const longestNote = 1_000;

function noteOfRollUp({ reported, missing }: RolledUpFigure): string {
  const all = reported.length + missing.length;
  const start = `Tổng hợp từ ${reported.length} trên ${all} đơn vị cấp dưới.`;
  if (missing.length === 0) return start;
  const names = missing.map(({ name }) => name);
  for (let count = names.length; count > 0; count--) {
    const rest = names.length - count;
    const listed = names.slice(0, count).join("; ") + (rest > 0 ? `; và ${rest} đơn vị khác` : "");
    const note = `${start} Chưa có số liệu: ${listed}.`;
    if (note.length <= longestNote) return note;
  }
  return start;
}
