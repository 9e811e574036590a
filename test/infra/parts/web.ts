import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { createPageHeaders } from "../../../local/page-headers.ts";
import { hashStylesOf } from "../../../web/page-styles.ts";
import { distributionSecret, template, uploadsOrigin } from "../synthesised.ts";

describe("the pages", () => {
  test("come with the same headers as on one machine, and HSTS", () => {
    const [policy] = Object.values(template.findResources("AWS::CloudFront::ResponseHeadersPolicy"));
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } =
      policy?.Properties.ResponseHeadersPolicyConfig ?? {};
    const sent = {
      "content-security-policy": security.ContentSecurityPolicy.ContentSecurityPolicy,
      "x-content-type-options": security.ContentTypeOptions.Override ? "nosniff" : "",
      "x-frame-options": security.FrameOptions.FrameOption,
      "referrer-policy": security.ReferrerPolicy.ReferrerPolicy,
      ...Object.fromEntries(custom.Items.map(({ Header, Value }: Record<string, string>) => [Header, Value])),
    };
    expect(sent).toEqual(createPageHeaders(uploadsOrigin, hashStylesOf("web/dist")));
    expect(sent["content-security-policy"]).toContain("default-src 'self'");
    expect(security.StrictTransportSecurity).toMatchObject({
      AccessControlMaxAgeSec: 63_072_000,
      IncludeSubdomains: true,
    });
  });

  test("are read from the bucket by CloudFront alone", () => {
    template.resourceCountIs("AWS::CloudFront::OriginAccessControl", 1);
    expect(allowedPrincipals()).toEqual(["cloudfront.amazonaws.com"]);
  });

  test("share their origin with the API, whose answers are never kept at the edge", () => {
    template.hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: {
        DefaultCacheBehavior: {
          ViewerProtocolPolicy: "redirect-to-https",
          ResponseHeadersPolicyId: Match.anyValue(),
        },
        CacheBehaviors: [
          {
            PathPattern: "/api/*",
            AllowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
            // AWS's own policies: nothing cached; all that the visitor sent but the Host header.
            CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
            OriginRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
          },
        ],
        CustomErrorResponses: Match.absent(),
      },
    });
    template.hasResourceProperties("AWS::ApiGatewayV2::Route", { RouteKey: "ANY /api/{proxy+}" });
  });

  test.each([
    ["/", "/index.html"],
    ["/gui", "/gui/index.html"],
    ["/gui/sang-kien", "/gui/index.html"],
    ["/tra-cuu", "/tra-cuu/index.html"],
    ["/tra-cuu/", "/tra-cuu/index.html"],
    ["/guide", "/app.html"],
    ["/quan-tri/ho-so/7K3M-9QTX-2F4H", "/app.html"],
    ["/assets/app-1a2b.js", "/assets/app-1a2b.js"],
    ["/favicon.ico", "/favicon.ico"],
  ])("%s is answered with %s", (uri, expected) => {
    const [edge] = Object.values(template.findResources("AWS::CloudFront::Function"));
    const open = new Function("event", `${edge?.Properties.FunctionCode}; return handler(event);`);
    expect(open({ request: { uri } }).uri).toBe(expected);
  });

  function allowedPrincipals(): string[] {
    const policies = Object.values(template.findResources("AWS::S3::BucketPolicy"));
    return policies
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Effect, Action }) => Effect === "Allow" && Action === "s3:GetObject")
      .map(({ Principal }) => Principal.Service);
  }
});

test("the distribution tells the API a visitor's address, and proves that it is the one that does", () => {
  template.hasResourceProperties("AWS::CloudFront::Distribution", {
    DistributionConfig: {
      Origins: Match.arrayWith([
        Match.objectLike({
          OriginCustomHeaders: [{ HeaderName: "x-distribution-secret", HeaderValue: distributionSecret }],
        }),
      ]),
      CacheBehaviors: [Match.objectLike({ FunctionAssociations: [Match.objectLike({})] })],
    },
  });
  const [code] = Object.values(template.findResources("AWS::CloudFront::Function"))
    .map(({ Properties }) => String(Properties.FunctionCode))
    .filter((text) => text.includes("x-viewer-address"));
  const handle = new Function("event", `${code}; return handler(event);`);
  const headers = { "x-viewer-address": { value: "what the visitor wrote" } };
  expect(handle({ viewer: { ip: "198.51.100.7" }, request: { headers } })).toEqual({
    headers: { "x-viewer-address": { value: "198.51.100.7" } },
  });
});

describe("the gateway", () => {
  test("limits submissions as a whole, apart from all else and below it", () => {
    template.hasResource("AWS::ApiGatewayV2::Stage", {
      Properties: {
        DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 200 },
        RouteSettings: {
          "POST /api/initiatives": { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 100 },
        },
      },
      DependsOn: Match.arrayWith([Match.stringLikeRegexp("POSTapiinitiatives")]),
    });
    template.hasResourceProperties("AWS::ApiGatewayV2::Route", { RouteKey: "POST /api/initiatives" });
  });
});
