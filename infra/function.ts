import { RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, type PolicyStatementProps, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Function as BundledFunction, type Stack } from "sst/constructs";
import { metricNamespace } from "#core/base/metric.ts";
import { logDays, stageOf } from "./stages.ts";

interface FunctionSettings {
  handler: string;
  environment: Record<string, string>;
  allowed: PolicyStatementProps[];
  memoryMegabytes: number;
  timeoutSeconds: number;
  /** Reserved concurrency; undefined for none. */
  concurrency?: number | undefined;
  leftOut?: string[];
  packageFiles?: string[];
}

/** Replaces the SDK's provider chain: 40 kB (gzip) less at cold start. */
const credentials = {
  "@aws-sdk/credential-provider-node": "./functions/store/aws/environment-credentials.ts",
};

/** The SDK's browser detection: 8 kB (gzip). */
const neverImported = ["bowser"];

/** `keepNames` would add 10 kB (gzip). */
export const bundling = {
  alias: credentials,
  external: neverImported,
  legalComments: "none",
  keepNames: false,
} as const;

/** Creates a function without managed policies. */
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
      AWS_DEFAULTS_MODE: "in-region",
      ...environment,
    },
    role,
    logGroup,
    runtime: "nodejs24.x",
    architecture: "arm_64",
    memorySize: memoryMegabytes,
    timeout: timeoutSeconds,
    // X-Ray's two actions support no narrower resource than `*`.
    tracing: "active",
    ...(concurrency === undefined ? {} : { reservedConcurrentExecutions: concurrency }),
    copyFiles: packageFiles.map((file) => ({ from: `node_modules/${file}`, to: `node_modules/${file}` })),
    nodejs: {
      format: "esm",
      minify: true,
      // SST would upload source maps with a custom-resource function.
      sourcemap: false,
      esbuild: { ...bundling, external: [...bundling.external, ...leftOut] },
    },
  });
}
