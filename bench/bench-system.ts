import { randomUUID } from "node:crypto";
import { type ConsumedCapacity, DeleteTableCommand } from "@aws-sdk/client-dynamodb";
import type { Staff } from "#core/staff/staff.ts";
import { createApp } from "../functions/api/staff-app.ts";
import { createStore } from "../functions/store/store.ts";
import { type Item, openTable, queryAll } from "../functions/store/table.ts";
import { localAccess } from "../local/credentials.ts";
import { startDynamoDb } from "../local/standins/dynamodb.ts";
import { createTable } from "../local/standins/tables.ts";
import { beginSession, createTestDeps, origin } from "../test/support/deps.ts";
import { solveProof } from "../test/support/proof.ts";
import { seedDirectory, testNow } from "../test/support/units.ts";
import { putAll } from "./put-all.ts";

interface Consumption {
  request: string;
  units: number;
  /** Partition keys that a transaction writes. */
  written: string[];
}

export type BenchSystem = Awaited<ReturnType<typeof startBenchSystem>>;

const isRead = /^(Get|BatchGet|Query|Scan)/;

/** Returns the units of transactional updates, two for each below 1 kB. DynamoDB Local does not report them. */
function unreportedUnits(input: object): number {
  const { TransactItems = [] } = input as { TransactItems?: { Update?: object }[] };
  return 2 * TransactItems.filter(({ Update }) => Update).length;
}

function partitionsOf(input: object): string[] {
  const { TransactItems = [] } = input as {
    TransactItems?: { Put?: { Item: Item }; Update?: { Key: Item } }[];
  };
  return TransactItems.flatMap(({ Put, Update }) => (Put?.Item ?? Update?.Key)?.pk ?? []);
}

export async function startBenchSystem(endpoint?: string) {
  const dynamoDb = endpoint === undefined ? await startDynamoDb(null) : null;
  const address = endpoint ?? dynamoDb?.endpoint ?? "";
  const table = openTable(`bench-${randomUUID()}`, { ...localAccess, endpoint: address });
  await createTable(table.client, table.name);
  const consumed: Consumption[] = [];
  table.client.middlewareStack.add(
    (next, context) => async (args) => {
      const input = { ...args.input, ReturnConsumedCapacity: "TOTAL" as const };
      const result = await next({ ...args, input });
      const { ConsumedCapacity: reported } = result.output as {
        ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[];
      };
      const units =
        [reported ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0) +
        unreportedUnits(args.input);
      consumed.push({
        request: String(context.commandName).replace(/Command$/, ""),
        units,
        written: partitionsOf(args.input),
      });
      return result;
    },
    { step: "initialize", name: "recordConsumption" },
  );
  const clock = () => testNow;
  const store = createStore(table, clock);
  await seedDirectory(store);
  const deps = createTestDeps(store, table, clock);
  const app = createApp(deps);

  const ask = (path: string, init: RequestInit = {}) => app.request(`${origin}${path}`, init);
  return {
    store,
    deps,
    ask,
    send: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      ask(path, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json", ...headers },
      }),
    prove: (key: string) => solveProof(key, ask),
    signIn: async (staff: Staff) => ({
      cookie: `__Host-session=${await beginSession(store, staff, testNow)}`,
      origin,
    }),
    async measure(run: () => Promise<unknown>) {
      const before = consumed.length;
      await run();
      const during = consumed.slice(before);
      const sum = (reads: boolean) =>
        during
          .filter(({ request }) => isRead.test(request) === reads)
          .reduce((all, { units }) => all + units, 0);
      return {
        requests: during.map(({ request }) => request),
        writeUnits: sum(false),
        readUnits: sum(true),
        written: during.flatMap(({ written }) => written),
      };
    },
    putAll: (items: Iterable<Item>) => putAll(table, items),
    async itemsOf(partitions: readonly string[]): Promise<Item[]> {
      const found = await Promise.all(
        partitions.map((partition) => Array.fromAsync(queryAll(table, { partition }))),
      );
      return found.flat();
    },
    async stop() {
      await table.client.send(new DeleteTableCommand({ TableName: table.name }));
      table.client.destroy();
      await dynamoDb?.stop();
    },
  };
}
