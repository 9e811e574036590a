import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type CfnBucket,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Stack } from "sst/constructs";
import { logDays, stageOf } from "./stages.ts";

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
} satisfies BucketProps;

type BucketSettings = Pick<
  BucketProps,
  "bucketName" | "versioned" | "lifecycleRules" | "objectLockDefaultRetention" | "removalPolicy"
>;

export function createLogs(stack: Stack): Bucket {
  const { lasting } = stageOf(stack);
  return new Bucket(stack, "Logs", {
    ...closed,
    lifecycleRules: [
      { expiration: Duration.days(logDays), abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
    removalPolicy: lasting ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
}

export function createBucket(
  stack: Stack,
  name: string,
  { lifecycleRules = [], ...settings }: BucketSettings,
  logs: Bucket,
): Bucket {
  const { lasting } = stageOf(stack);
  const bucket = new Bucket(stack, name, {
    ...closed,
    removalPolicy: lasting ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    ...settings,
    lifecycleRules: [...lifecycleRules, { abortIncompleteMultipartUploadAfter: Duration.days(1) }],
  });
  const logFilePrefix = `${name.toLowerCase()}/`;
  // Grants log delivery by policy, because CDK's property needs an ACL.
  (bucket.node.defaultChild as CfnBucket).loggingConfiguration = {
    destinationBucketName: logs.bucketName,
    logFilePrefix,
  };
  logs.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("logging.s3.amazonaws.com")],
      actions: ["s3:PutObject"],
      resources: [logs.arnForObjects(`${logFilePrefix}*`)],
      conditions: {
        ArnLike: { "aws:SourceArn": bucket.bucketArn },
        StringEquals: { "aws:SourceAccount": stack.account },
      },
    }),
  );
  return bucket;
}
