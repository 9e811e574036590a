export interface Row {
  what: string;
  measured: string;
  /** Goal, or another measurement for comparison. */
  beside: string;
  /** Null without a goal. */
  reached: boolean | null;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Returns medians of alternating runs, so that disturbances affect all alike. */
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

export const round = (value: number, digits = 1): string =>
  value.toLocaleString("en", { maximumFractionDigits: digits });

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
