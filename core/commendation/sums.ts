import type { AwardLevel } from "./forms.ts";
import type { CommendationLine, LineForm } from "./line.ts";
import type { CancelledSum, LineSum, MoneyTotal } from "./line-sum.ts";
import { computeMoney, type MoneyTables, moneyTables } from "./money.ts";

// This file uses no schemas, because the public API's bundle includes it.

type Counted = Pick<LineForm, "form" | "recipientKind" | "leader" | "system" | "money">;

const counters = ["count", "leaders", "front", "memberOrganisations", "priced", "money"] as const;

const sumOf = ({ form, recipientKind, leader, system, money }: Counted, sign: 1 | -1): LineSum => {
  const officer = (of: string) => (recipientKind === "individual" && system === of ? sign : 0);
  return {
    form,
    recipientKind,
    count: sign,
    leaders: leader ? sign : 0,
    front: officer("front"),
    memberOrganisations: officer("memberOrganisation"),
    priced: money === null ? 0 : sign,
    money: sign * (money ?? 0),
  };
};

/** The order of the lines has no effect. */
export function addLines(
  sums: readonly LineSum[],
  { added = [], removed = [] }: { added?: readonly Counted[]; removed?: readonly Counted[] },
): LineSum[] {
  const rows = new Map<string, LineSum>();
  const add = (row: LineSum) => {
    const key = `${row.form} ${row.recipientKind}`;
    const before = rows.get(key);
    const after = { ...(before ?? row) };
    if (before) for (const name of counters) after[name] = before[name] + row[name];
    rows.set(key, after);
  };
  for (const row of sums) add(row);
  for (const line of added) add(sumOf(line, 1));
  for (const line of removed) add(sumOf(line, -1));
  return [...rows.entries()]
    .filter(([, { count }]) => count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row);
}

/** False for cancelled and withdrawn decisions, which lists show but do not add up. */
export const isAddedUp = ({ state }: { state: string }): boolean =>
  state === "proposed" || state === "issued";

export const noneCancelled: CancelledSum = { count: 0, moneyToRecover: 0, unknown: 0, firstOn: null };

/** Lines whose award is in force. */
export const standingLines = <L extends Pick<CommendationLine, "cancellation">>(lines: readonly L[]): L[] =>
  lines.filter(({ cancellation }) => cancellation === null);

export function addCancelled(
  sum: CancelledSum,
  cancelled: readonly NonNullable<CommendationLine["cancellation"]>[],
): CancelledSum {
  return cancelled.reduce(
    ({ count, moneyToRecover, unknown, firstOn }, { on, moneyToRecover: money }) => ({
      count: count + 1,
      moneyToRecover: moneyToRecover + (money ?? 0),
      unknown: unknown + (money === null ? 1 : 0),
      firstOn: firstOn === null || on < firstOn ? on : firstOn,
    }),
    sum,
  );
}

export const countLines = (sums: readonly LineSum[]): number =>
  sums.reduce((sum, { count }) => sum + count, 0);

export function totalMoney(
  sums: readonly LineSum[],
  { line, level, on }: { line: string; level: AwardLevel; on: string | null },
  tables: MoneyTables = moneyTables,
): MoneyTotal {
  let amount = 0;
  let without = 0;
  for (const { form, recipientKind, count, priced, money } of sums) {
    const each = computeMoney({ line, form, level, recipientKind }, on, tables).amount;
    amount += money + (count - priced) * (each ?? 0);
    if (each === null) without += count - priced;
  }
  return { amount, without };
}
