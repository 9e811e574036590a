import { SecretValue } from "aws-cdk-lib";
import { type CfnStage, HttpApi, HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { Stack } from "sst/constructs";
import { createFunction } from "./function.ts";
import type { Storage } from "./storage.ts";

export type Api = ReturnType<typeof createApi>;

/** Requests a second that the gateway lets through to the function, and how many at once above that; beyond them it answers 429. */
const throttle = { rateLimit: 50, burstLimit: 200 };

/** The API: `functions/api/lambda.ts` behind an HTTP API that takes everything below `/api/`. */
export function createApi(stack: Stack, { table, uploads, itemActions, queries }: Storage) {
  // One secret of three fields that whoever deploys fills in; CloudFormation reads it, it is never a value here.
  const signIn = (field: string) =>
    SecretValue.secretsManager(`doan-ket-sang-tao/${stack.stage}/sign-in`, {
      jsonField: field,
    }).unsafeUnwrap();

  const handler = createFunction(stack, "Api", {
    handler: "functions/api/lambda.handler",
    memoryMegabytes: 1024,
    timeoutSeconds: 10,
    environment: {
      TABLE_NAME: table.tableName,
      UPLOADS_BUCKET: uploads.bucket.bucketName,
      UPLOADS_ADDRESS: uploads.origin,
      OIDC_ISSUER: signIn("issuer"),
      OIDC_CLIENT_ID: signIn("clientId"),
      OIDC_CLIENT_SECRET: signIn("clientSecret"),
    },
    allowed: [
      itemActions("GetItem", "BatchGetItem", "PutItem"),
      queries(),
      // What it signs is done in its name: a browser posts, a browser reads.
      { actions: ["s3:PutObject"], resources: [uploads.quarantined] },
      { actions: ["s3:GetObject"], resources: [uploads.released] },
      {
        // All that the API deletes: a session at its end, a draft behind a link.
        ...itemActions("DeleteItem"),
        conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["SESSION#*", "DRAFT#*"] } },
      },
    ],
  });

  const gateway = new HttpApi(stack, "Gateway");
  gateway.addRoutes({
    path: "/api/{proxy+}",
    methods: [HttpMethod.ANY],
    integration: new HttpLambdaIntegration("ApiIntegration", handler),
  });
  const stage = gateway.defaultStage?.node.defaultChild as CfnStage;
  stage.defaultRouteSettings = {
    throttlingRateLimit: throttle.rateLimit,
    throttlingBurstLimit: throttle.burstLimit,
  };

  return {
    /** The host at which the gateway answers. */
    host: `${gateway.apiId}.execute-api.${stack.region}.${stack.urlSuffix}`,
    /** Tells the function where the pages live: the only origin that may change anything. */
    serveOrigin: (origin: string) => handler.addEnvironment("PUBLIC_ORIGIN", origin),
  };
}
