import { inject } from "vitest";
import { metricNamespace } from "#core/base/metric.ts";
import { localAccess } from "../../local/credentials.ts";
import { origin } from "./deps.ts";

/** What stands in the environment of every function at once, over a table of the run's DynamoDB Local and an S3 server with the buckets `documents` and `uploads`. */
export function functionEnvironment(tableName: string, s3: string) {
  const { region, credentials } = localAccess;
  return {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: "local",
    AWS_REQUEST_CHECKSUM_CALCULATION: "WHEN_REQUIRED",
    AWS_ENDPOINT_URL_DYNAMODB: inject("dynamoDbEndpoint"),
    AWS_ENDPOINT_URL_S3: s3,
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    LAMBDA_TASK_ROOT: "/var/task",
    POWERTOOLS_SERVICE_NAME: "api",
    POWERTOOLS_METRICS_NAMESPACE: metricNamespace,
    POWERTOOLS_LOG_LEVEL: "DEBUG",
    TABLE_NAME: tableName,
    DOCUMENTS_BUCKET: "documents",
    DOCUMENTS_ADDRESS: `${s3}/documents`,
    UPLOADS_BUCKET: "uploads",
    UPLOADS_ADDRESS: `${s3}/uploads`,
    PUBLIC_ORIGIN: origin,
    MAIL_SENDER: "khong-tra-loi@example.vn",
    PROOF_TRIES: "4",
    OIDC_ISSUER: "http://127.0.0.1:9",
    OIDC_CLIENT_ID: "client",
  };
}
