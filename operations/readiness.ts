import type { Stage } from "../infra/stages.ts";

export function findPlaceholders(stage: Stage): string[] {
  const values: [string, string | undefined][] = [
    ["site.domain", stage.site?.domain],
    ["mail.domain", stage.mail.domain],
    ["mail.sender", stage.mail.sender],
    ["operators", stage.operators],
  ];
  return values.flatMap(([path, value]) =>
    value !== undefined && /(^|[.@])example\.(vn|com|org)$/.test(value) ? [`${path} ${value}`] : [],
  );
}

/** Concurrency that Lambda keeps unreserved ("Configuring reserved concurrency"). */
const leftUnreserved = 100;

/** Returns why the account's concurrency is too low for the stage, or null. */
export function findShortage({ concurrency }: Pick<Stage, "concurrency">, limit: number): string | null {
  if (!concurrency) return null;
  const needed = Object.values(concurrency).reduce((sum, each) => sum + each, leftUnreserved);
  if (needed <= limit) return null;
  return `the account runs ${limit} functions at once, the stage needs ${needed}: ask for more (Service Quotas, Lambda, Concurrent executions), or set its concurrency to null in infra/stages.ts`;
}

export function listRemaining(
  name: string,
  stage: Stage,
  outputs: Readonly<Record<string, string>>,
): string[] {
  const { site, mail, operators, region, issuer } = stage;
  return [
    ...(site
      ? [`DNS: ${site.domain} is an alias (CNAME) of ${outputs.DistributionDomain ?? "the distribution"}.`]
      : []),
    ...(mail.verified
      ? []
      : [
          `Mail: enter MailRecord1 to MailRecord3 and MailRecordFrom into the DNS of ${mail.domain}; once SES (${region}) calls it verified, set stages.${name}.mail.verified and deploy again.`,
          "Mail: ask AWS to take the account out of the SES sandbox (SES, Account dashboard, Request production access): until then nobody but verified addresses is written to.",
        ]),
    `Alarms: confirm the subscription by the link that ${operators} has been sent.`,
    ...(issuer ? [`Sign-in: register ${outputs.Origin}/api/session/callback at ${issuer.url}.`] : []),
    "The first administrator, unless there is one: docs/operations.md, Begin (npm run import with the units, npm run invite).",
  ];
}
