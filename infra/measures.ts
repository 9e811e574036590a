import { Duration } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Function as BundledFunction, type Stack } from "sst/constructs";
import { type MetricName, metricNamespace } from "#core/base/metric.ts";

/** In lower case, these names are the metrics' dimension `service`. */
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

export type Measure =
  | { own: MetricName; by: FunctionName }
  | { gateway: "Count" | "4xx" | "5xx" | "Latency" }
  | { lambda: "Errors" | "Throttles" | "IteratorAge"; of: FunctionName }
  | { heldIn: "FailedJobs" | "ScannedFailed" }
  | { waitingFor: "Notices" | "Jobs" }
  | { table: "ReadThrottleEvents" | "WriteThrottleEvents" }
  | { mail: "Reputation.BounceRate" | "Reputation.ComplaintRate" }
  /** Charges of the whole account; only in us-east-1, after billing alerts are enabled. */
  | { bill: "EstimatedCharges" };

export type Measures = ReturnType<typeof createMeasures>;

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
    if ("heldIn" in measure)
      return [
        "AWS/SQS",
        "ApproximateNumberOfMessagesVisible",
        { QueueName: found<Queue>(measure.heldIn).queueName },
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
    functions: stack.node.children
      .filter((child) => child instanceof BundledFunction)
      .map(({ node }) => node.id as FunctionName),
  };
}
