import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  DynamoDBDocumentClient,
  GetCommand,
  type NativeAttributeValue,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  type ScanCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { Problem } from "#core/base/problems.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { type IndexName, indexes, type Key } from "./keys.ts";

export interface Table {
  client: DynamoDBDocumentClient;
  name: string;
}

export type Item = Record<string, NativeAttributeValue>;

/** Endpoint, region and credentials come from the environment. */
export function openTable(name: string, config: DynamoDBClientConfig = {}): Table {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { client, name };
}

export async function getItem(table: Table, key: Key, consistent = false): Promise<Item | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: consistent }),
  );
  return Item;
}

/** Waits a random time (full jitter) that grows with each attempt. */
export async function pauseAtRandom(attempt: number): Promise<void> {
  const milliseconds = Math.random() * Math.min(1_000, 10 * 2 ** attempt);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

const readAtOnce = 100;

/** Consistent reads in batches; missing items are left out. */
export async function getItems(table: Table, keys: readonly Key[]): Promise<Item[]> {
  const found: Item[] = [];
  for (let at = 0; at < keys.length; at += readAtOnce) {
    let Keys: Item[] = keys.slice(at, at + readAtOnce);
    for (let round = 0; Keys.length > 0; round++) {
      // The first repeat may be due to the response size; later ones mean throttling.
      if (round > 1) await pauseAtRandom(round);
      const { Responses, UnprocessedKeys } = await table.client.send(
        new BatchGetCommand({ RequestItems: { [table.name]: { Keys, ConsistentRead: true } } }),
      );
      found.push(...(Responses?.[table.name] ?? []));
      Keys = UnprocessedKeys?.[table.name]?.Keys ?? [];
    }
  }
  return found;
}

type WriteRequest = NonNullable<BatchWriteCommandInput["RequestItems"]>[string][number];

const writtenAtOnce = 25;

/** Writes items in batches without conditions; an error may leave some written. */
export async function writeAll(table: Table, requests: readonly WriteRequest[]): Promise<void> {
  let waiting = [...requests];
  while (waiting.length > 0) {
    const batch = waiting.slice(0, writtenAtOnce);
    const answer = await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: batch } }));
    waiting = [...(answer.UnprocessedItems?.[table.name] ?? []), ...waiting.slice(writtenAtOnce)];
  }
}

/** Page size in items, about DynamoDB's 1 MB limit, which DynamoDB Local lacks. */
export const itemsAtOnce = 250;

/** Page size for items of about a hundred bytes. */
export const rowsAtOnce = 2_000;

interface PartitionQuery {
  partition: string;
  index?: IndexName;
  from?: string;
  /** With `from`: last sort key, inclusive. */
  to?: string;
  prefix?: string;
  newestFirst?: boolean;
  consistent?: boolean;
}

function rangeOf({ from, to }: PartitionQuery): string {
  if (from === undefined) return "begins_with(#sk, :sk)";
  return to === undefined ? "#sk >= :sk" : "#sk BETWEEN :sk AND :to";
}

function queryInput(table: Table, query: PartitionQuery): QueryCommandInput {
  const index = indexes.find(({ name }) => name === query.index);
  const names: Record<string, string> = { "#pk": index?.pk ?? "pk" };
  const values: Record<string, string> = { ":pk": query.partition };
  let condition = "#pk = :pk";
  if (query.from !== undefined || query.prefix !== undefined) {
    names["#sk"] = index?.sk ?? "sk";
    values[":sk"] = query.from ?? query.prefix ?? "";
    condition += ` AND ${rangeOf(query)}`;
    if (query.to !== undefined) values[":to"] = query.to;
  }
  return {
    TableName: table.name,
    IndexName: index?.name,
    KeyConditionExpression: condition,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
    ScanIndexForward: !query.newestFirst,
    ConsistentRead: query.consistent ?? false,
  };
}

export async function* queryAll(
  table: Table,
  query: PartitionQuery,
  limit = itemsAtOnce,
): AsyncGenerator<Item> {
  let start: Item | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({ ...queryInput(table, query), Limit: limit, ExclusiveStartKey: start }),
    );
    yield* page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start);
}

/** Too slow for user requests. */
export async function* scanPages(
  table: Table,
  filter: Pick<
    ScanCommandInput,
    | "FilterExpression"
    | "ExpressionAttributeNames"
    | "ExpressionAttributeValues"
    | "ProjectionExpression"
    | "ConsistentRead"
  >,
): AsyncGenerator<Item[]> {
  let start: Item | undefined;
  do {
    const page = await table.client.send(
      new ScanCommand({ TableName: table.name, ...filter, Limit: itemsAtOnce, ExclusiveStartKey: start }),
    );
    yield page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start);
}

export interface Page {
  items: Item[];
  cursor: string | null;
}

/** Throws `query.invalid` for a cursor of another query. */
export async function queryPage(
  table: Table,
  query: PartitionQuery & { index: IndexName },
  limit: number,
  cursor: string | null,
): Promise<Page> {
  const index = indexes.find(({ name }) => name === query.index);
  if (!index) throw new Error(`no index ${query.index}`);
  const from = cursor === null ? null : readCursor(query, cursor);
  const page = await table.client.send(
    new QueryCommand({
      ...queryInput(table, query),
      Limit: limit,
      ExclusiveStartKey: from
        ? { pk: from.pk, sk: from.sk, [index.pk]: query.partition, [index.sk]: from.indexSk }
        : undefined,
    }),
  );
  const last = page.LastEvaluatedKey;
  const end = last && { pk: last.pk, sk: last.sk, indexSk: last[index.sk] };
  return { items: page.Items ?? [], cursor: end ? writeCursor(query, end) : null };
}

export function isConflict(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) return false;
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
  return codes.includes("ConditionalCheckFailed") || codes.includes("TransactionConflict");
}

const cameSecond = (error: unknown): boolean =>
  (error instanceof Problem && error.code === "version.conflict") ||
  error instanceof ConditionalCheckFailedException ||
  isConflict(error);

/**
 * Repeats a step up to `times` times while it conflicts with other writes. `step` gets the attempt, from 1;
 * `mayRetry` may wait or stop.
 */
export async function retryOnConflict<T>(
  times: number,
  step: (attempt: number) => Promise<T>,
  mayRetry: (attempt: number) => boolean | Promise<boolean> = () => true,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await step(attempt);
    } catch (error) {
      if (!cameSecond(error) || attempt >= times || !(await mayRetry(attempt))) throw error;
    }
  }
}
