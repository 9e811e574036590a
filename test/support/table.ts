import { randomUUID } from "node:crypto";
import { DeleteTableCommand } from "@aws-sdk/client-dynamodb";
import { inject } from "vitest";
import { createStore } from "../../functions/store/store.ts";
import { openTable } from "../../functions/store/table.ts";
import { localAccess } from "../../local/credentials.ts";
import { createTable } from "../../local/standins/tables.ts";
import { atFileEnd } from "./cleanup.ts";

/**
 * A fresh table in the run's DynamoDB Local, or in one of its own, its store and its client. Call it at the head of a test file or in a hook; the table goes when
 * the file is done. It has a stream only where `stream` says so. `countRequests` runs something and tells which DynamoDB requests it took, in order.
 */
export async function createTestTable(
  clock: () => string = () => new Date().toISOString(),
  { endpoint = inject("dynamoDbEndpoint"), stream = false } = {},
) {
  const table = openTable(`test-${randomUUID()}`, {
    ...localAccess,
    endpoint,
  });
  await createTable(table.client, table.name, stream);
  atFileEnd(async () => {
    await table.client.send(new DeleteTableCommand({ TableName: table.name }));
    table.client.destroy();
  });

  const sent: string[] = [];
  table.client.middlewareStack.add(
    (next, context) => (args) => {
      sent.push(String(context.commandName).replace(/Command$/, ""));
      return next(args);
    },
    { step: "initialize", name: "countRequests" },
  );

  return {
    table,
    client: table.client,
    store: createStore(table, clock),
    /** A second store on the same table, whose caches know nothing yet: what another instance of the function would be. */
    openSecondStore: () => createStore(table, clock),
    async countRequests<T>(run: () => Promise<T>): Promise<{ result: T; requests: string[] }> {
      const before = sent.length;
      const result = await run();
      return { result, requests: sent.slice(before) };
    },
  };
}
