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

/** Tries of the easiest proof of work at the most: under a second on a weak phone. */
const proofTries = 150;

/** The secret that proves us to a provider that is not our own. */
const oidcSecret = "oidc-client-secret";

/** What the public's function answers (functions/api/public-app.ts); all else below `/api/` is the desk's. */
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

/** The API: two functions behind an HTTP API, the public's small and the desk's whole, so that neither the other's code nor its rights weigh on the first. */
export function createApi(stack: Stack, { table, documents, uploads, itemActions, queries }: Storage) {
  const { throttle, concurrency, issuer } = stageOf(stack);
  // Made by `npm run secrets`. Functions read them as they start; what CloudFront sends along stands in its settings, which take no other kind.
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
    // With another, they start anew and read them.
    SECRETS_VERSION: secretsVersion(),
  };
  const under = (action: string, ...keys: string[]) => ({
    ...itemActions(action),
    conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": keys } },
  });
  const shared = [
    itemActions("GetItem", "BatchGetItem", "PutItem"),
    queries(),
    // What a client did in a stretch of time, and which record uses an upload.
    under("UpdateItem", "LIMIT#*", "UPLOAD#*"),
    // What it signs is done in its name: a browser posts, a browser reads.
    { actions: ["s3:PutObject"], resources: [uploads.quarantined] },
    secretsOf("proof-secret", "distribution-secret"),
  ];
  const readable = [uploads.released, documents.arnForObjects("receipts/*")];

  const handler = createFunction(stack, "PublicApi", {
    handler: "functions/api/public-lambda.handler",
    memoryMegabytes: 1024,
    timeoutSeconds: 10,
    concurrency: concurrency?.publicApi,
    // What describes the API to whoever asks the desk's function, 4 kB (gzip), and what reads streams of events, which DynamoDB sends none of, 7 kB.
    leftOut: ["@valibot/to-json-schema", "@smithy/core/event-streams"],
    environment,
    // All that it deletes: a draft behind a link.
    allowed: [...shared, { actions: ["s3:GetObject"], resources: readable }, under("DeleteItem", "DRAFT#*")],
  });
  const desk = createFunction(stack, "StaffApi", {
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
      // All that it deletes: a session at its end, a draft behind a link, the place of a campaign that moved or closed.
      under("DeleteItem", "SESSION#*", "DRAFT#*", "CAMPAIGN", "CAMPAIGN#*", "OPENCAMPAIGN#*"),
      // The units that a campaign freezes as it opens, in batches.
      under("BatchWriteItem", "CAMPAIGN#*"),
    ],
  });

  const gateway = new HttpApi(stack, "Gateway");
  const integration = new HttpLambdaIntegration("ApiIntegration", handler);
  gateway.addRoutes({
    path: "/api/{proxy+}",
    methods: [HttpMethod.ANY],
    integration: new HttpLambdaIntegration("DeskIntegration", desk),
  });
  for (const path of publicPaths) gateway.addRoutes({ path, methods: [HttpMethod.ANY], integration });
  const submit = gateway.addRoutes({
    path: submissions.path,
    methods: [submissions.method],
    integration,
  });
  const stage = gateway.defaultStage?.node.defaultChild as CfnStage;
  logAccess(stack, stage);
  // Submissions are limited as a whole, here alone: a page that is held back waits and sends again by itself.
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
  // A stage knows settings of routes that are there already.
  stage.node.addDependency(...submit);

  return {
    functions: [handler, desk],
    /** The host at which the gateway answers. */
    host: `${gateway.apiId}.execute-api.${stack.region}.${stack.urlSuffix}`,
    /** By what the distribution proves to the functions that it is the one that tells the visitor's address. */
    proofOfDistribution: {
      "x-distribution-secret": `{{resolve:ssm:${path}/distribution-secret}}`,
    },
    /** Tells the desk where staff sign in. */
    signInAt: ({ issuer, clientId }: Identity) => {
      desk.addEnvironment("OIDC_ISSUER", issuer);
      desk.addEnvironment("OIDC_CLIENT_ID", clientId);
    },
    /** Tells the functions where the pages live: the only origin that may change anything. */
    serveOrigin: (origin: string) => {
      for (const part of [handler, desk]) part.addEnvironment("PUBLIC_ORIGIN", origin);
    },
  };
}
