import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { Aspects } from "aws-cdk-lib";
import { Match, Template } from "aws-cdk-lib/assertions";
import { AwsSolutionsChecks } from "cdk-nag";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicRoutes } from "../../functions/api/public-app.ts";
import { faceFiles } from "../../functions/documents/faces.ts";
import { expiryAttribute, indexes } from "../../functions/store/keys.ts";
import { synthesise } from "../../infra/assembly.ts";
import { createPageHeaders } from "../../local/page-headers.ts";
import { hashStylesOf } from "../../web/page-styles.ts";

const outdir = mkdtempSync(join(tmpdir(), "cdk.out-"));
let template: Template;
let findings: string[];

beforeAll(async () => {
  const assembly = await synthesise({
    stage: "prod",
    outdir,
    inspect: (app) => Aspects.of(app).add(new AwsSolutionsChecks()),
  });
  const [stack, ...others] = assembly.stacks;
  if (!stack || others.length > 0) throw new Error("the app is one stack");
  template = Template.fromJSON(stack.template);
  findings = stack.messages.map(({ id, entry }) => nameFinding(id, String(entry.data)));
}, 120_000);

afterAll(() => rmSync(outdir, { recursive: true, force: true }));

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
}

/** Every statement that allows something, of every role and resource policy. */
function allowed(): Statement[] {
  const documents = [
    ...Object.values(template.findResources("AWS::IAM::Policy")).map(
      ({ Properties }) => Properties.PolicyDocument,
    ),
    ...Object.values(template.findResources("AWS::IAM::Role")).flatMap(({ Properties }) =>
      (Properties.Policies ?? []).map((policy: { PolicyDocument: unknown }) => policy.PolicyDocument),
    ),
  ];
  return documents.flatMap(({ Statement }) => Statement).filter(({ Effect }) => Effect === "Allow");
}

const actionsOf = ({ Action }: Statement) => [Action].flat();

/** What a function's role may do with the table, the bucket and the rest, its own log apart. */
function actionsOfRole(name: string): string[] {
  const [policy] = Object.values(template.findResources("AWS::IAM::Policy")).filter(({ Properties }) =>
    Properties.Roles.some(({ Ref }: { Ref: string }) => Ref.startsWith(`${name}Role`)),
  );
  const statements: Statement[] = policy?.Properties.PolicyDocument.Statement ?? [];
  return [...new Set(statements.flatMap(actionsOf))].filter((action) => !action.startsWith("logs:")).sort();
}

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

describe("the functions", () => {
  test("are seven, on Node 24 and arm64, each with a log kept for a year", () => {
    template.resourceCountIs("AWS::Lambda::Function", 7);
    template.allResourcesProperties("AWS::Lambda::Function", {
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      LoggingConfig: { LogGroup: { Ref: Match.anyValue() } },
    });
    template.allResourcesProperties("AWS::Logs::LogGroup", { RetentionInDays: 365 });
  });

  test("may do what they do and nothing else", () => {
    expect(actionsOfRole("Api")).toEqual([
      "dynamodb:BatchGetItem",
      "dynamodb:DeleteItem",
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "dynamodb:UpdateItem",
      "s3:GetObject",
      "s3:PutObject",
    ]);
    expect(actionsOfRole("Desk")).toEqual([
      "dynamodb:BatchGetItem",
      "dynamodb:BatchWriteItem",
      "dynamodb:DeleteItem",
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "dynamodb:UpdateItem",
      "s3:GetObject",
      "s3:PutObject",
    ]);
    expect(actionsOfRole("Fold")).toEqual([
      "dynamodb:DescribeStream",
      "dynamodb:GetItem",
      "dynamodb:GetRecords",
      "dynamodb:GetShardIterator",
      "dynamodb:ListStreams",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:SendMessage",
    ]);
    expect(actionsOfRole("Receipts")).toEqual([
      "dynamodb:BatchGetItem",
      "dynamodb:DeleteItem",
      "dynamodb:DescribeStream",
      "dynamodb:GetItem",
      "dynamodb:GetRecords",
      "dynamodb:GetShardIterator",
      "dynamodb:ListStreams",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "s3:DeleteObject",
      "s3:PutObject",
      "ses:SendEmail",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:SendMessage",
    ]);
    expect(actionsOfRole("Receive")).toEqual([
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "s3:DeleteObject",
      "s3:GetObject",
      "s3:GetObjectVersionTagging",
      "s3:ListBucket",
      "s3:PutObject",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:SendMessage",
    ]);
    expect(actionsOfRole("Report")).toEqual([
      "dynamodb:BatchGetItem",
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:SendMessage",
    ]);
  });

  test("that works on jobs reads all, writes its rows, and has files below jobs, reports and uploads alone", () => {
    expect(actionsOfRole("Work")).toEqual([
      "dynamodb:BatchGetItem",
      "dynamodb:BatchWriteItem",
      "dynamodb:DescribeStream",
      "dynamodb:GetItem",
      "dynamodb:GetRecords",
      "dynamodb:GetShardIterator",
      "dynamodb:ListStreams",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "dynamodb:UpdateItem",
      "s3:AbortMultipartUpload",
      "s3:DeleteObject",
      "s3:GetObject",
      "s3:ListBucket",
      "s3:PutObject",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:SendMessage",
    ]);
  });

  test("are allowed no action by a wildcard, no managed policy, and one action on everything: listing streams, which knows no less", () => {
    expect(
      allowed()
        .flatMap(actionsOf)
        .filter((action) => action.includes("*")),
    ).toEqual([]);
    expect(
      allowed()
        .filter(({ Resource }) => Resource === "*")
        .flatMap(actionsOf),
    ).toEqual(["dynamodb:ListStreams", "dynamodb:ListStreams", "dynamodb:ListStreams"]);
    for (const { Properties } of Object.values(template.findResources("AWS::IAM::Role")))
      expect(Properties.ManagedPolicyArns).toBeUndefined();
  });

  test("the API counts what clients do alone, and changes nothing else in part", () => {
    template.hasResourceProperties("AWS::IAM::Policy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: "dynamodb:UpdateItem",
            Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["LIMIT#*"] } },
          }),
        ]),
      },
    });
  });

  test("the public's part of the API deletes drafts alone, the desk sessions, drafts and places of campaigns", () => {
    template.hasResourceProperties("AWS::IAM::Policy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: "dynamodb:DeleteItem",
            Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["DRAFT#*"] } },
          }),
        ]),
      },
    });
    template.hasResourceProperties("AWS::IAM::Policy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: "dynamodb:DeleteItem",
            Condition: {
              "ForAllValues:StringLike": {
                "dynamodb:LeadingKeys": ["SESSION#*", "DRAFT#*", "CAMPAIGN", "CAMPAIGN#*", "OPENCAMPAIGN#*"],
              },
            },
          }),
        ]),
      },
    });
  });

  test("have the settings that their entries read, secrets as references alone", () => {
    const settings = (handler: string): Record<string, unknown> => {
      const found = template.findResources("AWS::Lambda::Function", { Properties: { Handler: handler } });
      return Object.values(found)[0]?.Properties.Environment.Variables;
    };
    const both = {
      TABLE_NAME: { Ref: expect.stringMatching(/^Table/) },
      PUBLIC_ORIGIN: expect.anything(),
      UPLOADS_BUCKET: { Ref: expect.stringMatching(/^Uploads/) },
      UPLOADS_ADDRESS: uploadsOrigin,
      PROOF_SECRET: "{{resolve:secretsmanager:doan-ket-sang-tao/prod/sign-in:SecretString:proofSecret::}}",
      PROOF_PREFIX: "000",
      DISTRIBUTION_SECRET: distributionSecret,
    };
    expect(settings("functions/api/lambda.handler")).toMatchObject(both);
    expect(settings("functions/api/lambda.handler")).not.toHaveProperty("OIDC_CLIENT_SECRET");
    expect(settings("functions/api/desk-lambda.handler")).toMatchObject({
      ...both,
      OIDC_ISSUER: "{{resolve:secretsmanager:doan-ket-sang-tao/prod/sign-in:SecretString:issuer::}}",
      OIDC_CLIENT_ID: "{{resolve:secretsmanager:doan-ket-sang-tao/prod/sign-in:SecretString:clientId::}}",
      OIDC_CLIENT_SECRET:
        "{{resolve:secretsmanager:doan-ket-sang-tao/prod/sign-in:SecretString:clientSecret::}}",
    });
    expect(Object.keys(settings("functions/uploads/lambda.handler"))).toEqual(
      expect.arrayContaining(["TABLE_NAME", "UPLOADS_BUCKET"]),
    );
    expect(settings("functions/stream/lambda.handler")).toHaveProperty("TABLE_NAME");
    expect(settings("functions/report/lambda.handler")).toHaveProperty("TABLE_NAME");
  });
});

describe("the stream's batches", () => {
  test("wait for company, are given back in part, halved on faults, and what fails for good is put aside", () => {
    template.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
      StartingPosition: "TRIM_HORIZON",
      MaximumBatchingWindowInSeconds: 2,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 50,
      MaximumRecordAgeInSeconds: 43_200,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });

  test("hold initiatives alone", () => {
    const [mapping] = Object.values(template.findResources("AWS::Lambda::EventSourceMapping"));
    const patterns = mapping?.Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) =>
      JSON.parse(Pattern),
    );
    expect(patterns).toEqual([
      { eventName: ["INSERT", "MODIFY"], dynamodb: { Keys: { sk: { S: ["INI"] } } } },
    ]);
  });
});

/** Where the pages post files: by its name, which the pages' headers must know before the bucket is there. */
const uploadsOrigin = "https://doan-ket-sang-tao-prod-uploads-000000000000.s3.ap-southeast-1.amazonaws.com";

describe("uploads", () => {
  test("may be posted from the site's own pages, are in quarantine for a day at most, and are known to EventBridge", () => {
    template.hasResourceProperties("AWS::S3::Bucket", {
      BucketName: "doan-ket-sang-tao-prod-uploads-000000000000",
      CorsConfiguration: {
        CorsRules: [
          {
            AllowedMethods: ["POST"],
            AllowedOrigins: [
              { "Fn::Join": ["", ["https://", { "Fn::GetAtt": [Match.anyValue(), "DomainName"] }]] },
            ],
          },
        ],
      },
      LifecycleConfiguration: {
        Rules: Match.arrayWith([{ Prefix: "quarantine/", ExpirationInDays: 1, Status: "Enabled" }]),
      },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      VersioningConfiguration: { Status: "Enabled" },
    });
  });

  test("are received when a scanner has tagged them", () => {
    template.hasResourceProperties("AWS::Events::Rule", {
      EventPattern: {
        source: ["aws.s3"],
        "detail-type": ["Object Tags Added"],
        detail: {
          bucket: { name: [{ Ref: Match.anyValue() }] },
          object: { key: [{ prefix: "quarantine/" }] },
        },
      },
    });
  });
});

describe("the schedule", () => {
  test("wakes at seven in Vietnam each morning, and is told which instant that was", () => {
    template.hasResourceProperties("AWS::Scheduler::Schedule", {
      ScheduleExpression: "cron(0 7 * * ? *)",
      ScheduleExpressionTimezone: "Asia/Ho_Chi_Minh",
      State: "ENABLED",
      Target: {
        Input: JSON.stringify({ scheduledAt: "<aws.scheduler.scheduled-time>" }),
        DeadLetterConfig: Match.anyValue(),
      },
    });
  });

  test("that fails is tried again and then put aside, not forgotten", () => {
    template.hasResourceProperties("AWS::Lambda::EventInvokeConfig", {
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });
});

describe("the pages", () => {
  test("come with the same headers as on one machine, and HSTS", () => {
    const [policy] = Object.values(template.findResources("AWS::CloudFront::ResponseHeadersPolicy"));
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } =
      policy?.Properties.ResponseHeadersPolicyConfig ?? {};
    const sent = {
      "content-security-policy": security.ContentSecurityPolicy.ContentSecurityPolicy,
      "x-content-type-options": security.ContentTypeOptions.Override ? "nosniff" : "",
      "x-frame-options": security.FrameOptions.FrameOption,
      "referrer-policy": security.ReferrerPolicy.ReferrerPolicy,
      ...Object.fromEntries(custom.Items.map(({ Header, Value }: Record<string, string>) => [Header, Value])),
    };
    expect(sent).toEqual(createPageHeaders(uploadsOrigin, hashStylesOf("web/dist")));
    expect(sent["content-security-policy"]).toContain("default-src 'self'");
    expect(security.StrictTransportSecurity).toMatchObject({
      AccessControlMaxAgeSec: 63_072_000,
      IncludeSubdomains: true,
    });
  });

  test("are read from the bucket by CloudFront alone", () => {
    template.resourceCountIs("AWS::CloudFront::OriginAccessControl", 1);
    expect(allowedPrincipals()).toEqual(["cloudfront.amazonaws.com"]);
  });

  test("share their origin with the API, whose answers are never kept at the edge", () => {
    template.hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: {
        DefaultCacheBehavior: {
          ViewerProtocolPolicy: "redirect-to-https",
          ResponseHeadersPolicyId: Match.anyValue(),
        },
        CacheBehaviors: [
          {
            PathPattern: "/api/*",
            AllowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
            // AWS's own policies: nothing cached; all that the visitor sent but the Host header.
            CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
            OriginRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
          },
        ],
        CustomErrorResponses: Match.absent(),
      },
    });
    template.hasResourceProperties("AWS::ApiGatewayV2::Route", { RouteKey: "ANY /api/{proxy+}" });
  });

  test.each([
    ["/", "/index.html"],
    ["/gui", "/gui/index.html"],
    ["/gui/sang-kien", "/gui/index.html"],
    ["/tra-cuu", "/tra-cuu/index.html"],
    ["/tra-cuu/", "/tra-cuu/index.html"],
    ["/guide", "/app.html"],
    ["/quan-tri/ho-so/7K3M-9QTX-2F4H", "/app.html"],
    ["/assets/app-1a2b.js", "/assets/app-1a2b.js"],
    ["/favicon.ico", "/favicon.ico"],
  ])("%s is answered with %s", (uri, expected) => {
    const [edge] = Object.values(template.findResources("AWS::CloudFront::Function"));
    const open = new Function("event", `${edge?.Properties.FunctionCode}; return handler(event);`);
    expect(open({ request: { uri } }).uri).toBe(expected);
  });

  function allowedPrincipals(): string[] {
    const policies = Object.values(template.findResources("AWS::S3::BucketPolicy"));
    return policies
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Effect }) => Effect === "Allow")
      .map(({ Principal }) => Principal.Service);
  }
});

describe("the API's bundles", () => {
  const bundle = async (entry: string) => {
    const [found] = Object.values(
      template.findResources("AWS::Lambda::Function", {
        Properties: { Handler: `functions/api/${entry}.handler` },
      }),
    );
    const asset = String(found?.Properties.Code.S3Key).replace(/\.zip$/, "");
    return join(outdir, `asset.${asset}`, `functions/api/${entry}.mjs`);
  };
  const settings = {
    TABLE_NAME: "table",
    PUBLIC_ORIGIN: "https://example.vn",
    DOCUMENTS_ADDRESS: "https://documents.s3.ap-southeast-1.amazonaws.com",
    UPLOADS_BUCKET: "uploads",
    UPLOADS_ADDRESS: "https://uploads.s3.ap-southeast-1.amazonaws.com",
    OIDC_ISSUER: "https://issuer.example.vn",
    OIDC_CLIENT_ID: "id",
    OIDC_CLIENT_SECRET: "secret",
    PROOF_SECRET: "secret",
    PROOF_PREFIX: "000",
    DISTRIBUTION_SECRET: "secret",
  };
  beforeAll(() => Object.assign(process.env, settings));
  afterAll(() => {
    for (const name of Object.keys(settings)) delete process.env[name];
  });
  /** Asks a bundle as the gateway does. */
  const open = async (entry: string) => {
    const { handler } = await import(/* @vite-ignore */ pathToFileURL(await bundle(entry)).href);
    return (path: string) =>
      handler({
        version: "2.0",
        routeKey: "ANY /api/{proxy+}",
        rawPath: path,
        rawQueryString: "",
        headers: { host: "example.vn" },
        requestContext: { domainName: "example.vn", http: { method: "GET", path } },
        isBase64Encoded: false,
      });
  };

  test("of the public is at most 160 kB, compressed", async () => {
    expect(gzipSync(await readFile(await bundle("lambda")), { level: 9 }).length).toBeLessThanOrEqual(
      160_000,
    );
  });

  test("answers as the sources do, though packages it never uses were left out", async () => {
    const get = await open("desk-lambda");
    expect(await get("/api/health")).toMatchObject({ statusCode: 200, body: '{"status":"ok"}' });
    const { statusCode, body } = await get("/api/openapi.json");
    expect(statusCode).toBe(200);
    const { openapi, paths } = JSON.parse(body);
    expect(openapi).toMatch(/^3\.1/);
    expect(paths["/api/initiatives"].post.requestBody.content["application/json"].schema).toBeDefined();
  });

  test("of the public knows each address that the gateway gives it", async () => {
    const [desk] = Object.entries(template.findResources("AWS::ApiGatewayV2::Integration")).find(([name]) =>
      name.includes("DeskIntegration"),
    ) ?? [""];
    const given = Object.values(template.findResources("AWS::ApiGatewayV2::Route"))
      .filter(({ Properties }) => !JSON.stringify(Properties.Target).includes(desk))
      .map(({ Properties }) => String(Properties.RouteKey).replace(/^\w+ /, ""));
    const document = JSON.parse((await (await open("desk-lambda"))("/api/openapi.json")).body);
    const known = new Set(publicRoutes.routes.map(({ path }) => `/api${path.replaceAll(/:(\w+)/g, "{$1}")}`));
    const taken = (path: string) =>
      given.some((route) =>
        route.endsWith("/{proxy+}") ? path.startsWith(route.slice(0, -"{proxy+}".length)) : path === route,
      );
    for (const path of Object.keys(document.paths))
      expect([path, taken(path)]).toEqual([path, known.has(path)]);
  });
});

test("whatever makes documents carries its fonts along, and the schedule begins with little memory", async () => {
  const functions = template.findResources("AWS::Lambda::Function");
  const of = (handler: string) => {
    const [found] = Object.values(functions).filter(({ Properties }) => Properties.Handler === handler);
    return found?.Properties;
  };
  const work = of("functions/jobs/work-lambda.handler");
  const bundle = join(outdir, `asset.${String(work?.Code.S3Key).replace(/\.zip$/, "")}`);
  for (const file of Object.values(faceFiles))
    expect((await readFile(join(bundle, "node_modules", file))).length).toBeGreaterThan(100_000);
  expect(of("functions/report/lambda.handler")?.MemorySize).toBe(512);
});

test("the mail's function hears of the reports that a run made, and of no other job", () => {
  const filters = Object.values(template.findResources("AWS::Lambda::EventSourceMapping")).flatMap(
    ({ Properties }) => Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => Pattern),
  );
  const ofJobs = filters.filter((pattern) => pattern.includes('"JOB"') && pattern.includes("NewImage"));
  expect(ofJobs.map((pattern) => JSON.parse(pattern).dynamodb.NewImage)).toEqual([
    { job: { M: { kind: { S: ["report"] } } } },
  ]);
  expect(filters.filter((pattern) => pattern.includes('"REPORTNOTICE"'))).toHaveLength(1);
});

describe("the bundle that makes receipts", () => {
  test("carries its fonts along, and starts on what stands in its environment", async () => {
    const [receipts] = Object.values(
      template.findResources("AWS::Lambda::Function", {
        Properties: { Handler: "functions/jobs/receipts-lambda.handler" },
      }),
    );
    const settings = Object.fromEntries(
      Object.keys(receipts?.Properties.Environment.Variables).map((name) => [name, "https://example.vn"]),
    );
    Object.assign(process.env, settings);
    const asset = String(receipts?.Properties.Code.S3Key).replace(/\.zip$/, "");
    const bundle = join(outdir, `asset.${asset}`);
    for (const file of Object.values(faceFiles))
      expect((await readFile(join(bundle, "node_modules", file))).length).toBeGreaterThan(100_000);
    const file = join(bundle, "functions/jobs/receipts-lambda.mjs");
    const { handler } = await import(/* @vite-ignore */ pathToFileURL(file).href);
    expect(await handler({ Records: [] })).toEqual({ batchItemFailures: [] });
    for (const name of Object.keys(settings)) delete process.env[name];
  });
});

test("another stage is named apart and can be removed whole", async () => {
  const assembly = await synthesise({ stage: "thu", outdir: join(outdir, "thu") });
  const other = Template.fromJSON(assembly.stacks[0]?.template);
  expect(assembly.stacks[0]?.stackName).toBe("thu-doan-ket-sang-tao-movement");
  other.hasResource("AWS::DynamoDB::Table", {
    Properties: { DeletionProtectionEnabled: false },
    DeletionPolicy: "Delete",
  });
}, 60_000);

describe("the gateway", () => {
  test("limits submissions as a whole, apart from all else and below it", () => {
    template.hasResource("AWS::ApiGatewayV2::Stage", {
      Properties: {
        DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 200 },
        RouteSettings: {
          "POST /api/initiatives": { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 100 },
        },
      },
      DependsOn: Match.arrayWith([Match.stringLikeRegexp("POSTapiinitiatives")]),
    });
    template.hasResourceProperties("AWS::ApiGatewayV2::Route", { RouteKey: "POST /api/initiatives" });
  });
});

/** By this the distribution proves to the API that it is the one that tells a visitor's address. */
const distributionSecret =
  "{{resolve:secretsmanager:doan-ket-sang-tao/prod/sign-in:SecretString:distributionSecret::}}";

test("the distribution tells the API a visitor's address, and proves that it is the one that does", () => {
  template.hasResourceProperties("AWS::CloudFront::Distribution", {
    DistributionConfig: {
      Origins: Match.arrayWith([
        Match.objectLike({
          OriginCustomHeaders: [{ HeaderName: "x-distribution-secret", HeaderValue: distributionSecret }],
        }),
      ]),
      CacheBehaviors: [Match.objectLike({ FunctionAssociations: [Match.objectLike({})] })],
    },
  });
  const [code] = Object.values(template.findResources("AWS::CloudFront::Function"))
    .map(({ Properties }) => String(Properties.FunctionCode))
    .filter((text) => text.includes("x-viewer-address"));
  const handle = new Function("event", `${code}; return handler(event);`);
  const headers = { "x-viewer-address": { value: "what the visitor wrote" } };
  expect(handle({ viewer: { ip: "198.51.100.7" }, request: { headers } })).toEqual({
    headers: { "x-viewer-address": { value: "198.51.100.7" } },
  });
});

/** What AWS's rules of good practice find and is so on purpose, each with its reason. Whatever else they find fails the test. */
const accepted: Record<string, string> = {
  "ApiRole/DefaultPolicy IAM5[Resource::<Documents.Arn>/receipts/*]":
    "Links to receipts, each to its author.",
  "ReceiptsRole/DefaultPolicy IAM5[Resource::<Documents.Arn>/receipts/*]":
    "Receipts are written, and taken away, under their own prefix.",
  "ReceiptsRole/DefaultPolicy IAM5[Resource::*]": "dynamodb:ListStreams knows no narrower resource.",
  "ReceiptsRole/DefaultPolicy IAM5[Resource::<Uploads.Arn>/clean/*]": "Files that are erased.",
  "ReceiptsRole/DefaultPolicy IAM5[Resource::<Uploads.Arn>/quarantine/*]": "Files that are erased.",
  "ApiRole/DefaultPolicy IAM5[Resource::<Uploads.Arn>/clean/*]": "Links to files that were found clean.",
  "ApiRole/DefaultPolicy IAM5[Resource::<Uploads.Arn>/quarantine/*]":
    "Permissions to upload, each to a key of its own.",
  "ReceiveRole/DefaultPolicy IAM5[Resource::<Uploads.Arn>/clean/*]": "Where uploads are released to.",
  "ReceiveRole/DefaultPolicy IAM5[Resource::<Uploads.Arn>/quarantine/*]": "Where uploads arrive.",
  "Uploads S1":
    "Access logs come with the alarms; uploads are reached by functions, signed forms and signed links alone.",
  "Documents S1":
    "Access logs come with the alarms; documents are reached by functions and signed links alone.",
  "Pages S1": "The pages are public and read by CloudFront alone.",
  "Gateway/DefaultStage APIG1": "Access logs come with the alarms; the API logs its own faults.",
  "Gateway/ANY--api--{proxy+} APIG4":
    "Anybody may submit; the API authorises by its access table, which a test walks whole.",
  "Gateway/POST--api--initiatives APIG4": "The same, at a rate of its own.",
  ...Object.fromEntries(
    [
      "campaigns--open",
      "challenges--{proxy+}",
      "initiatives",
      "initiatives--{proxy+}",
      "access-keys",
      "library",
      "drafts",
      "drafts--{proxy+}",
      "uploads",
    ].map((path) => [`Gateway/ANY--api--${path} APIG4`, "The same, by the public's own function."]),
  ),
  "Distribution CFR1": "Vietnamese abroad may send initiatives too.",
  "Distribution CFR2": "A firewall costs more a month than all the rest; the gateway limits the rate.",
  "Distribution CFR3": "Access logs come with the alarms.",
  "Distribution CFR4":
    "CloudFront's own domain name knows no other; one of the province's own gets TLS 1.2 and later.",
  "FailedJobs SQS3": "This is the queue of what failed.",
  "FoldRole/DefaultPolicy IAM5[Resource::*]": "dynamodb:ListStreams knows no narrower resource.",
  "DeskRole/DefaultPolicy IAM5[Resource::<Documents.Arn>/jobs/*]":
    "Links to what a job made, each to whoever may ask for it.",
  "DeskRole/DefaultPolicy IAM5[Resource::<Documents.Arn>/reports/*]":
    "Links to reports, each to whoever may read it.",
  ...Object.fromEntries(
    ["<Documents.Arn>/receipts/*", "<Uploads.Arn>/clean/*", "<Uploads.Arn>/quarantine/*"].map((place) => [
      `DeskRole/DefaultPolicy IAM5[Resource::${place}]`,
      "The desk runs the whole API: as for the public's function.",
    ]),
  ),
  "WorkRole/DefaultPolicy IAM5[Resource::<Documents.Arn>/jobs/*]": "What jobs make, and their pieces of it.",
  "WorkRole/DefaultPolicy IAM5[Resource::<Documents.Arn>/reports/*]": "Reports and their drafts.",
  "WorkRole/DefaultPolicy IAM5[Resource::<Uploads.Arn>/clean/*]": "Workbooks that are imported, and then go.",
  "WorkRole/DefaultPolicy IAM5[Resource::*]": "dynamodb:ListStreams knows no narrower resource.",
  "SchedulerRoleForTarget/DefaultPolicy IAM5[Resource::<Report.Arn>:*]": "Any version of the one function.",
};

/** A finding as place and rule, without the hashes that CDK appends to names. */
function nameFinding(id: string, text: string): string {
  const place = id
    .replace(/^\/[^/]+\//, "")
    .replace(/\/Resource$/, "")
    .replace(/-[0-9a-f]{6}/, "");
  const rule = /^AwsSolutions-(\S+):/.exec(text)?.[1]?.replace(/([A-Za-z])[0-9A-F]{8}\b/, "$1");
  return `${place} ${rule}`;
}

test("the stack has no finding by AWS's rules of good practice but those accepted here", () => {
  const unknown = findings.filter((finding) => !(finding in accepted));
  const gone = Object.keys(accepted).filter((finding) => !findings.includes(finding));
  expect({ unknown, gone }).toEqual({ unknown: [], gone: [] });
});
