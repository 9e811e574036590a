interface Price {
  usd: number;
  unit: string;
  /** Free amount per account and month. */
  free: number;
  /**
   * `list`: AWS Price List API for ap-southeast-1, queried on 2026-08-12. `page`:
   * aws.amazon.com/cloudfront/pricing, Singapore and Vietnam, 2026. `unread`: prices generally known at the end
   * of 2025, without a regional source.
   */
  source: "list" | "page" | "unread";
  service: string;
}

const listed = (service: string, usd: number, unit: string, free = 0): Price => ({
  ...{ service, usd, unit, free, source: "list" },
});
const known = (service: string, usd: number, unit: string, free = 0): Price => ({
  ...{ service, usd, unit, free, source: "unread" },
});
const perMillion = (usd: number) => usd / 1e6;

/** First price tiers in ap-southeast-1, except CloudFront and WAF. */
export const prices = {
  tableWrites: known("DynamoDB", perMillion(0.7125), "write request unit"),
  tableReads: known("DynamoDB", perMillion(0.1425), "read request unit"),
  tableStorage: known("DynamoDB", 0.285, "GB-month", 25),
  tableRecovery: known("DynamoDB", 0.228, "GB-month of point-in-time recovery"),
  backupStorage: known("Backup", 0.114, "GB-month of warm DynamoDB backup"),
  functionTime: listed("Lambda", 0.0000133334, "GB-second, arm64", 400_000),
  functionCalls: listed("Lambda", perMillion(0.2), "request", 1_000_000),
  gatewayCalls: known("API Gateway", perMillion(1.25), "request to an HTTP API"),
  objectStorage: listed("S3", 0.025, "GB-month"),
  objectWrites: listed("S3", 0.000005, "PUT, POST or LIST"),
  objectReads: listed("S3", 0.0000004, "GET"),
  logIntake: listed("CloudWatch", 0.7, "GB of log", 5),
  logStorage: listed("CloudWatch", 0.03, "GB-month of log"),
  alarms: listed("CloudWatch", 0.1, "alarm-month", 10),
  dashboards: listed("CloudWatch", 3, "dashboard-month", 3),
  metrics: known("CloudWatch", 0.3, "metric-month", 10),
  traces: known("X-Ray", perMillion(5), "trace", 100_000),
  edgeBytes: {
    ...{ service: "CloudFront", usd: 0.12, unit: "GB to the visitor, Vietnam", free: 1000 },
    ...{ source: "page" },
  },
  edgeCalls: known("CloudFront", perMillion(1.2), "HTTPS request, Asia", 10_000_000),
  edgeFunctions: known("CloudFront", perMillion(0.1), "run of a function at the edge", 2_000_000),
  queueCalls: known("SQS", perMillion(0.4), "request", 1_000_000),
  schedules: known("EventBridge", perMillion(1.25), "run of a schedule", 14_000_000),
  events: known("EventBridge", perMillion(1), "event of a bucket"),
  mail: known("SES", 0.0001, "letter"),
  people: known("Cognito", 0.015, "person a month, essentials plan", 10_000),
  scans: known("GuardDuty", 0.000215, "object looked at"),
  scanBytes: known("GuardDuty", 0.09, "GB looked at"),
  keys: listed("KMS", 1, "key-month"),
  keyCalls: listed("KMS", 0.000003, "request", 20_000),
  firewalls: known("WAF", 5, "web ACL-month"),
  firewallRules: known("WAF", 1, "rule-month"),
  firewallCalls: known("WAF", perMillion(0.6), "request"),
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof prices;

export type Usage = Partial<Record<PriceName, number>>;

export const priceNames = Object.keys(prices) as PriceName[];

export function addUsage(...usages: readonly Usage[]): Usage {
  const sum: Usage = {};
  for (const usage of usages)
    for (const name of priceNames) if (usage[name]) sum[name] = (sum[name] ?? 0) + usage[name];
  return sum;
}

export function costOf(usage: Usage, name: PriceName, allowances: boolean): number {
  const { usd, free } = prices[name];
  return Math.max(0, (usage[name] ?? 0) - (allowances ? free : 0)) * usd;
}

export const totalOf = (usage: Usage, allowances: boolean): number =>
  priceNames.reduce((sum, name) => sum + costOf(usage, name, allowances), 0);
