import { Duration } from "aws-cdk-lib";
import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Stack } from "sst/constructs";
import { countedSortKeys } from "../functions/store/keys.ts";
import type { Failures } from "./failures.ts";
import { createFunction } from "./function.ts";
import type { Storage } from "./storage.ts";

export function createFigures(stack: Stack, { table, itemActions }: Storage, { retries }: Failures): void {
  const aggregation = createFunction(stack, "Figures", {
    handler: "functions/figures/lambda.handler",
    memoryMegabytes: 512,
    timeoutSeconds: 120,
    environment: { TABLE_NAME: table.tableName },
    allowed: [itemActions("BatchGetItem", "PutItem", "UpdateItem")],
  });
  aggregation.addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      // All initiatives of a province add to the same items. Large batches in sequence conflict least.
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(2),
      parallelizationFactor: 1,
      ...retries,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.or("INSERT", "MODIFY"),
          dynamodb: { Keys: { sk: { S: FilterRule.or(...Object.values(countedSortKeys)) } } },
        }),
      ],
    }),
  );
}
