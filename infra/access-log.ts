import { RemovalPolicy } from "aws-cdk-lib";
import type { CfnStage } from "aws-cdk-lib/aws-apigatewayv2";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Stack } from "sst/constructs";
import { logDays, stageOf } from "./stages.ts";

/** Excludes client address, browser and path. A path may contain a draft's id. */
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

/** Also logs refused requests, which reach no function. */
export function logAccess(stack: Stack, stage: CfnStage): void {
  const { lasting } = stageOf(stack);
  const log = new LogGroup(stack, "GatewayLog", {
    retention: logDays,
    removalPolicy: lasting ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  stage.accessLogSettings = { destinationArn: log.logGroupArn, format: JSON.stringify(format) };
}
