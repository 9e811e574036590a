import { bandOf, type Rubric, type Verdict } from "./rubric.ts";

export type ScoreSheet = Readonly<Record<string, number>>;

/** `mostVotes`: highest count of any initiative; `duplication`: share found elsewhere, in per cent. */
export interface OtherScores {
  votes?: number;
  mostVotes?: number;
  duplication?: number;
}

export interface Outcome {
  total: number;
  means: Readonly<Record<string, number>>;
  vote: number;
  outcome: string;
  verdict: Verdict;
  missed: number[];
  duplicated: boolean;
  sheetsMissing: number;
}

const mean = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0) / (numbers.length || 1);

/** Rounds halves up; 1e-9 compensates for binary fractions (49.995 is stored as 49.99499…). */
export function roundTo(value: number, step: number | null): number {
  if (step === null) return Number(value.toFixed(9));
  return Number((Math.floor(value / step + 0.5 + 1e-9) * step).toFixed(4));
}

export function findSheetFaults(rubric: Rubric, sheet: ScoreSheet): string[] {
  const known = new Set(rubric.criteria.map(({ key }) => key));
  const bad = rubric.criteria.filter(({ key, max }) => {
    const given = sheet[key];
    return given === undefined || !Number.isFinite(given) || given < 0 || given > max;
  });
  return [...bad.map(({ key }) => key), ...Object.keys(sheet).filter((key) => !known.has(key))];
}

/** Throws RangeError where there is no sheet or one of them is faulty. */
export function evaluateSheets(
  rubric: Rubric,
  sheets: readonly ScoreSheet[],
  others: OtherScores = {},
): Outcome {
  if (sheets.length === 0 || sheets.some((sheet) => findSheetFaults(rubric, sheet).length > 0))
    throw new RangeError("a sheet that the rubric does not know");
  const means: Record<string, number> = {};
  for (const { key } of rubric.criteria) means[key] = mean(sheets.map((sheet) => sheet[key] ?? 0));
  const scored = rubric.criteria.filter((criterion) => criterion.scored).map(({ key }) => key);
  const sums = sheets.map((sheet) => scored.reduce((total, key) => total + (sheet[key] ?? 0), 0));
  const { votes = 0, mostVotes = 0, duplication = 0 } = others;
  const vote =
    rubric.vote && mostVotes > 0 ? roundTo((rubric.vote.max * votes) / mostVotes, rubric.vote.step) : 0;
  const total = roundTo(mean(sums) + vote, rubric.step);
  const reached = bandOf(rubric.outcomes, total);
  const missed = rubric.floors.flatMap(({ criteria, atLeast }, i) =>
    roundTo(
      criteria.reduce((points, key) => points + (means[key] ?? 0), 0),
      null,
    ) < atLeast
      ? [i]
      : [],
  );
  const duplicated = rubric.duplicationAtMost !== null && duplication > rubric.duplicationAtMost;
  const { atLeast, thirdFrom } = rubric.markers;
  const needsThird =
    thirdFrom !== null && sums.length === 2 && Math.max(...sums) - Math.min(...sums) >= thirdFrom;
  return {
    total,
    means,
    vote,
    outcome: reached?.name ?? "",
    verdict: worst([
      reached?.verdict ?? "notRecognised",
      ...missed.map((i) => rubric.floors[i]?.otherwise ?? "notRecognised"),
      ...(duplicated ? (["notRecognised"] as const) : []),
    ]),
    missed,
    duplicated,
    sheetsMissing: Math.max(0, atLeast - sums.length, needsThird ? 1 : 0),
  };
}

function worst(verdicts: Verdict[]): Verdict {
  for (const verdict of ["notRecognised", "toComplete"] as const)
    if (verdicts.includes(verdict)) return verdict;
  return "recognised";
}
