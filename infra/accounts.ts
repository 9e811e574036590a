import type { Stack } from "sst/constructs";
import type { Failures } from "./failures.ts";
import { createFunction } from "./function.ts";
import type { Identity } from "./identity.ts";
import { createWorkQueue, type WorkQueue } from "./queue.ts";
import type { Storage } from "./storage.ts";

const timeoutSeconds = 60;

/** Only this function may set passwords, so it reads no data sent by the public. */
export function createAccounts(
  stack: Stack,
  { table, itemActions }: Storage,
  { queue }: Failures,
  { accounts }: Identity,
): WorkQueue {
  const worker = createFunction(stack, "Accounts", {
    handler: "functions/accounts/lambda.handler",
    memoryMegabytes: 512,
    timeoutSeconds,
    environment: { TABLE_NAME: table.tableName, ...(accounts ? { USER_POOL_ID: accounts.pool } : {}) },
    allowed: [
      {
        ...itemActions("GetItem"),
        conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["STAFF#*"] } },
      },
      ...(accounts ? [accounts.allowed] : []),
    ],
  });
  return createWorkQueue(stack, { worker, timeoutSeconds, batchSize: 5, maxConcurrency: 2, failed: queue });
}
