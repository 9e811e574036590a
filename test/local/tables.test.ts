import { DescribeTableCommand, DescribeTimeToLiveCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { indexes } from "../../functions/store/keys.ts";
import { createTable } from "../../local/standins/tables.ts";
import { createTestTable } from "../support/table.ts";

const { client, table, countRequests } = await createTestTable(undefined, { stream: true });

test("the table has the indexes of keys.ts, a stream of new images, and expiry", async () => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table.name }));
  const found = (Table?.GlobalSecondaryIndexes ?? []).map(({ IndexName, KeySchema, Projection }) => ({
    name: IndexName,
    pk: KeySchema?.[0]?.AttributeName,
    sk: KeySchema?.[1]?.AttributeName,
    projected: Projection?.NonKeyAttributes,
  }));
  expect(found).toHaveLength(indexes.length);
  expect(found).toEqual(expect.arrayContaining([...indexes]));
  expect(Table?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: "NEW_IMAGE" });
  const { TimeToLiveDescription } = await client.send(
    new DescribeTimeToLiveCommand({ TableName: table.name }),
  );
  expect(TimeToLiveDescription?.AttributeName).toBe("expiresAt");
});

test("creating it again changes nothing", async () => {
  const { result, requests } = await countRequests(() => createTable(client, table.name));
  expect(result).toBe(false);
  expect(requests).toEqual(["CreateTable"]);
});
