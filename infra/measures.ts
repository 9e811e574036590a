import { Duration } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Function as BundledFunction, type Stack } from "sst/constructs";
import { type MetricName, metricNamespace } from "#core/base/metric.ts";

/** The functions, by the names that they have in the stack; in lower case it is their service. */
export type FunctionName =
  | "PublicApi"
  | "StaffApi"
  | "Figures"
  | "Dispatch"
  | "Notices"
  | "Accounts"
  | "Jobs"
  | "Uploads"
  | "AnnualReport"
  | "HistoryHeads";

/** What is measured: by a function under a name of the catalogue, or by AWS of a part of the stack. */
export type Measure =
  | { own: MetricName; by: FunctionName }
  | { gateway: "Count" | "4xx" | "5xx" | "Latency" }
  | { lambda: "Errors" | "Throttles" | "IteratorAge"; of: FunctionName }
  /** What lies in the queue of what failed, or in that of uploads that could not be received. */
  | { lyingIn: "FailedJobs" | "ScannedFailed" }
  /** How many seconds the oldest message has waited in the queue that starts this function. */
  | { waitingFor: "Notices" | "Jobs" }
  | { table: "ReadThrottleEvents" | "WriteThrottleEvents" }
  /** Of the whole account in its region. */
  | { mail: "Reputation.BounceRate" | "Reputation.ComplaintRate" }
  /** Of the whole account; known in us-east-1 alone, once the account asks for it. */
  | { bill: "EstimatedCharges" };

export type Measures = ReturnType<typeof createMeasures>;

/** Finds the metrics of what stands in the stack, for the alarms and the dashboard; everything else must stand there before. */
export function createMeasures(stack: Stack, table: ITable) {
  const found = <T>(name: string) => stack.node.findChild(name) as T;
  const place = (measure: Measure): [namespace: string, name: string, dimensions: Record<string, string>] => {
    if ("own" in measure) return [metricNamespace, measure.own, { service: measure.by.toLowerCase() }];
    if ("gateway" in measure)
      return ["AWS/ApiGateway", measure.gateway, { ApiId: found<HttpApi>("Gateway").apiId }];
    if ("lambda" in measure)
      return [
        "AWS/Lambda",
        measure.lambda,
        { FunctionName: found<BundledFunction>(measure.of).functionName },
      ];
    if ("lyingIn" in measure)
      return [
        "AWS/SQS",
        "ApproximateNumberOfMessagesVisible",
        { QueueName: found<Queue>(measure.lyingIn).queueName },
      ];
    if ("waitingFor" in measure)
      return [
        "AWS/SQS",
        "ApproximateAgeOfOldestMessage",
        { QueueName: found<Queue>(`${measure.waitingFor}Queue`).queueName },
      ];
    if ("table" in measure) return ["AWS/DynamoDB", measure.table, { TableName: table.tableName }];
    if ("mail" in measure) return ["AWS/SES", measure.mail, {}];
    return ["AWS/Billing", measure.bill, { Currency: "USD" }];
  };
  return {
    /** The metric of a measure: `statistic` in CloudWatch's words, over a period of so many minutes. */
    metric: (measure: Measure, statistic: string, minutes: number, label?: string): Metric => {
      const [namespace, metricName, dimensionsMap] = place(measure);
      return new Metric({
        namespace,
        metricName,
        dimensionsMap,
        statistic,
        period: Duration.minutes(minutes),
        ...("bill" in measure ? { region: "us-east-1" } : {}),
        ...(label === undefined ? {} : { label }),
      });
    },
    /** All functions of ours, by name. */
    functions: stack.node.children
      .filter((child) => child instanceof BundledFunction)
      .map(({ node }) => node.id as FunctionName),
  };
}
