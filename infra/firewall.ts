import { CfnDynamicReference, CfnDynamicReferenceService } from "aws-cdk-lib";
import { StringParameter } from "aws-cdk-lib/aws-ssm";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Stack, StackContext } from "sst/constructs";

/** CloudFront accepts a WAF only from this region. */
export const edgeRegion = "us-east-1";

/** `npm run deploy` copies the parameter, because a reference across regions needs a custom-resource function. */
export const firewallParameter = (stage: string) => `/doan-ket-sang-tao/${stage}/firewall`;

export const firewallOf = (stack: Stack): string =>
  new CfnDynamicReference(CfnDynamicReferenceService.SSM, firewallParameter(stack.stage)).toString();

/** Limit per address: 500 people behind one carrier address with 30 requests each. */
const requestsInFiveMinutes = 15_000;

export function firewall({ stack }: StackContext): void {
  stack.node.tryRemoveChild("CustomResourceHandler");
  const seen = (metricName: string) => ({
    cloudWatchMetricsEnabled: true,
    metricName,
    // Sampled requests may contain an application.
    sampledRequestsEnabled: false,
  });
  const acl = new CfnWebACL(stack, "Firewall", {
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    visibilityConfig: seen("firewall"),
    rules: [
      {
        name: "rate",
        priority: 0,
        action: { block: { customResponse: { responseCode: 429 } } },
        statement: {
          rateBasedStatement: {
            aggregateKeyType: "IP",
            limit: requestsInFiveMinutes,
            evaluationWindowSec: 300,
            scopeDownStatement: {
              byteMatchStatement: {
                fieldToMatch: { uriPath: {} },
                positionalConstraint: "STARTS_WITH",
                searchString: "/api/",
                textTransformations: [{ priority: 0, type: "NONE" }],
              },
            },
          },
        },
        visibilityConfig: seen("rate"),
      },
    ],
  });
  new StringParameter(stack, "FirewallAddress", {
    parameterName: firewallParameter(stack.stage),
    stringValue: acl.attrArn,
  });
}
