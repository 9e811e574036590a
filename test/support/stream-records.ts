import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBRecord } from "aws-lambda";
import { inject } from "vitest";
import type { Table } from "../../functions/store/table.ts";
import { localAccess } from "../../local/credentials.ts";
import { toLambdaRecord } from "../../local/standins/delivery.ts";

/** All that a table's stream holds so far, in order, as Lambda hands it over. */
export async function readStreamRecords({ client, name }: Table): Promise<DynamoDBRecord[]> {
  const { Table: described } = await client.send(new DescribeTableCommand({ TableName: name }));
  const StreamArn = described?.LatestStreamArn;
  const streams = new DynamoDBStreamsClient({ ...localAccess, endpoint: inject("dynamoDbEndpoint") });
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const records: DynamoDBRecord[] = [];
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    const { ShardIterator } = await streams.send(
      new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" }),
    );
    for (let iterator = ShardIterator; iterator; ) {
      const page = await streams.send(new GetRecordsCommand({ ShardIterator: iterator }));
      records.push(...(page.Records ?? []).map(toLambdaRecord));
      // A shard that is still written to always has a next page.
      iterator = page.Records?.length ? page.NextShardIterator : undefined;
    }
  }
  streams.destroy();
  return records;
}
