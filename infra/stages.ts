import type { Stack } from "sst/constructs";

/** `rateLimit` in requests a second. */
interface Rate {
  rateLimit: number;
  burstLimit: number;
}

export interface Stage {
  region: string;
  /** Data outlives the stack and is protected from deletion. */
  lasting: boolean;
  /** Own domain with a certificate in us-east-1; null for CloudFront's domain. */
  site: { domain: string; certificateArn: string } | null;
  /** `verified`: SES has verified the domain. Until then, Cognito sends the sign-in codes, at most fifty a day. */
  mail: { domain: string; sender: string; verified: boolean };
  /** Another OpenID provider; `confidential` requires the secret `oidc-client-secret`. */
  issuer: { url: string; clientId: string; confidential: boolean } | null;
  operators: string;
  /** Alarms and dashboard (docs/decisions/0025-alarms.md). */
  watched: boolean;
  /** US dollars a month. */
  budget: number;
  /** The gateway answers 429 above these rates. */
  throttle: { all: Rate; submissions: Rate };
  logLevel: "DEBUG" | "INFO" | "WARN" | "ERROR";
  /** Reserved concurrency. Null for new accounts, which have 10. */
  concurrency: { publicApi: number; staffApi: number; uploads: number; jobs: number } | null;
  /** `compliance`: nobody can remove the lock. `governance`: users with the right can. */
  headsLock: { mode: "compliance" | "governance"; days: number };
  /** Nightly AWS Backup copies besides point-in-time recovery. */
  backups: boolean;
  /** Own KMS keys (1 USD a month each). */
  ownKey: boolean;
  /** WAF before CloudFront (6 USD a month). */
  firewall: boolean;
  /** Replaces the stack's own table (docs/operations.md). */
  restoredTable: { name: string; streamArn: string } | null;
}

/** Vietnam's information security level 2 requires twelve months. */
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

/** `npm run deploy` refuses the placeholders at example.vn. */
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
