import { CfnOutput } from "aws-cdk-lib";
import type { PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import type { Stack } from "sst/constructs";
import { stageOf } from "./stages.ts";

export interface Mail {
  sender: string;
  allowed: PolicyStatementProps;
}

export function createMail(stack: Stack): Mail {
  const { mail } = stageOf(stack);
  const configurationSet = new ConfigurationSet(stack, "MailSettings", {
    reputationMetrics: true,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
  });
  const identity = new EmailIdentity(stack, "MailDomain", {
    identity: Identity.domain(mail.domain),
    mailFromDomain: `thu.${mail.domain}`,
    configurationSet,
  });
  for (const [n, { name, value }] of identity.dkimRecords.entries())
    new CfnOutput(stack, `MailRecord${n + 1}`, { value: `${name} CNAME ${value}` });
  new CfnOutput(stack, "MailRecordFrom", {
    value: `thu.${mail.domain} MX 10 feedback-smtp.${stack.region}.amazonses.com; TXT "v=spf1 include:amazonses.com ~all"`,
  });
  return {
    // Every mail program shows an ASCII name.
    sender: `Doan ket sang tao <${mail.sender}>`,
    allowed: {
      actions: ["ses:SendEmail"],
      resources: [
        identity.emailIdentityArn,
        stack.formatArn({
          service: "ses",
          resource: "configuration-set",
          resourceName: configurationSet.configurationSetName,
        }),
      ],
      conditions: { StringEquals: { "ses:FromAddress": mail.sender } },
    },
  };
}
