import { Duration } from "aws-cdk-lib";
import { type CfnBucket, HttpMethods } from "aws-cdk-lib/aws-s3";
import type { Stack } from "sst/constructs";
import { indexes, uploadPrefixes } from "../functions/store/keys.ts";
import { createBucket, createLogs } from "./bucket.ts";
import { createTable } from "./table.ts";

export type Storage = ReturnType<typeof createStorage>;

/** Where everything is kept: the one table, the bucket of documents, that of uploads, and that of the access logs of all buckets. */
export function createStorage(stack: Stack) {
  const table = createTable(stack);
  const logs = createLogs(stack);

  const documents = createBucket(
    stack,
    "Documents",
    {
      versioned: true,
      lifecycleRules: [
        // A receipt that named somebody who was erased is gone a day later, with every version of it.
        {
          prefix: "receipts/",
          noncurrentVersionExpiration: Duration.days(1),
          expiredObjectDeleteMarker: true,
        },
        // What a job leaves is read within days, and holds people's data.
        {
          prefix: "jobs/",
          expiration: Duration.days(7),
          noncurrentVersionExpiration: Duration.days(1),
        },
        // Drafts that others took the place of stay as long as the table can be set back to where it points to them.
        {
          prefix: "reports/",
          noncurrentVersionExpiration: Duration.days(35),
          expiredObjectDeleteMarker: true,
        },
      ],
    },
    logs,
  );

  // Named here, so that the pages' headers can name its host: they, the bucket's CORS rule and the pages' host would else wait for each other.
  const uploadsName = `doan-ket-sang-tao-${stack.stage}-uploads-${stack.account}`;
  const uploads = createBucket(
    stack,
    "UploadsBucket",
    {
      bucketName: uploadsName,
      // So that a verdict is that of one version and of no other under the same key.
      versioned: true,
      lifecycleRules: [
        { prefix: uploadPrefixes.quarantine, expiration: Duration.days(1) },
        // An import takes its workbook away; one that was only checked, or failed, goes by itself.
        { prefix: uploadPrefixes.workbooks, expiration: Duration.days(7) },
        { noncurrentVersionExpiration: Duration.days(1) },
      ],
    },
    logs,
  );
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
      workbooks: uploads.arnForObjects(`${uploadPrefixes.workbooks}*`),
      /** Lets pages of this origin post, and read why they were refused. */
      acceptFrom: (origin: string) =>
        uploads.addCorsRule({ allowedMethods: [HttpMethods.POST], allowedOrigins: [origin] }),
    },
    table,
    documents,
    /** Takes the access logs of every other bucket (`createBucket`). */
    logs,
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
