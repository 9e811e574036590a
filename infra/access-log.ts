import { RemovalPolicy } from "aws-cdk-lib";
import type { CfnStage } from "aws-cdk-lib/aws-apigatewayv2";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Stack } from "sst/constructs";
import { logDays, stageOf } from "./stages.ts";

/**
 * One line a request, in the words of "Customize HTTP API access logs" of the API Gateway guide. Neither address nor browser nor path: a path may hold a
 * draft's id. A header is no variable there, so that the edge's id is found by way of `functionRequestId` in the function's own line, or of
 * `requestId`, which stands in that line as `gatewayId`.
 */
const format = {
  requestId: "$context.requestId",
  time: "$context.requestTime",
  route: "$context.routeKey",
  status: "$context.status",
  milliseconds: "$context.responseLatency",
  functionMilliseconds: "$context.integration.latency",
  functionRequestId: "$context.integration.requestId",
  functionError: "$context.integration.error",
  refusal: "$context.error.responseType",
};

/** Has the gateway keep a log of its own for a year: requests that it refuses reach no function. */
export function logAccess(stack: Stack, stage: CfnStage): void {
  const { lasting } = stageOf(stack);
  const log = new LogGroup(stack, "GatewayLog", {
    retention: logDays,
    removalPolicy: lasting ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  stage.accessLogSettings = { destinationArn: log.logGroupArn, format: JSON.stringify(format) };
}
