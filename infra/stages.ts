import type { Stack } from "sst/constructs";

/** Requests a second, and the allowed burst. */
interface Rate {
  rateLimit: number;
  burstLimit: number;
}

export interface Stage {
  region: string;
  /** Data outlive the stack and are protected from deletion. */
  lasting: boolean;
  /** The site's own domain with a certificate in us-east-1; null for CloudFront's domain. */
  site: { domain: string; certificateArn: string } | null;
  /**
   * SES domain and sender. Until SES has verified the domain, Cognito sends sign-in codes itself, fifty a
   * day.
   */
  mail: { domain: string; sender: string; verified: boolean };
  /** Another OpenID provider; `confidential`: it needs the secret `oidc-client-secret`. */
  issuer: { url: string; clientId: string; confidential: boolean } | null;
  operators: string;
  /** Alarms and dashboard (docs/decisions/0025-alarms.md). */
  watched: boolean;
  /** US dollars a month. */
  budget: number;
  /** Above these rates the gateway answers 429. */
  throttle: { all: Rate; submissions: Rate };
  logLevel: "DEBUG" | "INFO" | "WARN" | "ERROR";
  /**
   * Reserved concurrency, so that a flood of one function leaves room for others. Null for new accounts,
   * which have 10 in all.
   */
  concurrency: { publicApi: number; staffApi: number; uploads: number; jobs: number } | null;
  /** `compliance`: nobody can remove the lock. `governance`: users with the right can. */
  headsLock: { mode: "compliance" | "governance"; days: number };
  /** Nightly AWS Backup copies besides 35 days of point-in-time recovery. */
  backups: boolean;
  /** KMS keys of our own (1 USD a month each) for table and alarm topic. */
  ownKey: boolean;
  /** WAF before CloudFront (6 USD a month). */
  firewall: boolean;
  /** A restored table that replaces the stack's own (docs/operations.md). */
  restoredTable: { name: string; streamArn: string } | null;
}

/** Twelve months, as Vietnam's information security level 2 requires. */
export const logDays = 365;

const common = {
  region: "ap-southeast-1",
  site: null,
  issuer: null,
  throttle: {
    all: { rateLimit: 50, burstLimit: 200 },
    submissions: { rateLimit: 20, burstLimit: 100 },
  },
  logLevel: "INFO",
  ownKey: false,
  firewall: false,
  restoredTable: null,
} satisfies Partial<Stage>;

/** Addresses at example.vn are placeholders; `npm run deploy` refuses them. */
export const stages: Record<string, Stage> = {
  dev: {
    ...common,
    lasting: false,
    mail: { domain: "example.vn", sender: "khong-tra-loi@example.vn", verified: false },
    operators: "van-hanh@example.vn",
    watched: false,
    budget: 5,
    concurrency: null,
    headsLock: { mode: "governance", days: 1 },
    backups: false,
  },
  staging: {
    ...common,
    lasting: false,
    mail: { domain: "example.vn", sender: "khong-tra-loi@example.vn", verified: false },
    operators: "van-hanh@example.vn",
    watched: true,
    budget: 10,
    concurrency: null,
    headsLock: { mode: "governance", days: 1 },
    backups: false,
  },
  prod: {
    ...common,
    lasting: true,
    mail: { domain: "example.vn", sender: "khong-tra-loi@example.vn", verified: false },
    operators: "van-hanh@example.vn",
    watched: true,
    budget: 50,
    concurrency: { publicApi: 100, staffApi: 100, uploads: 10, jobs: 20 },
    headsLock: { mode: "compliance", days: 3650 },
    backups: true,
  },
};

export function stageNamed(name: string): Stage {
  const stage = stages[name];
  if (!stage) throw new Error(`no stage ${name}: ${Object.keys(stages).join(", ")}`);
  return stage;
}

export const stageOf = (stack: Stack): Stage => stageNamed(stack.stage);
