import { type CfnStage, HttpApi, HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { Stack } from "sst/constructs";
import { logAccess } from "./access-log.ts";
import { createFunction } from "./function.ts";
import type { Identity } from "./identity.ts";
import { secretsPath, secretsVersion } from "./secrets.ts";
import { stageOf } from "./stages.ts";
import type { Storage } from "./storage.ts";

export type Api = ReturnType<typeof createApi>;

const submissions = { path: "/api/initiatives", method: HttpMethod.POST };

/** Maximum tries of the easiest proof of work: under a second on a weak phone. */
const proofTries = 150;

const oidcSecret = "oidc-client-secret";

/** StaffApi serves all other paths. */
const publicPaths = [
  "/api/campaigns/open",
  "/api/challenges/{proxy+}",
  "/api/initiatives",
  "/api/initiatives/{proxy+}",
  "/api/access-keys",
  "/api/library",
  "/api/drafts",
  "/api/drafts/{proxy+}",
  "/api/uploads",
  "/api/uploads/{proxy+}",
];

/** PublicApi is separate, so that it has little code and few rights (docs/decisions/0021-two-api-functions.md). */
export function createApi(stack: Stack, { table, documents, uploads, itemActions, queries }: Storage) {
  const { throttle, concurrency, issuer } = stageOf(stack);
  const path = secretsPath(stack.stage);
  const secretsOf = (...names: string[]) => ({
    actions: ["ssm:GetParameters"],
    resources: names.map((name) => stack.formatArn({ service: "ssm", resource: `parameter${path}/${name}` })),
  });

  const environment = {
    TABLE_NAME: table.tableName,
    DOCUMENTS_ADDRESS: `https://${documents.bucketRegionalDomainName}`,
    UPLOADS_BUCKET: uploads.bucket.bucketName,
    UPLOADS_ADDRESS: uploads.origin,
    PROOF_TRIES: String(proofTries),
    SECRETS_PATH: path,
    SECRETS_VERSION: secretsVersion(),
  };
  const under = (action: string, ...keys: string[]) => ({
    ...itemActions(action),
    conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": keys } },
  });
  const shared = [
    itemActions("GetItem", "BatchGetItem", "PutItem"),
    queries(),
    under("UpdateItem", "LIMIT#*", "UPLOAD#*"),
    { actions: ["s3:PutObject"], resources: [uploads.quarantined] },
    secretsOf("proof-secret", "distribution-secret"),
  ];
  const readable = [uploads.released, documents.arnForObjects("receipts/*")];

  const handler = createFunction(stack, "PublicApi", {
    handler: "functions/api/public-lambda.handler",
    memoryMegabytes: 1024,
    timeoutSeconds: 10,
    concurrency: concurrency?.publicApi,
    // PublicApi never runs these imports (11 kB gzip).
    leftOut: ["@valibot/to-json-schema", "@smithy/core/event-streams"],
    environment,
    allowed: [...shared, { actions: ["s3:GetObject"], resources: readable }, under("DeleteItem", "DRAFT#*")],
  });
  const staffApi = createFunction(stack, "StaffApi", {
    handler: "functions/api/staff-lambda.handler",
    memoryMegabytes: 1024,
    timeoutSeconds: 10,
    concurrency: concurrency?.staffApi,
    environment: { ...environment, ...(issuer?.confidential ? { OIDC_SECRET: oidcSecret } : {}) },
    allowed: [
      ...shared,
      ...(issuer?.confidential ? [secretsOf(oidcSecret)] : []),
      {
        actions: ["s3:GetObject"],
        resources: [...readable, documents.arnForObjects("jobs/*"), documents.arnForObjects("reports/*")],
      },
      under(
        "DeleteItem",
        "SESSION#*",
        "DRAFT#*",
        "CAMPAIGN",
        "CAMPAIGN#*",
        "OPENCAMPAIGN#*",
        "COMMENDATION#*",
      ),
      under("BatchWriteItem", "CAMPAIGN#*"),
      // A model's origins must not change during the write that links them.
      under("ConditionCheckItem", "MODEL#*"),
    ],
  });

  const gateway = new HttpApi(stack, "Gateway");
  const integration = new HttpLambdaIntegration("ApiIntegration", handler);
  gateway.addRoutes({
    path: "/api/{proxy+}",
    methods: [HttpMethod.ANY],
    integration: new HttpLambdaIntegration("DeskIntegration", staffApi),
  });
  for (const path of publicPaths) gateway.addRoutes({ path, methods: [HttpMethod.ANY], integration });
  const submit = gateway.addRoutes({
    path: submissions.path,
    methods: [submissions.method],
    integration,
  });
  const stage = gateway.defaultStage?.node.defaultChild as CfnStage;
  logAccess(stack, stage);
  // Limits all clients together. The page retries after a 429.
  stage.defaultRouteSettings = {
    throttlingRateLimit: throttle.all.rateLimit,
    throttlingBurstLimit: throttle.all.burstLimit,
  };
  stage.routeSettings = {
    [`${submissions.method} ${submissions.path}`]: {
      ThrottlingRateLimit: throttle.submissions.rateLimit,
      ThrottlingBurstLimit: throttle.submissions.burstLimit,
    },
  };
  stage.node.addDependency(...submit);

  return {
    functions: [handler, staffApi],
    host: `${gateway.apiId}.execute-api.${stack.region}.${stack.urlSuffix}`,
    /** Header that proves a request came through CloudFront, so `x-viewer-address` can be trusted. */
    proofOfDistribution: {
      "x-distribution-secret": `{{resolve:ssm:${path}/distribution-secret}}`,
    },
    signInAt: ({ issuer, clientId }: Identity) => {
      staffApi.addEnvironment("OIDC_ISSUER", issuer);
      staffApi.addEnvironment("OIDC_CLIENT_ID", clientId);
    },
    serveOrigin: (origin: string) => {
      for (const part of [handler, staffApi]) part.addEnvironment("PUBLIC_ORIGIN", origin);
    },
  };
}
