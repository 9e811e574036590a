import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { Stack } from "sst/constructs";
import { createAlarms } from "./alarms.ts";
import { createBudget } from "./budget.ts";
import { createDashboard } from "./dashboard.ts";
import { createMeasures } from "./measures.ts";
import { stageOf } from "./stages.ts";

export function createWatch(stack: Stack, table: ITable): void {
  createBudget(stack);
  if (!stageOf(stack).watched) return;
  const measures = createMeasures(stack, table);
  createDashboard(stack, measures, createAlarms(stack, measures));
}
