import { setTimeout as sleep } from "node:timers/promises";
import {
  DescribeTableCommand,
  type DynamoDBClient,
  ListTagsOfResourceCommand,
  RestoreTableToPointInTimeCommand,
  type TableDescription,
  TagResourceCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { expiryAttribute } from "../functions/store/keys.ts";
import { recoveryDays } from "../infra/table.ts";

interface Restoration {
  client: DynamoDBClient;
  from: string;
  name: string;
  lasting: boolean;
  tell: (line: string) => void;
  /** Polling interval in milliseconds. */
  look?: number;
}

/**
 * Restores the state at `to` into a new table, or completes an earlier run. Sets what RestoreTableToPointInTime
 * does not restore: stream, expiry, recovery, protection, tags.
 */
export async function restoreTable(
  given: Restoration & { to: Date },
): Promise<{ name: string; streamArn: string }> {
  const { client, from, name, to, tell } = given;
  const there = await findTable(client, name);
  if (there) tell(`${name} is there already: going on with it`);
  else {
    const settings = { SourceTableName: from, TargetTableName: name, RestoreDateTime: to };
    await client.send(new RestoreTableToPointInTimeCommand(settings));
    tell(`${name} is being restored as ${from} was at ${to.toISOString()}`);
  }
  return completeTable(given);
}

export async function completeTable(given: Restoration): Promise<{ name: string; streamArn: string }> {
  const { client, from, name, lasting, tell } = given;
  const restored = await waitUntilActive(given);
  await client.send(
    new UpdateContinuousBackupsCommand({
      TableName: name,
      PointInTimeRecoverySpecification: {
        PointInTimeRecoveryEnabled: true,
        RecoveryPeriodInDays: recoveryDays,
      },
    }),
  );
  tell(`can be set back to any second of ${recoveryDays} days`);
  await expireItems(client, name);
  tell(`items expire by ${expiryAttribute}`);
  const { Tags = [] } = await client.send(
    new ListTagsOfResourceCommand({ ResourceArn: (await findTable(client, from))?.TableArn }),
  );
  // AWS sets aws: tags itself.
  const own = Tags.filter(({ Key = "" }) => !Key.startsWith("aws:"));
  if (own.length > 0)
    await client.send(new TagResourceCommand({ ResourceArn: restored.TableArn, Tags: own }));
  if (!restored.StreamSpecification?.StreamEnabled) {
    const StreamSpecification = { StreamEnabled: true, StreamViewType: "NEW_IMAGE" as const };
    await client.send(new UpdateTableCommand({ TableName: name, StreamSpecification }));
    await waitUntilActive(given);
  }
  tell("its stream is on");
  if (lasting && !restored.DeletionProtectionEnabled) {
    await client.send(new UpdateTableCommand({ TableName: name, DeletionProtectionEnabled: true }));
    await waitUntilActive(given);
    tell("nobody can delete it by mistake");
  }
  const { LatestStreamArn = "" } = (await findTable(client, name)) ?? {};
  return { name, streamArn: LatestStreamArn };
}

async function findTable(client: DynamoDBClient, name: string): Promise<TableDescription | null> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table ?? null;
  } catch (error) {
    if ((error as Error).name === "ResourceNotFoundException") return null;
    throw error;
  }
}

async function waitUntilActive({
  client,
  name,
  look = 20_000,
  tell,
}: Restoration): Promise<TableDescription> {
  for (;;) {
    const table = await findTable(client, name);
    const indexes = table?.GlobalSecondaryIndexes ?? [];
    if (table?.TableStatus === "ACTIVE" && indexes.every(({ IndexStatus }) => IndexStatus === "ACTIVE"))
      return table;
    tell(`${new Date().toISOString()}  ${table?.TableStatus ?? "not there yet"}`);
    await sleep(look);
  }
}

async function expireItems(client: DynamoDBClient, name: string): Promise<void> {
  try {
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: name,
        TimeToLiveSpecification: { Enabled: true, AttributeName: expiryAttribute },
      }),
    );
  } catch (error) {
    // DynamoDB refuses to enable an enabled setting.
    if (!/already enabled/.test(String(error))) throw error;
  }
}
