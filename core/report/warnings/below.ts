import { hashValue } from "#core/base/canonical.ts";
import { formatNumber } from "#core/base/format-vi.ts";
import { overlaps, type Period } from "#core/base/period.ts";
import type { EvaluatedYears, Figure } from "#core/figures/figure.ts";
import { figuresFor } from "#core/report/figures.ts";
import type { ReportInput, UnitBelow, Warning } from "#core/report/model.ts";
import { describePeriod, formatQuantity, joinRuns } from "#core/report/wording.ts";
import { createWarning } from "./warning.ts";

const namedUnits = 20;

/**
 * Warns of participating units without figures, and of approved reports that differ from the records. The warning's id
 * changes with the units or numbers.
 */
export function findWarningsBelow(
  { children, period }: Pick<ReportInput, "children" | "period">,
  evaluated: EvaluatedYears,
): Warning[] {
  const missing = children.filter((child) => child.takesPart && !isKnown(child, period));
  return [
    ...(missing.length > 0 ? [nameMissing(missing, period)] : []),
    ...children.flatMap((child) => compareApproved(child, period, evaluated)),
  ];
}

function isKnown({ rows, approved }: UnitBelow, period: Period): boolean {
  const known = (value: number | null) => value !== null;
  return (
    (approved ?? []).some(({ value }) => known(value)) ||
    figuresFor(rows, period, new Map()).some(({ value }) => known(value))
  );
}

function nameMissing(missing: UnitBelow[], period: Period): Warning {
  const names = missing.slice(0, namedUnits).map(({ unit }) => [unit.name]);
  const rest = missing.length - names.length;
  const listed = joinRuns(rest > 0 ? [...names, [`${formatNumber(rest)} đơn vị khác`]] : names).join("");
  return createWarning(
    "units.missing",
    `${hashValue(missing.map(({ unit }) => unit.id))}/${period.from}-${period.to}`,
    period,
    { at: [] },
    `Chưa có số liệu ${describePeriod(period)} của ${formatNumber(missing.length)} đơn vị tham gia: ${listed}.`,
  );
}

/** Compares figures of equal key and period. */
function compareApproved(
  { unit, rows, approved }: UnitBelow,
  period: Period,
  evaluated: EvaluatedYears,
): Warning[] {
  if (approved === null) return [];
  const live = new Map(
    figuresFor(rows, period, evaluated).map((figure) => [placeOf(figure), formatQuantity(figure)]),
  );
  const moved = approved
    .filter((figure) => figure.key !== "recognitionRate" && overlaps(figure, period))
    .flatMap((figure) => {
      const [then, now] = [formatQuantity(figure), live.get(placeOf(figure)) ?? null];
      return then === now ? [] : [{ figure, then, now }];
    });
  if (moved.length === 0) return [];
  const told = moved.map(
    ({ figure, then, now }) =>
      `“${figure.label}” (${describePeriod(figure)}) ghi ${then}, số liệu hiện nay là ${now ?? "không còn"}`,
  );
  return [
    createWarning(
      "approved.differs",
      `${unit.id}/${hashValue(moved.map(({ figure, then, now }) => [placeOf(figure), then, now]))}/${period.from}-${period.to}`,
      period,
      { at: [...new Set(moved.map(({ figure }) => figure.key))] },
      `Báo cáo đã duyệt của ${unit.name} khác số liệu hiện nay: ${told.join("; ")}. Báo cáo này dùng số liệu hiện nay.`,
    ),
  ];
}

const placeOf = ({ key, from, to }: Pick<Figure, "key" | "from" | "to">) => `${key}/${from}-${to}`;
