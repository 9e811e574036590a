import { type MetricName, metrics } from "#core/base/metric.ts";
import { addUsage, type Usage } from "./prices.ts";

interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
}

export interface CostTemplate {
  Resources: Record<string, Resource>;
}

const freeTypes = new Set([
  ...["Role", "Policy"].map((name) => `AWS::IAM::${name}`),
  ...["Function", "Permission", "EventInvokeConfig", "LayerVersion"].map((name) => `AWS::Lambda::${name}`),
  ...["Api", "Stage", "Integration", "Route"].map((name) => `AWS::ApiGatewayV2::${name}`),
  ...[
    "Function",
    "ResponseHeadersPolicy",
    "CachePolicy",
    "OriginRequestPolicy",
    "OriginAccessControl",
    "Distribution",
  ].map((name) => `AWS::CloudFront::${name}`),
  ...["UserPool", "UserPoolDomain", "UserPoolClient", "ManagedLoginBranding"].map(
    (name) => `AWS::Cognito::${name}`,
  ),
  ...["Queue", "QueuePolicy"].map((name) => `AWS::SQS::${name}`),
  ...["ConfigurationSet", "EmailIdentity"].map((name) => `AWS::SES::${name}`),
  ...["Topic", "TopicPolicy", "Subscription"].map((name) => `AWS::SNS::${name}`),
  ...["BackupVault", "BackupPlan", "BackupSelection"].map((name) => `AWS::Backup::${name}`),
  ...["Bucket", "BucketPolicy"].map((name) => `AWS::S3::${name}`),
  "AWS::DynamoDB::Table",
  "AWS::Events::Rule",
  "AWS::GuardDuty::MalwareProtectionPlan",
  "AWS::Logs::LogGroup",
  "AWS::SSM::Parameter",
  "AWS::Budgets::Budget",
  "Custom::CDKBucketDeployment",
  "AWS::CDK::Metadata",
]);

const daysAMonth = 365 / 12;
/** Lambda polls a queue with five connections of 20 seconds ("Using Lambda with Amazon SQS"). */
const pollsAMonth = 5 * 3 * 60 * 24 * daysAMonth;
const measuredBy: Record<MetricName, number> = {
  Submissions: 2,
  Faults: 2,
  MailRefused: 1,
  StuckDossiers: 1,
  ReportsMissing: 1,
  HistoryBroken: 1,
  HeadsWritten: 1,
};

/** Assumption per run: two seconds at 1 GB and a trace. */
const dailyCalled: Usage = {
  schedules: daysAMonth,
  functionCalls: daysAMonth,
  functionTime: 2 * daysAMonth,
  traces: daysAMonth,
  tableReads: 10 * daysAMonth,
  objectReads: 30 * daysAMonth,
  objectWrites: 5 * daysAMonth,
  logIntake: 2e-6 * daysAMonth,
};

/** Assumption per run: one query, 0.1 s, 0.5 kB of log. */
const oftenCalled = (runs: number): Usage => ({
  schedules: runs,
  functionCalls: runs,
  functionTime: 0.1 * runs,
  traces: runs,
  tableReads: 0.5 * runs,
  logIntake: 5e-7 * runs,
});

const perType: Record<string, (properties: Record<string, unknown>) => Usage> = {
  "AWS::CloudWatch::Alarm": () => ({ alarms: 1 }),
  "AWS::CloudWatch::Dashboard": () => ({ dashboards: 1 }),
  // Upper bound: ten callers with one request every five minutes.
  "AWS::KMS::Key": () => ({ keys: 1, keyCalls: 10 * 12 * 24 * daysAMonth }),
  "AWS::Scheduler::Schedule": ({ ScheduleExpression }) => {
    const minutes = Number(/^rate\((\d+) minutes\)$/.exec(String(ScheduleExpression))?.[1]);
    return minutes > 0 ? oftenCalled((60 / minutes) * 24 * daysAMonth) : dailyCalled;
  },
  "AWS::Lambda::EventSourceMapping": ({ EventSourceArn }) =>
    // Lambda's stream reads are free.
    /StreamArn|\/stream\//.test(JSON.stringify(EventSourceArn)) ? {} : { queueCalls: pollsAMonth },
  "AWS::WAFv2::WebACL": ({ Rules }) => ({
    firewalls: 1,
    firewallRules: Array.isArray(Rules) ? Rules.length : 0,
  }),
};

export function unpricedTypes(template: CostTemplate): string[] {
  const types = new Set(Object.values(template.Resources).map(({ Type }) => Type));
  return [...types].filter((type) => !freeTypes.has(type) && !(type in perType)).sort();
}

export function restingUsage(templates: readonly CostTemplate[]): Usage {
  const resources = templates.flatMap(({ Resources }) => Object.values(Resources));
  const counted = resources.map(({ Type, Properties = {} }) => perType[Type]?.(Properties) ?? {});
  // A metric costs by the hour. Without traffic only daily metrics have values.
  const daily = Object.values(metrics).filter((metric) => metric.daily);
  return addUsage(...counted, { metrics: daily.length / 24 });
}

export const metricsInUse = (): number =>
  (Object.keys(metrics) as MetricName[]).reduce((sum, name) => sum + measuredBy[name], 0);
