import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { metricNamespace } from "#core/base/metric.ts";
import { logDays, stages } from "../../../infra/stages.ts";
import { allowed, template } from "../synthesised.ts";

/** The system's own functions, by the names of their services. */
const functions = () =>
  Object.entries(template.findResources("AWS::Lambda::Function")).filter(([, { Properties }]) =>
    Properties.Handler.startsWith("functions/"),
  );

describe("what functions tell", () => {
  test("begins with their own name, in one namespace, from the stage's level on", () => {
    for (const [id, { Properties }] of functions())
      expect(Properties.Environment.Variables).toMatchObject({
        POWERTOOLS_SERVICE_NAME: /^([A-Za-z]+?)[0-9A-F]{8}$/.exec(id)?.[1]?.toLowerCase(),
        POWERTOOLS_METRICS_NAMESPACE: metricNamespace,
        POWERTOOLS_LOG_LEVEL: stages.prod?.logLevel,
        AWS_DEFAULTS_MODE: "in-region",
      });
  });

  test("is traced, and no role may do more with traces than write them", () => {
    for (const [, { Properties }] of functions())
      expect(Properties.TracingConfig).toEqual({ Mode: "Active" });
    const traced = allowed().filter(({ Action }) => JSON.stringify(Action).includes("xray:"));
    expect(traced).toHaveLength(functions().length);
    for (const { Action } of traced)
      expect(Action).toEqual(["xray:PutTraceSegments", "xray:PutTelemetryRecords"]);
  });

  test("is kept for twelve months, the gateway's own log too", () => {
    expect(logDays).toBe(365);
    const groups = template.findResources("AWS::Logs::LogGroup", {
      Properties: { RetentionInDays: logDays },
    });
    for (const [, { Properties }] of functions())
      expect(groups).toHaveProperty(Properties.LoggingConfig.LogGroup.Ref);
    expect(groups).toHaveProperty(accessLog().DestinationArn["Fn::GetAtt"][0]);
  });

  const accessLog = () => {
    const [stage] = Object.values(template.findResources("AWS::ApiGatewayV2::Stage"));
    return stage?.Properties.AccessLogSettings;
  };

  test("of the gateway is each request's ids, route, time and outcome, and not who asked for which record", () => {
    const format: Record<string, string> = JSON.parse(accessLog().Format);
    const variables = Object.values(format);
    expect(variables).toEqual(
      expect.arrayContaining([
        "$context.requestId",
        "$context.requestTime",
        "$context.routeKey",
        "$context.status",
        "$context.responseLatency",
        "$context.integration.latency",
        "$context.integration.error",
        "$context.integration.requestId",
      ]),
    );
    expect(
      variables.filter((variable) => /identity|path|claims|authorizer|queryString/i.test(variable)),
    ).toEqual([]);
  });
});

test("the public's functions have room of their own, which the stage says", () => {
  for (const [handler, name] of [
    ["public-lambda", "publicApi"],
    ["staff-lambda", "staffApi"],
  ] as const)
    template.hasResourceProperties("AWS::Lambda::Function", {
      Handler: `functions/api/${handler}.handler`,
      ReservedConcurrentExecutions: stages.prod?.concurrency?.[name] ?? Match.absent(),
    });
});
