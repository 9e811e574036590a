import { type EvaluatedYears, figureOf } from "./figure.ts";
import { resolveFigures } from "./figure-resolution.ts";
import { isWholeYears, type Period } from "./period.ts";
import { standing } from "./recognition.ts";
import { groupOfCommendation } from "./report-commendation.ts";
import type {
  AnnexCommendation,
  AnnexInitiative,
  RankedUnit,
  RecognisedInitiative,
  ReportAnnexes,
  ReportFigure,
  ReportInput,
  UnitBelow,
} from "./report-model.ts";
import { capitalise, describePeriod, periodOf } from "./report-wording.ts";

/** The lists behind the text, whole however long they are: where they are too long for paper is for the documents to say. */
export function listAnnexes(
  { recognised, children, period }: ReportInput,
  figures: ReportFigure[],
  evaluated: EvaluatedYears,
): ReportAnnexes {
  return {
    recognised: recognised.map(listInitiative),
    commendations: figures.flatMap(listCommendation),
    unitsRanked: rankUnits(children, period, evaluated),
  };
}

function listInitiative({ summary, unitName }: RecognisedInitiative): AnnexInitiative {
  const { id, year, title, organisation, recognitions } = summary;
  return {
    id,
    year,
    title,
    unit: unitName,
    organisation,
    recognitions: standing(recognitions).map(({ level, decision }) => ({ level, decision })),
  };
}

function listCommendation(figure: ReportFigure): AnnexCommendation[] {
  const group = groupOfCommendation(figure.key);
  if (group === null) return [];
  return [
    {
      group,
      form: capitalise(figure.label),
      recipient: figure.measure.replaceAll("/", ", "),
      period: capitalise(describePeriod(periodOf(figure))),
      figure: figure.id,
    },
  ];
}

type Standing = Omit<RankedUnit, "rank">;

/** By the rate of the years that are evaluated; who has none has no rank, and stands behind in the order of the names. */
function rankUnits(children: UnitBelow[], period: Period, evaluated: EvaluatedYears): RankedUnit[] {
  const known = children
    .map((child) => standOf(child, period, evaluated))
    .toSorted(
      (a, b) =>
        (b.rate ?? -1) - (a.rate ?? -1) ||
        (b.recognised ?? -1) - (a.recognised ?? -1) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : a.unit < b.unit ? -1 : 1),
    );
  return known.map((unit): RankedUnit => {
    const { rate } = unit;
    const rank = rate === null ? null : 1 + known.filter((other) => (other.rate ?? -1) > rate).length;
    return { ...unit, rank };
  });
}

function standOf({ unit, rows }: UnitBelow, period: Period, evaluated: EvaluatedYears): Standing {
  const figures = resolveFigures(rows, period, evaluated);
  const exact = (key: string) => {
    const figure = isYear(period)
      ? figureOf(figures, key, Number(period.from))
      : figures.find(({ key: own, from, to }) => own === key && from === period.from && to === period.to);
    return figure?.qualifier === null ? figure.value : null;
  };
  const rate = figures.filter(({ key, numerator }) => key === "recognitionRate" && numerator !== undefined);
  const [only] = rate;
  return {
    unit: unit.id,
    name: unit.name,
    registered: exact("registered"),
    recognised: exact("recognised"),
    rate: rate.length === 1 && only?.qualifier === null ? only.value : null,
  };
}

const isYear = (period: Period) => isWholeYears(period) && period.from === period.to;
