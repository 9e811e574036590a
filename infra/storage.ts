import { Duration } from "aws-cdk-lib";
import { type CfnBucket, HttpMethods } from "aws-cdk-lib/aws-s3";
import type { Stack } from "sst/constructs";
import { indexes, uploadPrefixes } from "../functions/store/keys.ts";
import { createBucket, createLogs } from "./bucket.ts";
import { createTable } from "./table.ts";

export type Storage = ReturnType<typeof createStorage>;

export function createStorage(stack: Stack) {
  const table = createTable(stack);
  const logs = createLogs(stack);

  const documents = createBucket(
    stack,
    "Documents",
    {
      versioned: true,
      lifecycleRules: [
        // Old versions of receipts may name erased people.
        {
          prefix: "receipts/",
          noncurrentVersionExpiration: Duration.days(1),
          expiredObjectDeleteMarker: true,
        },
        // Exports hold personal data.
        {
          prefix: "jobs/",
          expiration: Duration.days(7),
          noncurrentVersionExpiration: Duration.days(1),
        },
        // Replaced drafts stay while the table can be restored to a state that points to them.
        {
          prefix: "reports/",
          noncurrentVersionExpiration: Duration.days(35),
          expiredObjectDeleteMarker: true,
        },
      ],
    },
    logs,
  );

  // A generated name would create a circular reference.
  const uploadsName = `doan-ket-sang-tao-${stack.stage}-uploads-${stack.account}`;
  const uploads = createBucket(
    stack,
    "UploadsBucket",
    {
      bucketName: uploadsName,
      // A scan result applies to one version.
      versioned: true,
      lifecycleRules: [
        { prefix: uploadPrefixes.quarantine, expiration: Duration.days(1) },
        { prefix: uploadPrefixes.workbooks, expiration: Duration.days(7) },
        { noncurrentVersionExpiration: Duration.days(1) },
      ],
    },
    logs,
  );
  // CDK's option would add a custom-resource function.
  (uploads.node.defaultChild as CfnBucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };

  return {
    uploads: {
      bucket: uploads,
      origin: `https://${uploadsName}.s3.${stack.region}.amazonaws.com`,
      quarantined: uploads.arnForObjects(`${uploadPrefixes.quarantine}*`),
      released: uploads.arnForObjects(`${uploadPrefixes.clean}*`),
      workbooks: uploads.arnForObjects(`${uploadPrefixes.workbooks}*`),
      acceptFrom: (origin: string) =>
        uploads.addCorsRule({ allowedMethods: [HttpMethods.POST], allowedOrigins: [origin] }),
    },
    table,
    documents,
    logs,
    itemActions: (...actions: string[]) => ({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [table.tableArn],
    }),
    queries: () => ({
      actions: ["dynamodb:Query"],
      resources: [table.tableArn, ...indexes.map(({ name }) => `${table.tableArn}/index/${name}`)],
    }),
  };
}
