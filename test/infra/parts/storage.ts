import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { expiryAttribute, indexes } from "../../../functions/store/keys.ts";
import { template } from "../synthesised.ts";

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
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
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
  expect(buckets).toHaveLength(3);
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
