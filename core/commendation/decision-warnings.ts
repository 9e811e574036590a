import { writeDay } from "#core/base/calendar.ts";
import { firstDay, lastDay } from "#core/base/period.ts";
import { toPlainWords } from "#core/base/search-key.ts";
import { isValidOn, type Unit } from "#core/units/unit.ts";
import { sameName } from "./awards.ts";
import type { CommendationDecision } from "./decision.ts";
import { formOfKey, nameForm } from "./forms.ts";
import type { CommendationLine } from "./line.ts";
import { computeMoney } from "./money.ts";
import { standingLines, totalMoney } from "./sums.ts";
import type { CommendationWarning } from "./warning.ts";

export const dayOfAward = ({ signedOn, year }: Pick<CommendationDecision, "signedOn" | "year">): string =>
  signedOn ?? `${year}-12-31`;

interface Around {
  units: ReadonlyMap<string, Unit>;
  /** Day of the tables that price a proposal. */
  today: string;
  /** Other lines of the decision with names of the given lines. */
  namesakes?: readonly CommendationLine[];
}

/** Returns warnings about some lines of a decision that are not cancelled, by the tables and units of its day. A group of namesakes is reported on the page of its first line. */
export function findPageWarnings(
  decision: CommendationDecision,
  given: readonly CommendationLine[],
  { units, today, namesakes = [] }: Around,
): CommendationWarning[] {
  const lines = standingLines(given);
  const own = new Set(lines.map(({ n }) => n));
  const named = [...lines, ...standingLines(namesakes).filter(({ n }) => !own.has(n))].toSorted(
    (a, b) => a.n - b.n,
  );
  const isTold = ({ lines: [first = 0] }: CommendationWarning) => own.has(first);
  return [
    ...findRepeated(named).filter(isTold),
    ...findSameNames(named).filter(isTold),
    ...findHouseholds(lines),
    ...findEndedBodies(decision, lines, units),
    ...findFuture(decision, lines, today),
    ...findUnlikelyBirths(decision, lines),
    ...findUnusual(decision, lines),
    ...findMoneyGaps(decision, lines, today),
  ];
}

/** Comparison key: achievement, else initiative, with period. Empty if the line has neither. */
export const achievementOf = ({
  achievement,
  initiative,
  from,
  to,
}: Pick<CommendationLine, "achievement" | "from" | "to"> & { initiative?: string | null }): string => {
  const what = toPlainWords(achievement) || (initiative ?? "");
  return what === "" ? "" : JSON.stringify([what, from, to]);
};

export const mayBeSame = (
  one: Pick<CommendationLine, "birthYear">,
  other: Pick<CommendationLine, "birthYear">,
): boolean => one.birthYear === null || other.birthYear === null || one.birthYear === other.birthYear;

const named = (lines: readonly CommendationLine[]) => lines.filter(({ erased }) => !erased);

/** A recipient may have several awards, but only one for the same achievement and period. */
function findRepeated(lines: readonly CommendationLine[]): CommendationWarning[] {
  const groups = Map.groupBy(named(lines), (line) =>
    JSON.stringify([line.recipientKind, sameName(line.name), achievementOf(line) || line.form]),
  );
  return [...groups.values()].flatMap((group): CommendationWarning[] => {
    const repeated = group.filter((line) =>
      group.some((other) => other.n !== line.n && mayBeSame(line, other)),
    );
    const [first] = repeated;
    if (!first) return [];
    const numbers = repeated.map(({ n }) => n);
    return [{ code: "sameAchievement", lines: numbers, params: { name: first.name } }];
  });
}

function findSameNames(lines: readonly CommendationLine[]): CommendationWarning[] {
  const persons = named(lines).filter(({ recipientKind }) => recipientKind === "individual");
  return [...Map.groupBy(persons, ({ name }) => sameName(name)).values()].flatMap(
    (group): CommendationWarning[] => {
      const isUnclear = group.length > 1 && group.some(({ birthYear }) => birthYear === null);
      const numbers = group.map(({ n }) => n);
      const params = { name: group[0]?.name ?? "" };
      return isUnclear ? [{ code: "sameNameUnknown", lines: numbers, params }] : [];
    },
  );
}

const householdName = /^(hộ|gia đình)(?=\s|$)/iu;

function findHouseholds(lines: readonly CommendationLine[]): CommendationWarning[] {
  return lines
    .filter(
      ({ recipientKind, name }) =>
        recipientKind === "individual" && householdName.test(name.normalize("NFC")),
    )
    .map(({ n, name }) => ({ code: "householdAmongIndividuals", lines: [n], params: { name } }));
}

/** Bodies named like a unit that had ended, unless a valid unit has the same name. */
function findEndedBodies(
  decision: CommendationDecision,
  lines: readonly CommendationLine[],
  units: ReadonlyMap<string, Unit>,
): CommendationWarning[] {
  const on = dayOfAward(decision);
  const byName = Map.groupBy(units.values(), ({ name }) => sameName(name));
  return lines.flatMap(({ n, name, recipientKind }): CommendationWarning[] => {
    if (recipientKind !== "collective" && recipientKind !== "residentialArea") return [];
    const bodies = byName.get(sameName(name)) ?? [];
    const ended = bodies.filter(({ validTo }) => validTo !== null && validTo < on);
    const last = ended
      .map(({ validTo }) => validTo ?? "")
      .sort()
      .at(-1);
    if (last === undefined || bodies.some((unit) => isValidOn(unit, on))) return [];
    return [{ code: "bodyEnded", lines: [n], params: { name, day: writeDay(last) } }];
  });
}

/** Achievements that begin or end after the decision's day. A year is future if it has not begun. */
function findFuture(
  { signedOn }: CommendationDecision,
  lines: readonly CommendationLine[],
  today: string,
): CommendationWarning[] {
  const on = signedOn ?? today;
  return lines.flatMap(({ n, name, from, to }): CommendationWarning[] => {
    const late = [from, to].find((bound) => bound !== null && firstDay(bound) > on);
    if (!late) return [];
    const params = { name, bound: writeDay(late), day: writeDay(on) };
    return [{ code: "futureAchievement", lines: [n], params }];
  });
}

/** Plausible ages of an awarded person at the start of the achievement. */
const ages = { least: 6, most: 100 };

function findUnlikelyBirths(
  decision: CommendationDecision,
  lines: readonly CommendationLine[],
): CommendationWarning[] {
  const on = dayOfAward(decision);
  return lines.flatMap(({ n, name, recipientKind, birthYear, from, to }): CommendationWarning[] => {
    if (birthYear === null) return [];
    const end = to === null || lastDay(to) > on ? on : lastDay(to);
    const params = { name, year: String(birthYear) };
    if (birthYear > Math.min(decision.year, Number(end.slice(0, 4))))
      return [{ code: "beforeBirth", lines: [n], params }];
    const start = Number((from ?? end).slice(0, 4));
    const age = start - birthYear;
    if (recipientKind !== "individual" || (age >= ages.least && age <= ages.most)) return [];
    return [{ code: "unlikelyAge", lines: [n], params: { ...params, start: String(start) } }];
  });
}

function findUnusual(
  decision: CommendationDecision,
  lines: readonly CommendationLine[],
): CommendationWarning[] {
  const groups = Map.groupBy(lines, ({ form, recipientKind }) => `${form} ${recipientKind}`);
  return [...groups.values()].flatMap((group): CommendationWarning[] => {
    const [line] = group;
    if (!line) return [];
    const { recipients, levels } = formOfKey(line.form);
    const at = { lines: group.map(({ n }) => n), params: { form: nameForm(line.form, decision.level) } };
    return [
      ...(recipients.includes(line.recipientKind) ? [] : [{ code: "unusualRecipient" as const, ...at }]),
      ...(levels.includes(decision.level) ? [] : [{ code: "unusualLevel" as const, ...at }]),
    ];
  });
}

function findMoneyGaps(
  decision: CommendationDecision,
  lines: readonly CommendationLine[],
  today: string,
): CommendationWarning[] {
  const { line, level } = decision;
  const on = decision.signedOn ?? today;
  const gaps = Map.groupBy(
    lines.filter(({ money }) => money === null),
    ({ form, recipientKind }) => computeMoney({ line, level, form, recipientKind }, on).gap,
  );
  return [...gaps].flatMap(([code, group]) =>
    code === null ? [] : [{ code, lines: group.map(({ n }) => n), params: { day: writeDay(on) } }],
  );
}

export function findOverBudget(decision: CommendationDecision, today: string): CommendationWarning[] {
  const { line, level, budget, signedOn, sums } = decision;
  const { amount } = totalMoney(sums, { line, level, on: signedOn ?? today });
  if (budget === null || amount <= budget) return [];
  return [{ code: "overBudget", lines: [], params: { amount, budget } }];
}
