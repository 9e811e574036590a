import type { Stack } from "sst/constructs";
import { callDaily } from "./daily.ts";
import type { Failures } from "./failures.ts";
import { createFunction } from "./function.ts";
import type { Storage } from "./storage.ts";

export function createAnnualReport(
  stack: Stack,
  { table, itemActions, queries }: Storage,
  { queue }: Failures,
): void {
  const report = createFunction(stack, "AnnualReport", {
    handler: "functions/annual-report/lambda.handler",
    memoryMegabytes: 512,
    timeoutSeconds: 120,
    environment: { TABLE_NAME: table.tableName },
    allowed: [
      itemActions("GetItem", "BatchGetItem"),
      {
        ...itemActions("PutItem"),
        conditions: {
          "ForAllValues:StringLike": {
            "dynamodb:LeadingKeys": ["REPORTRUN#*", "REPORTNOTICE#*", "JOB#*", "REPORTREMINDER#*"],
          },
        },
      },
      queries(),
    ],
  });
  callDaily(
    stack,
    "Morning",
    report,
    {
      description: "Begins reports on the day that each campaign sets, and reminds of those that are owed",
      hour: "7",
      minute: "0",
    },
    queue,
  );
}
