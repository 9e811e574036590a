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

  test("hold the records that figures count, and nothing else", () => {
    const [mapping] = Object.values(template.findResources("AWS::Lambda::EventSourceMapping"));
    const patterns = mapping?.Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) =>
      JSON.parse(Pattern),
    );
    expect(patterns).toEqual([
      {
        eventName: ["INSERT", "MODIFY"],
        dynamodb: { Keys: { sk: { S: ["INI", "ACTIVITY", "MODEL", "REPLICATION", "COMMENDATION"] } } },
      },
    ]);
  });
});

describe("uploads", () => {
  test("may be posted from the site's own pages, are in quarantine for a day and workbooks for a week at most, and are known to EventBridge", () => {
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
        Rules: Match.arrayWith([
          { Prefix: "quarantine/", ExpirationInDays: 1, Status: "Enabled" },
          { Prefix: "workbooks/", ExpirationInDays: 7, Status: "Enabled" },
        ]),
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

  test("looks every ten minutes for letters that were held back", () => {
    template.hasResourceProperties("AWS::Scheduler::Schedule", { ScheduleExpression: "rate(10 minutes)" });
  });

  test("that fails is tried again and then put aside, not forgotten", () => {
    template.hasResourceProperties("AWS::Lambda::EventInvokeConfig", {
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });
});

test("what is dispatched is each job and each notice of a run, and of uploads the verdicts on files of dossiers and files dropped", () => {
  const filters = Object.values(template.findResources("AWS::Lambda::EventSourceMapping")).flatMap(
    ({ Properties }) =>
      (Properties.FilterCriteria?.Filters ?? []).map(({ Pattern }: { Pattern: string }) => Pattern),
  );
  for (const kind of ['"JOB"', '"REPORTNOTICE"'])
    expect(filters.filter((pattern) => pattern.includes(kind))).toHaveLength(1);
  expect(filters.filter((pattern) => pattern.includes('"UPLOAD"'))).toHaveLength(2);
  const ofImages = filters.filter((pattern) => pattern.includes("NewImage"));
  expect(ofImages.map((pattern) => JSON.parse(pattern).dynamodb)).toEqual([
    {
      Keys: { sk: { S: ["UPLOAD"] } },
      NewImage: {
        usedBy: { S: [{ prefix: "initiative:" }] },
        arrival: { M: { state: { S: ["clean", "refused"] } } },
      },
    },
    { Keys: { sk: { S: ["UPLOAD"] } }, NewImage: { dropped: { S: [{ exists: true }] } } },
  ]);
});

describe("work that nobody waits for", () => {
  const all = (type: string): Record<string, unknown>[] =>
    Object.values(template.findResources(type)).map(({ Properties }) => Properties);

  test("has a place for what fails, whichever way it comes", () => {
    for (const { DestinationConfig, StartingPosition } of all("AWS::Lambda::EventSourceMapping"))
      if (StartingPosition)
        expect(DestinationConfig).toEqual({
          OnFailure: { Destination: { "Fn::GetAtt": [expect.stringMatching(/^Failed/), "Arn"] } },
        });
    const redriven = all("AWS::SQS::Queue").filter(({ RedrivePolicy }) => RedrivePolicy);
    const failedIn = (name: RegExp, maxReceiveCount: number) => ({
      deadLetterTargetArn: { "Fn::GetAtt": [expect.stringMatching(name), "Arn"] },
      maxReceiveCount,
    });
    for (const { QueueName } of redriven) expect(QueueName).toBeUndefined();
    // Of notices, jobs and accounts for twelve hours.
    expect(redriven.map(({ RedrivePolicy }) => RedrivePolicy)).toEqual([
      failedIn(/^FailedJobs/, 240),
      failedIn(/^FailedJobs/, 120),
      failedIn(/^FailedJobs/, 360),
      failedIn(/^ScannedFailed/, 5),
    ]);
    const deadLetters = { Arn: { "Fn::GetAtt": [expect.stringMatching(/^FailedJobs/), "Arn"] } };
    for (const { Targets } of all("AWS::Events::Rule"))
      for (const { DeadLetterConfig } of Targets as { DeadLetterConfig: unknown }[])
        expect(DeadLetterConfig).toEqual(deadLetters);
    for (const { Target } of all("AWS::Scheduler::Schedule"))
      expect(Target).toMatchObject({
        DeadLetterConfig: deadLetters,
        RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 72_000 },
      });
    // Each function that a schedule calls, since Lambda alone sees what becomes of it.
    const called = all("AWS::Scheduler::Schedule").map(({ Target }) =>
      JSON.stringify((Target as { Arn: unknown }).Arn),
    );
    const kept = all("AWS::Lambda::EventInvokeConfig").map(({ FunctionName, DestinationConfig }) => {
      expect(DestinationConfig).toHaveProperty("OnFailure");
      return JSON.stringify((FunctionName as { Ref: string }).Ref);
    });
    for (const arn of called) expect(kept.some((name) => arn.includes(name))).toBe(true);
    expect(called).toHaveLength(3);
  });

  test("keeps a failed batch whole for a month, and says in the one queue that it is there", () => {
    template.hasResourceProperties("AWS::S3::Bucket", {
      LifecycleConfiguration: { Rules: Match.arrayWith([{ ExpirationInDays: 30, Status: "Enabled" }]) },
      NotificationConfiguration: {
        QueueConfigurations: [
          {
            Event: "s3:ObjectCreated:*",
            Queue: { "Fn::GetAtt": [Match.stringLikeRegexp("^FailedJobs"), "Arn"] },
          },
        ],
      },
    });
    template.allResourcesProperties("AWS::SQS::Queue", { SqsManagedSseEnabled: true });
  });

  test("reads the stream twice, as often as DynamoDB serves a shard: for figures patiently, to dispatch at once", () => {
    const mappings = all("AWS::Lambda::EventSourceMapping").filter(
      ({ StartingPosition }) => StartingPosition,
    );
    expect(
      mappings.map(({ BatchSize, ParallelizationFactor, MaximumBatchingWindowInSeconds }) => [
        BatchSize,
        ParallelizationFactor,
        MaximumBatchingWindowInSeconds,
      ]),
    ).toEqual([
      [100, 1, 2],
      [10, undefined, undefined],
    ]);
    for (const mapping of mappings)
      expect(mapping).toMatchObject({
        FunctionResponseTypes: ["ReportBatchItemFailures"],
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 50,
        MaximumRecordAgeInSeconds: 43_200,
      });
  });

  test("starts from a queue each: letters in batches, jobs one by one, and no more at once than is set", () => {
    const queued = all("AWS::Lambda::EventSourceMapping").filter(({ StartingPosition }) => !StartingPosition);
    expect(
      queued.map(({ EventSourceArn, BatchSize, ScalingConfig, FunctionResponseTypes }) => [
        (EventSourceArn as { "Fn::GetAtt": [string] })["Fn::GetAtt"][0].replace(/[0-9A-F]{8}$/, ""),
        BatchSize,
        (ScalingConfig as { MaximumConcurrency: number }).MaximumConcurrency,
        FunctionResponseTypes,
      ]),
    ).toEqual([
      ["NoticesQueue", 10, 5, ["ReportBatchItemFailures"]],
      ["JobsQueue", 1, 20, ["ReportBatchItemFailures"]],
      ["AccountsQueue", 5, 2, ["ReportBatchItemFailures"]],
      ["Scanned", 5, 10, ["ReportBatchItemFailures"]],
    ]);
  });

  test("is hidden in its queue for longer than its function may take, over TLS alone", () => {
    const seconds = (name: string) =>
      all("AWS::Lambda::Function").find(({ Handler }) => Handler === `functions/${name}/lambda.handler`)
        ?.Timeout;
    for (const [name, queue] of [
      ["notices", "NoticesQueue"],
      ["jobs", "JobsQueue"],
      ["accounts", "AccountsQueue"],
    ] as const) {
      const [[id, found] = []] = Object.entries(template.findResources("AWS::SQS::Queue")).filter(([each]) =>
        each.startsWith(queue),
      );
      expect(found?.Properties.VisibilityTimeout).toBe(Number(seconds(name)) + 60);
      template.hasResourceProperties("AWS::SQS::QueuePolicy", {
        Queues: [{ Ref: id }],
        PolicyDocument: {
          Statement: [
            Match.objectLike({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
          ],
        },
      });
    }
  });
});

describe("a flood", () => {
  test("of uploads waits in a queue, some of them at once in memory", () => {
    template.hasResourceProperties("AWS::SQS::Queue", { VisibilityTimeout: 360 });
    template.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
      EventSourceArn: { "Fn::GetAtt": [Match.stringLikeRegexp("^Scanned"), "Arn"] },
      BatchSize: 5,
      ScalingConfig: { MaximumConcurrency: 10 },
      FunctionResponseTypes: ["ReportBatchItemFailures"],
    });
  });

  test("of one function leaves the others room", () => {
    const reserved = Object.values(template.findResources("AWS::Lambda::Function")).flatMap(
      ({ Properties }) =>
        Properties.ReservedConcurrentExecutions
          ? [[Properties.Handler, Properties.ReservedConcurrentExecutions]]
          : [],
    );
    expect(Object.fromEntries(reserved)).toEqual({
      "functions/api/public-lambda.handler": 100,
      "functions/api/staff-lambda.handler": 100,
      "functions/uploads/lambda.handler": 10,
      "functions/jobs/lambda.handler": 20,
    });
  });
});

test("malware protection scans what arrives in quarantine and nothing else, and tags it", () => {
  template.hasResourceProperties("AWS::GuardDuty::MalwareProtectionPlan", {
    ProtectedResource: { S3Bucket: { BucketName: Match.anyValue(), ObjectPrefixes: ["quarantine/"] } },
    Actions: { Tagging: { Status: "ENABLED" } },
  });
  template.hasResourceProperties("AWS::IAM::Role", {
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Action: "sts:AssumeRole",
          Effect: "Allow",
          Principal: { Service: "malware-protection-plan.guardduty.amazonaws.com" },
        },
      ],
    },
  });
});
