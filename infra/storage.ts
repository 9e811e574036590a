import { Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  type ITable,
  ProjectionType,
  StreamViewType,
  Table,
} from "aws-cdk-lib/aws-dynamodb";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  HttpMethods,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Stack } from "sst/constructs";
import { expiryAttribute, indexes, uploadPrefixes } from "../functions/store/keys.ts";
import { stageOf } from "./stages.ts";

export type Storage = ReturnType<typeof createStorage>;

/** Where everything is kept: the one table, its indexes as `store/keys.ts` lists them, the bucket of documents, and the one of uploads. */
export function createStorage(stack: Stack) {
  const { lasting } = stageOf(stack);
  const removalPolicy = lasting ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
  const text = (name: string) => ({ name, type: AttributeType.STRING });

  const table = new Table(stack, "Table", {
    partitionKey: text("pk"),
    sortKey: text("sk"),
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: lasting,
    removalPolicy,
    timeToLiveAttribute: expiryAttribute,
    stream: StreamViewType.NEW_IMAGE,
  });
  for (const { name, pk, sk, projected } of indexes)
    table.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: text(pk),
      sortKey: text(sk),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: [...projected],
    });

  const documents = new Bucket(stack, "Documents", {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    versioned: true,
    // A receipt that named somebody who was erased is gone a day later, with every version of it.
    lifecycleRules: [
      { prefix: "receipts/", noncurrentVersionExpiration: Duration.days(1) },
      // What a job leaves is read within days, and holds people's data.
      {
        prefix: "jobs/",
        expiration: Duration.days(7),
        noncurrentVersionExpiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
    removalPolicy,
  });

  // Named here, so that the pages' headers can name its host: they, the bucket's CORS rule and the pages' host would else wait for each other.
  const uploadsName = `doan-ket-sang-tao-${stack.stage}-uploads-${stack.account}`;
  const uploads = new Bucket(stack, "Uploads", {
    bucketName: uploadsName,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    // So that a verdict is that of one version and of no other under the same key.
    versioned: true,
    lifecycleRules: [
      { prefix: uploadPrefixes.quarantine, expiration: Duration.days(1) },
      {
        noncurrentVersionExpiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
    removalPolicy,
  });
  // CDK's own switch brings a function of custom resources with it.
  (uploads.node.defaultChild as CfnBucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };

  return {
    uploads: {
      bucket: uploads,
      /** Where the browser posts to and reads from. */
      origin: `https://${uploadsName}.s3.${stack.region}.amazonaws.com`,
      quarantined: uploads.arnForObjects(`${uploadPrefixes.quarantine}*`),
      released: uploads.arnForObjects(`${uploadPrefixes.clean}*`),
      /** Lets pages of this origin post, and read why they were refused. */
      acceptFrom: (origin: string) =>
        uploads.addCorsRule({ allowedMethods: [HttpMethods.POST], allowedOrigins: [origin] }),
    },
    // CDK's types do not expect exactOptionalPropertyTypes.
    table: table as ITable,
    documents,
    /** Lets a function do these things with the table's items, and with nothing else. */
    itemActions: (...actions: string[]) => ({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [table.tableArn],
    }),
    /** Lets a function query the table and its indexes, each by name. */
    queries: () => ({
      actions: ["dynamodb:Query"],
      resources: [table.tableArn, ...indexes.map(({ name }) => `${table.tableArn}/index/${name}`)],
    }),
  };
}
