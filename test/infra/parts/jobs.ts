import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { template } from "../synthesised.ts";

describe("the stream's batches", () => {
  test("wait for company, are given back in part, halved on faults, and what fails for good is put aside", () => {
    template.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
      StartingPosition: "TRIM_HORIZON",
      MaximumBatchingWindowInSeconds: 2,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 50,
      MaximumRecordAgeInSeconds: 43_200,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });

  test("hold initiatives alone", () => {
    const [mapping] = Object.values(template.findResources("AWS::Lambda::EventSourceMapping"));
    const patterns = mapping?.Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) =>
      JSON.parse(Pattern),
    );
    expect(patterns).toEqual([
      { eventName: ["INSERT", "MODIFY"], dynamodb: { Keys: { sk: { S: ["INI"] } } } },
    ]);
  });
});

describe("uploads", () => {
  test("may be posted from the site's own pages, are in quarantine for a day at most, and are known to EventBridge", () => {
    template.hasResourceProperties("AWS::S3::Bucket", {
      BucketName: "doan-ket-sang-tao-prod-uploads-000000000000",
      CorsConfiguration: {
        CorsRules: [
          {
            AllowedMethods: ["POST"],
            AllowedOrigins: [
              { "Fn::Join": ["", ["https://", { "Fn::GetAtt": [Match.anyValue(), "DomainName"] }]] },
            ],
          },
        ],
      },
      LifecycleConfiguration: {
        Rules: Match.arrayWith([{ Prefix: "quarantine/", ExpirationInDays: 1, Status: "Enabled" }]),
      },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      VersioningConfiguration: { Status: "Enabled" },
    });
  });

  test("are received when a scanner has tagged them", () => {
    template.hasResourceProperties("AWS::Events::Rule", {
      EventPattern: {
        source: ["aws.s3"],
        "detail-type": ["Object Tags Added"],
        detail: {
          bucket: { name: [{ Ref: Match.anyValue() }] },
          object: { key: [{ prefix: "quarantine/" }] },
        },
      },
    });
  });
});

describe("the schedule", () => {
  test("wakes at seven in Vietnam each morning, and is told which instant that was", () => {
    template.hasResourceProperties("AWS::Scheduler::Schedule", {
      ScheduleExpression: "cron(0 7 * * ? *)",
      ScheduleExpressionTimezone: "Asia/Ho_Chi_Minh",
      State: "ENABLED",
      Target: {
        Input: JSON.stringify({ scheduledAt: "<aws.scheduler.scheduled-time>" }),
        DeadLetterConfig: Match.anyValue(),
      },
    });
  });

  test("that fails is tried again and then put aside, not forgotten", () => {
    template.hasResourceProperties("AWS::Lambda::EventInvokeConfig", {
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });
});

test("the mail's function hears of the reports that a run made, and of no other job", () => {
  const filters = Object.values(template.findResources("AWS::Lambda::EventSourceMapping")).flatMap(
    ({ Properties }) => Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => Pattern),
  );
  const ofJobs = filters.filter((pattern) => pattern.includes('"JOB"') && pattern.includes("NewImage"));
  expect(ofJobs.map((pattern) => JSON.parse(pattern).dynamodb.NewImage)).toEqual([
    { job: { M: { kind: { S: ["report"] } } } },
  ]);
  expect(filters.filter((pattern) => pattern.includes('"REPORTNOTICE"'))).toHaveLength(1);
});
