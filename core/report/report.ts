import * as v from "valibot";
import { boundValue, yearsOf } from "#core/base/period.ts";
import { finishedYears } from "#core/figures/derivation.ts";
import { type EvaluatedYears, figureOf } from "#core/figures/figure.ts";
import { padSections } from "#core/report/sections/padded-numbers.ts";
import { writeSections } from "#core/report/sections/sections.ts";
import { findWarningsBelow } from "#core/report/warnings/below.ts";
import { findOverlappingPeriods } from "#core/report/warnings/overlaps.ts";
import { findExceedingSums, findImplausible } from "#core/report/warnings/plausibility.ts";
import { findWarnings } from "#core/report/warnings/warnings.ts";
import { listAnnexes } from "./annexes.ts";
import { compareYears } from "./comparison.ts";
import { figuresFor } from "./figures.ts";
import { hashInput, sortInput } from "./input.ts";
import type { ReportFigure, ReportInput, ReportModel } from "./model.ts";
import { ReportSigning } from "./signing.ts";
import { sourcesOf } from "./sources.ts";
import { describePeriod, nameInSentence } from "./wording.ts";

export function buildReport(given: ReportInput): ReportModel {
  const input = sortInput(given);
  const { unit, superior, period, rows, campaigns } = input;
  const evaluated = evaluatedYears(input);
  const resolved = figuresFor(rows, period, evaluated);
  const figures = resolved.map((figure): ReportFigure => {
    const { key, label, from, to, value, counted, qualifier, measure, origin, partOf } = figure;
    const { kind, section, place, sentence } = figure;
    const declared = rows.declared.find((row) => row.key === key && row.from === from && row.to === to);
    return {
      id: `${key}/${from}-${to}`,
      key,
      label,
      from: boundValue(from),
      to: boundValue(to),
      value,
      counted,
      qualifier,
      measure,
      origin,
      sources: sourcesOf(figure, resolved, input),
      partOf,
      kind,
      section,
      place,
      sentence,
      note: declared?.note ?? "",
      ...(figure.numerator === undefined ? {} : { numerator: figure.numerator }),
      ...(figure.byUnit === undefined ? {} : { byUnit: figure.byUnit }),
      ...(figure.denominator === undefined ? {} : { denominator: figure.denominator }),
    };
  });
  const finished = finishedYears(resolved, period, evaluated).map(({ year }) => year);
  const open = yearsOf(period).filter(
    (year) => figureOf(resolved, "registered", year) && !finished.includes(year),
  );
  return {
    unit: { id: unit.id, name: unit.name, level: unit.level, code: unit.code, system: unit.system },
    superior: superior && {
      id: superior.id,
      name: superior.name,
      level: superior.level,
      system: superior.system,
    },
    period: { from: boundValue(period.from), to: boundValue(period.to) },
    title: `Kết quả phong trào thi đua “Đoàn kết sáng tạo” ${describePeriod(period)} của ${nameInSentence(unit)}`,
    layout: input.layout,
    // Parsing restores the key order, on which the report's bytes depend. Stored maps have no order.
    signing: v.parse(ReportSigning, input.signing),
    demo: campaigns.some(({ demo }) => demo),
    dataHash: hashInput(input),
    figures,
    warnings: [
      ...findWarnings(resolved, period, evaluated),
      ...findOverlappingPeriods(resolved),
      ...findExceedingSums(resolved),
      ...findImplausible(resolved, rows.declared),
      ...findWarningsBelow(input, evaluated),
    ],
    sections: (input.padNumbers ? padSections : keepSections)(
      writeSections({
        input,
        figures,
        all: figures,
        finished,
        open,
        change: compareYears(input, figures, finished),
      }),
    ),
    annexes: listAnnexes(input, figures, evaluated),
  };
}

const keepSections = <T>(sections: T): T => sections;

/** A year is evaluated if all its campaigns are. */
function evaluatedYears({ campaigns }: ReportInput): EvaluatedYears {
  const years = new Map<number, boolean>();
  for (const { year, evaluatedOn } of campaigns)
    years.set(year, (years.get(year) ?? true) && evaluatedOn !== null);
  return years;
}
