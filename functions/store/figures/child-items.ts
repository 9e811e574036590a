import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { type ChildFigures, dueCounter, readChildFigures } from "#core/figures/child-figures.ts";
import { type Key, readChildFigureKey } from "../keys.ts";
import { getItems, type Item, type Table } from "../table.ts";
import type { Addition } from "./additions.ts";

/** Together about half of DynamoDB's unit of writing. */
const zerosKept = 30;

/** Null for an item that is no child's. */
export function toChildFigures(item: Item): ChildFigures | null {
  const place = readChildFigureKey(item as Key);
  if (!place) return null;
  const counters = Object.entries(item).filter(([, value]) => typeof value === "number");
  return readChildFigures(place.child, place.year, new Map(counters));
}

/** Removes counters of past due days from children that have many, so that their items stay small. */
export async function removeZeroCounters(table: Table, written: readonly Addition[]): Promise<void> {
  const keys = written.filter(fellDue).map(({ pk, sk }) => ({ pk, sk }));
  for (const { pk, sk, ...counters } of await getItems(table, keys)) {
    const zeros = Object.keys(counters).filter((name) => counters[name] === 0);
    if (zeros.length >= zerosKept) await remove(table, { pk, sk }, zeros.slice(0, zerosKept));
  }
}

function fellDue({ by, ...key }: Addition): boolean {
  return (
    readChildFigureKey(key) !== null &&
    Object.entries(by).some(([name, value]) => name.startsWith(dueCounter) && value < 0)
  );
}

async function remove(table: Table, key: Key, names: readonly string[]): Promise<void> {
  const removal = new UpdateCommand({
    TableName: table.name,
    Key: key,
    UpdateExpression: `REMOVE ${names.map((_, i) => `#${i}`).join()}`,
    ConditionExpression: names.map((_, i) => `#${i} = :zero`).join(" AND "),
    ExpressionAttributeNames: Object.fromEntries(names.map((name, i) => [`#${i}`, name])),
    ExpressionAttributeValues: { ":zero": 0 },
  });
  try {
    await table.client.send(removal);
  } catch (error) {
    // Another batch counts on one of the days meanwhile.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
