/** One figure as `npm run bench` shows it: what was measured, beside what it is held against in the same run. */
export interface Row {
  what: string;
  measured: string;
  /** What it is read beside: a goal, or another thing measured in this run. */
  beside: string;
  /** Whether the goal is reached; null where the row only tells. */
  reached: boolean | null;
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Milliseconds that each run takes: rounds of all in turn, so that what disturbs the machine disturbs all of them alike. */
export async function timeInTurn(
  runs: readonly (() => unknown)[],
  rounds: number,
  warmUp = Math.ceil(rounds / 5),
): Promise<number[]> {
  const times = runs.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [i, run] of runs.entries()) {
      const from = performance.now();
      await run();
      if (round >= 0) times[i]?.push(performance.now() - from);
    }
  }
  return times.map(median);
}

/** A number for people: at most this many digits behind the point. */
export const round = (value: number, digits = 1): string =>
  value.toLocaleString("en", { maximumFractionDigits: digits });

/** Rows as a table for the terminal. */
export function drawTable(rows: readonly Row[]): string {
  const cells = [
    ["figure", "measured", "beside", ""],
    ...rows.map(({ what, measured, beside, reached }) => [
      what,
      measured,
      beside,
      reached === null ? "" : reached ? "reached" : "MISSED",
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const draw = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = cells;
  return [draw(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...body.map(draw)].join(
    "\n",
  );
}
