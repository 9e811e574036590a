import { covers, type Period } from "#core/base/period.ts";
import type { EvaluatedYears } from "#core/figures/figure.ts";
import { currentRecognitions } from "#core/initiatives/recognition.ts";
import { groupOfCommendation } from "#core/report/sections/commendation.ts";
import type { Level } from "#core/units/unit.ts";
import type { AnnexCommendation, AnnexInitiative, RankedUnit, ReportAnnexes } from "./annex-model.ts";
import { countNationalForm } from "./commendation-annexes.ts";
import { figuresFor } from "./figures.ts";
import type { RecognisedInitiative, ReportFigure, ReportInput, UnitBelow } from "./model.ts";
import { capitalise, describeWhen, nameMeasure } from "./wording.ts";

export function listAnnexes(
  { unit, recognised, decisions, children, period }: ReportInput,
  figures: ReportFigure[],
  evaluated: EvaluatedYears,
): ReportAnnexes {
  return {
    recognised: sortByDecision(recognised.map((each) => listInitiative(each, unit.level))),
    commendations: figures.flatMap(listCommendation),
    decisions,
    nationalForm: countNationalForm(decisions),
    unitsRanked: rankUnits(children, period, evaluated),
  };
}

function listInitiative({ summary, unitName }: RecognisedInitiative, level: Level): AnnexInitiative {
  const { id, year, number, title, organisation, recognitions, publicAuthors } = summary;
  const current = currentRecognitions(recognitions).map(({ level, decision }) => ({ level, decision }));
  const own = current.find((each) => each.level === level && each.decision) ?? leadingOf(current);
  return {
    ...{ id, year, number, title },
    authors: publicAuthors,
    unit: unitName,
    organisation,
    recognitions: own ? [own, ...current.filter((each) => each !== own)] : current,
  };
}

type AnnexRecognition = AnnexInitiative["recognitions"][number];

const leadingOf = (recognitions: AnnexRecognition[]): AnnexRecognition | undefined =>
  recognitions.findLast(({ decision }) => decision !== null);

/** Orders by day of decision, then register number. Initiatives without a decision come first, by year. */
function sortByDecision(initiatives: AnnexInitiative[]): AnnexInitiative[] {
  const placed = initiatives.map((initiative) => {
    const [{ decision, level } = { decision: null, level: "" }] = initiative.recognitions;
    const { year, number, id } = initiative;
    const place = [
      decision?.signedOn ?? "",
      Number.parseInt(decision?.number ?? "", 10) || 0,
      decision ? `${decision.number} ${level}` : "",
      year,
      number ?? Number.POSITIVE_INFINITY,
      id,
    ];
    return { initiative, place };
  });
  return placed.sort((a, b) => comparePlaces(a.place, b.place)).map(({ initiative }) => initiative);
}

function comparePlaces(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const differing = a.findIndex((part, i) => part !== b[i]);
  if (differing === -1) return 0;
  return (a[differing] ?? 0) < (b[differing] ?? 0) ? -1 : 1;
}

function listCommendation(figure: ReportFigure): AnnexCommendation[] {
  const group = groupOfCommendation(figure);
  if (group === null) return [];
  return [
    {
      group,
      form: capitalise(figure.label),
      recipient: nameMeasure(figure.measure),
      period: capitalise(describeWhen(figure)),
      figure: figure.id,
    },
  ];
}

type UnrankedUnit = Omit<RankedUnit, "rank">;

function rankUnits(children: UnitBelow[], period: Period, evaluated: EvaluatedYears): RankedUnit[] {
  const comparable = ({ rate, qualifiers }: UnrankedUnit) => (qualifiers.rate ? -1 : (rate ?? -1));
  const known = children
    .map((child) => rankingOf(child, period, evaluated))
    .toSorted(
      (a, b) =>
        comparable(b) - comparable(a) ||
        (b.recognised ?? -1) - (a.recognised ?? -1) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : a.unit < b.unit ? -1 : 1),
    );
  const rates = known.map(comparable);
  return known.map((unit, i) => ({
    ...unit,
    rank: rates[i] === -1 ? null : 1 + rates.indexOf(rates[i] ?? -1),
  }));
}

function rankingOf({ unit, rows }: UnitBelow, period: Period, evaluated: EvaluatedYears): UnrankedUnit {
  const figures = figuresFor(rows, period, evaluated);
  const over = (key: string) => figures.find((figure) => figure.key === key && isOver(figure, period));
  const rates = figures.filter(({ key, numerator }) => key === "recognitionRate" && numerator !== undefined);
  const found = {
    registered: over("registered"),
    recognised: over("recognised"),
    rate: rates.length === 1 ? rates[0] : undefined,
  };
  const qualified = Object.entries(found).flatMap(([name, figure]) =>
    figure?.qualifier ? [[name, figure.qualifier] as const] : [],
  );
  return {
    unit: unit.id,
    name: unit.name,
    registered: found.registered?.value ?? null,
    recognised: found.recognised?.value ?? null,
    rate: found.rate?.value ?? null,
    qualifiers: Object.fromEntries(qualified),
  };
}

const isOver = (figure: Period, period: Period) => covers(figure, period) && covers(period, figure);
