import { Duration, TimeZone } from "aws-cdk-lib";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import type { Stack } from "sst/constructs";
import type { Failures } from "./failures.ts";
import { createFunction } from "./function.ts";
import type { Storage } from "./storage.ts";

/** Each morning: begins the reports of the campaigns whose day has come, a message a unit, and reminds those who owe one. */
export function createSchedule(
  stack: Stack,
  { table, itemActions, queries }: Storage,
  { queue }: Failures,
): void {
  const report = createFunction(stack, "Report", {
    handler: "functions/report/lambda.handler",
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
  // The schedule only hands its message over: what becomes of it is seen by Lambda alone.
  report.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(queue) });
  new Schedule(stack, "Morning", {
    description: "Begins reports on the day that each campaign sets, and reminds of those that are owed",
    schedule: ScheduleExpression.cron({
      minute: "0",
      hour: "7",
      timeZone: TimeZone.ASIA_HO_CHI_MINH,
    }),
    target: new LambdaInvoke(report, {
      input: ScheduleTargetInput.fromObject({ scheduledAt: ContextAttribute.scheduledTime }),
      maxEventAge: Duration.hours(20),
      retryAttempts: 10,
      deadLetterQueue: queue,
    }),
  });
}
