import { RemovalPolicy } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  type ITable,
  ProjectionType,
  StreamViewType,
  Table,
} from "aws-cdk-lib/aws-dynamodb";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { Stack } from "sst/constructs";
import { expiryAttribute, indexes } from "../functions/store/keys.ts";

export type Storage = ReturnType<typeof createStorage>;

/** Where everything is kept: the one table, its indexes as `store/keys.ts` lists them, and the bucket of documents. */
export function createStorage(stack: Stack) {
  const lasting = stack.stage === "prod";
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
    removalPolicy,
  });

  return {
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
