import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { backupDays } from "#core/initiatives/erasure.ts";
import { expiryAttribute, indexes } from "../../../functions/store/keys.ts";
import { actionsOfRole, template } from "../synthesised.ts";

describe("the table", () => {
  test("has every index of keys.ts, with what it projects, and no other", () => {
    template.resourceCountIs("AWS::DynamoDB::Table", 1);
    template.hasResourceProperties("AWS::DynamoDB::Table", {
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      GlobalSecondaryIndexes: indexes.map(({ name, pk, sk, projected }) => ({
        IndexName: name,
        KeySchema: [
          { AttributeName: pk, KeyType: "HASH" },
          { AttributeName: sk, KeyType: "RANGE" },
        ],
        Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: [...projected] },
      })),
    });
  });

  test("is paid by request, expires what says so, streams new images, and can be set back to any second", () => {
    template.hasResource("AWS::DynamoDB::Table", {
      Properties: {
        BillingMode: "PAY_PER_REQUEST",
        TimeToLiveSpecification: { AttributeName: expiryAttribute, Enabled: true },
        StreamSpecification: { StreamViewType: "NEW_IMAGE" },
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      },
    });
  });

  test("outlives its stack in production, as the documents do", () => {
    template.hasResource("AWS::DynamoDB::Table", {
      Properties: { DeletionProtectionEnabled: true },
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
    });
    template.hasResource("AWS::S3::Bucket", {
      Properties: { VersioningConfiguration: { Status: "Enabled" } },
      DeletionPolicy: "Retain",
    });
  });
});

test("every bucket is closed to the public, encrypted, and reached by TLS alone", () => {
  const buckets = Object.keys(template.findResources("AWS::S3::Bucket"));
  expect(buckets.length).toBeGreaterThan(3);
  const closed = {
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  };
  template.allResourcesProperties("AWS::S3::Bucket", {
    PublicAccessBlockConfiguration: closed,
    BucketEncryption: Match.anyValue(),
  });
  for (const Ref of buckets)
    template.hasResourceProperties("AWS::S3::BucketPolicy", {
      Bucket: { Ref },
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
        ]),
      },
    });
});

test("every bucket of data has its access written there, under its own name, and it is kept for twelve months", () => {
  // The pages are public; that of logs itself would never come to an end.
  const buckets = Object.entries(template.findResources("AWS::S3::Bucket")).filter(
    ([name]) => !name.startsWith("Pages"),
  );
  const logs = buckets.filter(([, { Properties }]) => !Properties.LoggingConfiguration).map(([name]) => name);
  expect(logs).toEqual([expect.stringMatching(/^Logs/)]);
  template.hasResourceProperties("AWS::S3::Bucket", {
    LoggingConfiguration: Match.absent(),
    LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 365, Status: "Enabled" })] },
  });
  const writers = Object.values(template.findResources("AWS::S3::BucketPolicy"))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter(({ Principal }) => Principal?.Service === "logging.s3.amazonaws.com");
  expect(writers.map(({ Condition }) => Condition.ArnLike["aws:SourceArn"]["Fn::GetAtt"][0]).sort()).toEqual(
    buckets
      .map(([name]) => name)
      .filter((name) => !logs.includes(name))
      .sort(),
  );
  for (const { Action, Condition } of writers) {
    expect(Action).toBe("s3:PutObject");
    expect(Condition.StringEquals).toEqual({ "aws:SourceAccount": "000000000000" });
  }
});

test("what others took the place of among the documents goes: receipts after a day, drafts of reports with the table's own past", () => {
  template.hasResourceProperties("AWS::S3::Bucket", {
    LifecycleConfiguration: {
      Rules: Match.arrayWith([
        Match.objectLike({ Prefix: "receipts/", NoncurrentVersionExpiration: { NoncurrentDays: 1 } }),
        Match.objectLike({ Prefix: "jobs/", ExpirationInDays: 7 }),
        Match.objectLike({ Prefix: "reports/", NoncurrentVersionExpiration: { NoncurrentDays: 35 } }),
        { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: "Enabled" },
      ]),
    },
  });
});

describe("the table's backups", () => {
  test("are made each night, kept as long as an erasure says that backups reach back, and in a vault from which nobody deletes", () => {
    template.hasResourceProperties("AWS::Backup::BackupPlan", {
      BackupPlan: {
        BackupPlanRule: [
          Match.objectLike({
            ScheduleExpression: "cron(0 2 * * ? *)",
            ScheduleExpressionTimezone: "Asia/Ho_Chi_Minh",
            Lifecycle: { DeleteAfterDays: backupDays },
          }),
        ],
      },
    });
    template.hasResource("AWS::Backup::BackupVault", {
      Properties: {
        AccessPolicy: {
          Statement: [
            Match.objectLike({
              Effect: "Deny",
              Action: ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"],
            }),
          ],
        },
      },
      DeletionPolicy: "Retain",
    });
  });

  test("are of the one table, by a role that may do so and nothing else", () => {
    template.hasResourceProperties("AWS::Backup::BackupSelection", {
      BackupSelection: { Resources: [{ "Fn::GetAtt": [Match.stringLikeRegexp("^Table"), "Arn"] }] },
    });
    expect(actionsOfRole("Backup")).toEqual([
      "backup:CopyIntoBackupVault",
      "backup:DescribeBackupVault",
      "dynamodb:CreateBackup",
      "dynamodb:DeleteBackup",
      "dynamodb:DescribeBackup",
      "dynamodb:DescribeTable",
      "dynamodb:ListTagsOfResource",
      "dynamodb:StartAwsBackupJob",
    ]);
  });
});
