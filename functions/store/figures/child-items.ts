import { type ChildFigures, dueDayOf, readChildFigures } from "#core/figures/child-figures.ts";
import { type Key, readChildFigureKey } from "../keys.ts";
import { getItems, type Item, type Table } from "../table.ts";
import type { Write } from "../writes.ts";
import { type Addition, addClause, placeOf, toUpdate } from "./additions.ts";

/*
 * A direct child's item stores counters as attributes and open dossiers by due day as one text, because
 * DynamoDB reads one text faster than many numbers.
 */

/** Null for an item of another kind. */
export function toChildFigures(item: Item): ChildFigures | null {
  const place = readChildFigureKey(item as Key);
  if (!place) return null;
  const counters = Object.entries(item).filter(([, value]) => typeof value === "number");
  return readChildFigures(place.child, place.year, new Map(counters), readDue(item.due));
}

function readDue(text = ""): Map<string, number> {
  const days = text.split(" ").filter((day) => day !== "");
  return new Map(
    days.map((day) => [day.slice(0, day.indexOf("=")), Number(day.slice(day.indexOf("=") + 1))]),
  );
}

/** Open dossiers by due day: `2026-07-01=3 2026-07-02=1`. */
function writeDue(due: ReadonlyMap<string, number>): string {
  return [...due]
    .filter(([, count]) => count !== 0)
    .map(([day, count]) => `${day}=${count}`)
    .sort()
    .join(" ");
}

/** Updates that fail if a due day has changed meanwhile. */
export async function updatesFor(table: Table, additions: readonly Addition[]): Promise<Write[]> {
  const found = await getItems(
    table,
    additions.filter(changesDue).map(({ pk, sk }) => ({ pk, sk })),
  );
  const dueBefore = new Map(found.map((item) => [placeOf(item as Key), item.due as string | undefined]));
  return additions.map((addition) =>
    changesDue(addition)
      ? toChildUpdate(table, addition, dueBefore.get(placeOf(addition)))
      : toUpdate(table, addition),
  );
}

const changesDue = ({ by }: Addition): boolean => Object.keys(by).some((name) => dueDayOf(name) !== null);

export function sumCounters({ by }: Addition, before: string | undefined) {
  const due = readDue(before);
  const counters: Record<string, number> = {};
  for (const [name, value] of Object.entries(by)) {
    const day = dueDayOf(name);
    if (day === null) counters[name] = value;
    else due.set(day, (due.get(day) ?? 0) + value);
  }
  return { counters, due: writeDue(due) };
}

function toChildUpdate(table: Table, addition: Addition, before: string | undefined): Write {
  const { pk, sk } = addition;
  const { counters, due } = sumCounters(addition, before);
  const { clause, names, values } = addClause(counters);
  return {
    Update: {
      TableName: table.name,
      Key: { pk, sk },
      UpdateExpression: `${clause} SET #due = :due`,
      ConditionExpression: before === undefined ? "attribute_not_exists(#due)" : "#due = :before",
      ExpressionAttributeNames: { ...names, "#due": "due" },
      ExpressionAttributeValues: { ...values, ":due": due, ":before": before },
    },
  };
}
