import { RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, type PolicyStatementProps, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Function as BundledFunction, type Stack } from "sst/constructs";
import { metricNamespace } from "#core/base/metric.ts";
import { logDays, stageOf } from "./stages.ts";

interface FunctionSettings {
  /** File and export, from the project's root: `functions/api/public-lambda.handler`. */
  handler: string;
  environment: Record<string, string>;
  /** All that it may do, besides writing its own log. */
  allowed: PolicyStatementProps[];
  memoryMegabytes: number;
  timeoutSeconds: number;
  /** How many of it may run at once, kept free for it; all that the account has left where nothing is said. */
  concurrency?: number | undefined;
  /** Packages that it imports in places which it never reaches. */
  leftOut?: string[];
  /** Files of packages, from `node_modules`, that it reads beside its code. */
  packageFiles?: string[];
}

/** The credentials that Lambda puts into the environment, in place of the SDK's chain of providers: 40 kB (gzip) less to read at a cold start. */
const credentials = {
  "@aws-sdk/credential-provider-node": "./functions/store/aws/environment-credentials.ts",
};

/**
 * What libraries would import when asked for what nothing here asks for. `hono-openapi` for schemas other than Valibot's: 86 kB (gzip). The SDK
 * to name a browser, 8 kB.
 */
const neverImported = [
  "bowser",
  "zod",
  "zod/v4",
  "zod/v4/core",
  "zod-openapi",
  "arktype",
  "effect",
  "sury",
  "typebox",
  "zod-to-json-schema",
];

/** How every bundle is made. Nothing asks a function for its name; keeping them would take 10 kB (gzip). */
export const bundling = {
  alias: credentials,
  external: neverImported,
  legalComments: "none",
  keepNames: false,
} as const;

/** A Lambda function with a role and a log of its own: it may do what is listed, and nothing is granted by a managed policy. Its name is its service in logs, metrics and traces. */
export function createFunction(stack: Stack, name: string, settings: FunctionSettings): BundledFunction {
  const {
    handler,
    environment,
    allowed,
    memoryMegabytes,
    timeoutSeconds,
    concurrency,
    packageFiles = [],
    leftOut = [],
  } = settings;
  const { lasting, logLevel } = stageOf(stack);
  // Twelve months, as security level 2 asks of logs.
  const logGroup = new LogGroup(stack, `${name}Log`, {
    retention: logDays,
    removalPolicy: lasting ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  const role = new Role(stack, `${name}Role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  for (const statement of allowed) role.addToPolicy(new PolicyStatement(statement));
  logGroup.grantWrite(role);
  return new BundledFunction(stack, name, {
    handler,
    environment: {
      POWERTOOLS_SERVICE_NAME: name.toLowerCase(),
      POWERTOOLS_METRICS_NAMESPACE: metricNamespace,
      POWERTOOLS_LOG_LEVEL: logLevel,
      // The SDK gives a connection up after 1.1 s and makes another, where it would else wait for ever; nor does it look for files of settings first.
      AWS_DEFAULTS_MODE: "in-region",
      ...environment,
    },
    role,
    logGroup,
    runtime: "nodejs24.x",
    architecture: "arm_64",
    memorySize: memoryMegabytes,
    timeout: timeoutSeconds,
    // CDK lets the role tell X-Ray, on everything: those two actions know no narrower resource.
    tracing: "active",
    ...(concurrency === undefined ? {} : { reservedConcurrentExecutions: concurrency }),
    copyFiles: packageFiles.map((file) => ({ from: `node_modules/${file}`, to: `node_modules/${file}` })),
    nodejs: {
      format: "esm",
      minify: true,
      // A source map would be uploaded by a function of SST's own, which this stack does without.
      sourcemap: false,
      esbuild: { ...bundling, external: [...bundling.external, ...leftOut] },
    },
  });
}
