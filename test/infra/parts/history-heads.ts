import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { actionsOfRole, bundleOf, template } from "../synthesised.ts";

describe("the days' heads", () => {
  test("lie under a lock that nobody can lift for ten years, and outlive the stack", () => {
    template.hasResource("AWS::S3::Bucket", {
      Properties: {
        ObjectLockEnabled: true,
        ObjectLockConfiguration: {
          ObjectLockEnabled: "Enabled",
          Rule: { DefaultRetention: { Mode: "COMPLIANCE", Days: 3650 } },
        },
        VersioningConfiguration: { Status: "Enabled" },
        LoggingConfiguration: Match.anyValue(),
      },
      DeletionPolicy: "Retain",
    });
  });

  test("are deleted by nobody, and written once", () => {
    const [policy] = Object.values(
      template.findResources("AWS::S3::BucketPolicy", {
        Properties: { Bucket: { Ref: Match.stringLikeRegexp("^HeadsBucket") } },
      }),
    );
    const denied = policy?.Properties.PolicyDocument.Statement;
    expect(denied.every(({ Effect }: { Effect: string }) => Effect === "Deny")).toBe(true);
    expect(denied).toContainEqual(
      expect.objectContaining({
        Action: [
          "s3:BypassGovernanceRetention",
          "s3:DeleteObject",
          "s3:DeleteObjectVersion",
          "s3:PutObjectLegalHold",
          "s3:PutObjectRetention",
        ],
        Principal: { AWS: "*" },
      }),
    );
    expect(denied).toContainEqual(
      expect.objectContaining({
        Action: "s3:PutObject",
        Principal: { AWS: "*" },
        Condition: { Null: { "s3:if-none-match": "true" } },
      }),
    );
  });

  test("are added by one function, which reads histories and nothing else of the table", () => {
    expect(actionsOfRole("HistoryHeads").filter((action) => /^(dynamodb|s3):/.test(action))).toEqual([
      "dynamodb:Query",
      "s3:GetObject",
      "s3:ListBucket",
      "s3:PutObject",
    ]);
    template.hasResourceProperties("AWS::IAM::Policy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: "dynamodb:Query",
            Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["HEAD#*", "INI#*"] } },
          }),
        ]),
      },
    });
    expect(
      Object.keys(bundleOf("functions/history-heads/lambda.handler").properties.Environment.Variables),
    ).toEqual(expect.arrayContaining(["HEADS_BUCKET", "TABLE_NAME"]));
  });

  test("are written at half past one in Vietnam each night, by a message that is tried again and then put aside", () => {
    template.hasResourceProperties("AWS::Scheduler::Schedule", {
      ScheduleExpression: "cron(30 1 * * ? *)",
      ScheduleExpressionTimezone: "Asia/Ho_Chi_Minh",
      State: "ENABLED",
      Target: {
        Input: JSON.stringify({ scheduledAt: "<aws.scheduler.scheduled-time>" }),
        DeadLetterConfig: Match.anyValue(),
        RetryPolicy: { MaximumEventAgeInSeconds: 72_000, MaximumRetryAttempts: 10 },
      },
    });
  });
});
