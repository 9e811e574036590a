import type { Stack } from "sst/constructs";

/** Requests a second, and how many at once above that. */
interface Rate {
  rateLimit: number;
  burstLimit: number;
}

/** All in which one stage differs from another. */
export interface Stage {
  /** Where everything lies, but for what CloudFront keeps at its edges. */
  region: string;
  /** Whether data outlives its stack, and neither can be deleted by mistake. */
  lasting: boolean;
  /** The site's own name, with its certificate in us-east-1; null for the name that CloudFront gives. */
  site: { domain: string; certificateArn: string } | null;
  /** The domain that SES sends for, the address that mail comes from, and whether SES has verified the domain: before that codes to sign in come from Cognito's own address, fifty a day. */
  mail: { domain: string; sender: string; verified: boolean };
  /** An OpenID provider in the place of our own user pool: its address, our id there, and whether a secret proves it (`oidc-client-secret`). */
  issuer: { url: string; clientId: string; confidential: boolean } | null;
  /** Who is told of alarms and of what the month has cost. */
  operators: string;
  /** Whether alarms and a dashboard watch it: each alarm is 0.10 USD a month past the account's first ten. */
  watched: boolean;
  /** US dollars a month, of which the operators are told at 80 % and at all. */
  budget: number;
  /** What the gateway lets through; it answers 429 beyond. */
  throttle: { all: Rate; submissions: Rate };
  /** The least that functions write into their logs. */
  logLevel: "DEBUG" | "INFO" | "WARN" | "ERROR";
  /** How many of a function may run at once, so that a flood of one leaves the others room; null where the account has no room to reserve (new ones have 10 in all). */
  concurrency: { publicApi: number; staffApi: number; uploads: number; jobs: number } | null;
  /** How long the day's history heads cannot be changed, and by whom: nobody (compliance), or whoever may lift the lock (governance). */
  headsLock: { mode: "compliance" | "governance"; days: number };
  /** Whether AWS Backup keeps copies of the table beside what can be restored to any second of 35 days. */
  backups: boolean;
  /** Keys of our own (KMS, 1 USD a month each) for the table instead of DynamoDB's, and for the alarms' topic, which has none else. */
  ownKey: boolean;
  /** A firewall with a rate rule before CloudFront (WAF, 6 USD a month). */
  firewall: boolean;
  /** A table that was restored beside the stack's own and has taken its place (docs/operations.md). */
  restoredTable: { name: string; streamArn: string } | null;
}

/** How long logs are kept: twelve months, as security level 2 asks. */
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

/** The stages. Addresses at example.vn stand for one's own: `npm run deploy` asks for them. */
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

/** The stage of this name. Throws, naming those there are, where there is none. */
export function stageNamed(name: string): Stage {
  const stage = stages[name];
  if (!stage) throw new Error(`no stage ${name}: ${Object.keys(stages).join(", ")}`);
  return stage;
}

/** The stage that a stack is of. */
export const stageOf = (stack: Stack): Stage => stageNamed(stack.stage);
