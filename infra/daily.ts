import { Duration, TimeZone } from "aws-cdk-lib";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Function as BundledFunction, Stack } from "sst/constructs";

interface Daily {
  description: string;
  /** Time of day in Vietnam. */
  hour: string;
  minute: string;
}

export function callDaily(
  stack: Stack,
  name: string,
  called: BundledFunction,
  { description, hour, minute }: Daily,
  failed: Queue,
): void {
  const schedule = ScheduleExpression.cron({ minute, hour, timeZone: TimeZone.ASIA_HO_CHI_MINH });
  call(stack, name, called, { description, schedule }, failed);
}

export function callEvery(
  stack: Stack,
  name: string,
  called: BundledFunction,
  { description, minutes }: { description: string; minutes: number },
  failed: Queue,
): void {
  const schedule = ScheduleExpression.rate(Duration.minutes(minutes));
  call(stack, name, called, { description, schedule }, failed);
}

function call(
  stack: Stack,
  name: string,
  called: BundledFunction,
  { description, schedule }: { description: string; schedule: ScheduleExpression },
  failed: Queue,
): void {
  // The call is asynchronous, so only Lambda sees a failure.
  called.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(failed) });
  new Schedule(stack, name, {
    description,
    schedule,
    target: new LambdaInvoke(called, {
      input: ScheduleTargetInput.fromObject({ scheduledAt: ContextAttribute.scheduledTime }),
      maxEventAge: Duration.hours(20),
      retryAttempts: 10,
      deadLetterQueue: failed,
    }),
  });
}
