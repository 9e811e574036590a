import { CfnDynamicReference, CfnDynamicReferenceService } from "aws-cdk-lib";
import { StringParameter } from "aws-cdk-lib/aws-ssm";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Stack, StackContext } from "sst/constructs";

/** Where everything of CloudFront that is not in the distribution itself must lie. */
export const edgeRegion = "us-east-1";

/** The parameter that names the firewall: written by its stack at the edge's region, brought to the stage's own by `npm run deploy`. */
export const firewallParameter = (stage: string) => `/doan-ket-sang-tao/${stage}/firewall`;

/** The firewall's ARN, for a stack in another region, which can take nothing from this one without a function of custom resources. */
export const firewallOf = (stack: Stack): string =>
  new CfnDynamicReference(CfnDynamicReferenceService.SSM, firewallParameter(stack.stage)).toString();

/**
 * What one address may ask of the API in five minutes. Carriers put thousands of phones behind one address: five hundred people who all send within
 * these minutes ask some thirty things each. Below that the API itself asks more work of an address that does much (core/effort.ts), and refuses nothing.
 */
const requestsInFiveMinutes = 15_000;

/** Beyond that AWS WAF answers 429 for a while, which pages wait out; nothing of it reaches the gateway, whose limits are everybody's together. */
export function firewall({ stack }: StackContext): void {
  stack.node.tryRemoveChild("CustomResourceHandler");
  const seen = (metricName: string) => ({
    cloudWatchMetricsEnabled: true,
    metricName,
    // What is sampled may be somebody's application.
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
