import { Duration } from "aws-cdk-lib";
import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Stack } from "sst/constructs";
import { initiativeKey } from "../functions/store/keys.ts";
import type { Failures } from "./failures.ts";
import { createFunction } from "./function.ts";
import type { Storage } from "./storage.ts";

/** Folds what is written into the figures. */
export function createFigures(stack: Stack, { table, itemActions }: Storage, { retries }: Failures): void {
  const aggregation = createFunction(stack, "Figures", {
    handler: "functions/figures/lambda.handler",
    memoryMegabytes: 512,
    timeoutSeconds: 120,
    environment: { TABLE_NAME: table.tableName },
    // A transaction is allowed by the actions it is made of.
    allowed: [itemActions("GetItem", "PutItem", "UpdateItem")],
  });
  aggregation.addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      // Every initiative of a province adds to the same items: few large batches, one after the other, meet fewest conflicts.
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(2),
      parallelizationFactor: 1,
      ...retries,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.or("INSERT", "MODIFY"),
          dynamodb: { Keys: { sk: { S: FilterRule.isEqual(initiativeKey("").sk) } } },
        }),
      ],
    }),
  );
}
