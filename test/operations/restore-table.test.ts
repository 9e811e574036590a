import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { indexes } from "../../functions/store/keys.ts";
import { restoreTable } from "../../operations/table-restore.ts";
import { createTestTable } from "../support/table.ts";

const { client, table } = await createTestTable();
const name = `${table.name}-restored`;

/** What DynamoDB Local does not know is answered as DynamoDB would: a restored table has data and indexes, and no stream, expiry, tags or protection. */
function answerAsCloud() {
  const asked: [string, object][] = [];
  const send = async (command: { constructor: { name: string }; input: Record<string, unknown> }) => {
    const { input } = command;
    const what = command.constructor.name.replace(/Command$/, "");
    if (!what.startsWith("Describe")) asked.push([what, input]);
    switch (what) {
      case "RestoreTableToPointInTime": {
        const { Table } = await client.send(new DescribeTableCommand({ TableName: table.name }));
        const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes = [] } = Table ?? {};
        return client.send(
          new CreateTableCommand({
            ...{ TableName: name, KeySchema, AttributeDefinitions, BillingMode: "PAY_PER_REQUEST" },
            GlobalSecondaryIndexes: GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => ({
              ...{ IndexName, KeySchema, Projection },
            })),
          }),
        );
      }
      case "ListTagsOfResource":
        return {
          Tags: [
            { Key: "aws:cloudformation:stack-name", Value: "x" },
            { Key: "sst:stage", Value: "prod" },
          ],
        };
      case "UpdateContinuousBackups":
      case "TagResource":
        return {};
      default:
        return client.send(command as unknown as DescribeTableCommand);
    }
  };
  return { asked, client: { send } as unknown as DynamoDBClient };
}

test("a restored table gets what DynamoDB leaves out, and an interrupted restoration goes on", async () => {
  const cloud = answerAsCloud();
  const to = new Date("2026-12-01T02:30:00Z");
  const run = () =>
    restoreTable({
      client: cloud.client,
      from: table.name,
      name,
      to,
      lasting: true,
      tell: () => {},
      look: 50,
    });
  const made = await run();
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  expect(made).toEqual({ name, streamArn: Table?.LatestStreamArn });
  expect(Table).toMatchObject({
    StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
    DeletionProtectionEnabled: true,
  });
  expect(Table?.GlobalSecondaryIndexes).toHaveLength(indexes.length);
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: name }));
  expect(TimeToLiveDescription).toMatchObject({ AttributeName: "expiresAt", TimeToLiveStatus: "ENABLED" });
  const asked = Object.fromEntries(cloud.asked);
  expect(asked).toMatchObject({
    RestoreTableToPointInTime: { SourceTableName: table.name, TargetTableName: name, RestoreDateTime: to },
    UpdateContinuousBackups: { PointInTimeRecoverySpecification: { RecoveryPeriodInDays: 35 } },
    TagResource: { Tags: [{ Key: "sst:stage", Value: "prod" }] },
  });
  expect(await run()).toEqual(made);
  expect(cloud.asked.filter(([what]) => /^(Restore|UpdateTable$)/.test(what))).toHaveLength(3);
});
