import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { type Contribution, type CountedVersion, diffContributions } from "#core/figures/contribution.ts";
import { countedFigureKey, countedKey } from "../keys.ts";
import { getItem, retryOnConflict, type Table } from "../table.ts";

const attempts = 12;

/**
 * Counts versions of records exactly once: a transaction replaces a record's last counted version and adds the
 * difference to every unit of its path. Returns how many changed what is counted; older and equal versions do not.
 */
export async function aggregateVersions(table: Table, versions: readonly CountedVersion[]): Promise<number> {
  let done = 0;
  for (const version of versions)
    if (await retryOnConflict(attempts, () => aggregate(table, version), pause)) done++;
  return done;
}

async function aggregate(
  table: Table,
  { kind, id, version, contribution }: CountedVersion,
): Promise<boolean> {
  const counted = await getItem(table, countedKey({ kind, id }), true);
  if (counted && counted.version >= version) return false;
  const changes = diffContributions(
    (counted?.contribution as Contribution | undefined) ?? null,
    contribution,
  );
  await table.client.send(
    new TransactWriteCommand({
      TransactItems: [
        {
          Put: {
            TableName: table.name,
            Item: { ...countedKey({ kind, id }), version, contribution },
            ConditionExpression: counted ? "version = :version" : "attribute_not_exists(pk)",
            ExpressionAttributeValues: counted ? { ":version": counted.version } : undefined,
          },
        },
        ...changes.map(({ unit, year, key, dimension, by }) => ({
          Update: {
            TableName: table.name,
            Key: countedFigureKey(unit, year, key, dimension),
            UpdateExpression: "ADD #value :by",
            ExpressionAttributeNames: { "#value": "value" },
            ExpressionAttributeValues: { ":by": by },
          },
        })),
      ],
    }),
  );
  return true;
}

/** Waits a random time (full jitter) that grows with each attempt. */
async function pause(attempt: number): Promise<true> {
  const milliseconds = Math.random() * Math.min(1_000, 10 * 2 ** attempt);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return true;
}
