import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { readPageHeaders } from "../../../local/standins/page-headers.ts";
import { serveStaticFiles } from "../../../local/standins/static-files.ts";
import { actionsOfRole, distributionSecret, outdir, template, uploadsOrigin } from "../synthesised.ts";

describe("the pages", () => {
  test("come with the headers that the server on one machine sends, but for the host of uploads, and HSTS", async () => {
    const [policy] = Object.values(template.findResources("AWS::CloudFront::ResponseHeadersPolicy"));
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } =
      policy?.Properties.ResponseHeadersPolicyConfig ?? {};
    const atEdge = {
      "content-security-policy": security.ContentSecurityPolicy.ContentSecurityPolicy,
      "x-content-type-options": security.ContentTypeOptions.Override ? "nosniff" : "",
      "x-frame-options": security.FrameOptions.FrameOption,
      "referrer-policy": security.ReferrerPolicy.ReferrerPolicy,
      ...Object.fromEntries(custom.Items.map(({ Header, Value }: Record<string, string>) => [Header, Value])),
    };
    const pages = serveStaticFiles("web/dist", readPageHeaders("web/dist", "http://127.0.0.1:20001"));
    const { headers } = await pages.request("http://localhost/gui");
    const sent = Object.fromEntries(
      [...headers].map(([name, value]) => [name, value.replace("http://127.0.0.1:20001", uploadsOrigin)]),
    );
    expect(sent).toMatchObject(atEdge);
    expect(atEdge["content-security-policy"]).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'sha/,
    );
    expect(atEdge["content-security-policy"]).not.toContain("unsafe");
    expect(security.StrictTransportSecurity).toMatchObject({
      AccessControlMaxAgeSec: 63_072_000,
      IncludeSubdomains: true,
      Override: true,
    });
  });

  test("are read from the bucket by CloudFront alone", () => {
    template.resourceCountIs("AWS::CloudFront::OriginAccessControl", 1);
    expect(allowedPrincipals()).toEqual(["cloudfront.amazonaws.com"]);
  });

  test("share their origin with the API, of whose answers the edge keeps what is everybody's alone, and no refusal", () => {
    const asked = (name: string) => ({ Ref: Match.stringLikeRegexp(`^${name}`) });
    const open = (PathPattern: string) =>
      Match.objectLike({
        PathPattern,
        AllowedMethods: ["GET", "HEAD"],
        CachePolicyId: asked("PublicAnswersKept"),
        OriginRequestPolicyId: asked("PublicAnswersAsked"),
      });
    template.hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: {
        DefaultCacheBehavior: {
          ViewerProtocolPolicy: "redirect-to-https",
          ResponseHeadersPolicyId: Match.anyValue(),
          Compress: true,
        },
        CacheBehaviors: [
          open("/api/campaigns/open"),
          open("/api/library"),
          Match.objectLike({
            PathPattern: "/api/*",
            ViewerProtocolPolicy: "redirect-to-https",
            AllowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
            // AWS's own policies: nothing cached; all that the visitor sent but the Host header.
            CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
            OriginRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
          }),
        ],
        CustomErrorResponses: [404, 405, 414, 500, 501, 502, 503, 504].map((ErrorCode) => ({
          ErrorCode,
          ErrorCachingMinTTL: 0,
        })),
        HttpVersion: "http2and3",
      },
    });
    template.hasResourceProperties("AWS::ApiGatewayV2::Route", { RouteKey: "ANY /api/{proxy+}" });
    template.hasResourceProperties("AWS::CloudFront::CachePolicy", {
      CachePolicyConfig: {
        MinTTL: 0,
        DefaultTTL: 0,
        MaxTTL: 60,
        ParametersInCacheKeyAndForwardedToOrigin: {
          CookiesConfig: { CookieBehavior: "none" },
          HeadersConfig: { HeaderBehavior: "none" },
          QueryStringsConfig: {
            QueryStringBehavior: "whitelist",
            QueryStrings: ["province", "year", "cursor"],
          },
        },
      },
    });
    template.hasResourceProperties("AWS::CloudFront::OriginRequestPolicy", {
      OriginRequestPolicyConfig: {
        CookiesConfig: { CookieBehavior: "none" },
        HeadersConfig: { HeaderBehavior: "whitelist", Headers: ["x-viewer-address", "x-request-id"] },
      },
    });
  });

  test("are put in place in an order in which nothing is asked for that is not there, the service worker last and kept by nobody", () => {
    const put = template.findResources("Custom::CDKBucketDeployment");
    const nameOf = (prefix: string) => Object.keys(put).find((name) => name.startsWith(prefix)) ?? "";
    const [assets, html, person, worker] = ["PutAssets", "PutHtml", "PutPerson", "PutWorker"].map(nameOf) as [
      string,
      string,
      string,
      string,
    ];
    expect(Object.keys(put).sort()).toEqual([assets, html, person, worker]);
    const keeping = (name: string) => put[name]?.Properties.SystemMetadata["cache-control"];
    expect([assets, html, person, worker].map(keeping)).toEqual([
      "public, max-age=31536000, immutable",
      "public, max-age=0, must-revalidate, s-maxage=2592000",
      "no-store",
      "no-store",
    ]);
    for (const { Properties } of Object.values(put)) expect(Properties.Prune).toBe(false);
    expect(put[html]?.Properties).toMatchObject({ DistributionPaths: ["/*"] });
    expect(put[html]?.Properties.WaitForDistributionInvalidation).toBe(true);
    expect(put[person]?.DependsOn).toContain(assets);
    expect(put[html]?.DependsOn).toContain(person);
    expect(put[worker]?.DependsOn).toContain(html);
    // What they ask of the API is there before them.
    for (const name of ["PublicApi", "StaffApi"])
      expect(put[assets]?.DependsOn).toContainEqual(expect.stringMatching(`^${name}[0-9A-F]{8}$`));
    const folder = (name: string) => {
      const [key] = put[name]?.Properties.SourceObjectKeys ?? [];
      return readdirSync(join(outdir, `asset.${String(key).replace(/\.zip$/, "")}`)).sort();
    };
    expect(folder(worker)).toEqual(["sw.js"]);
    expect(folder(person)).toEqual(["app.html"]);
    expect([...folder(html), "app.html", "assets", "sw.js"].sort()).toEqual(readdirSync("web/dist").sort());
    expect(folder(assets)).toEqual(readdirSync("web/dist/assets").sort());
  });

  test("are put there by a function that may do that and nothing else", () => {
    expect(actionsOfRole("Put")).toEqual([
      "cloudfront:CreateInvalidation",
      "cloudfront:GetInvalidation",
      "s3:GetObject",
      "s3:ListBucket",
      "s3:PutObject",
    ]);
  });

  test.each([
    ["/", "/index.html"],
    ["/gui", "/gui/index.html"],
    ["/gui/sang-kien", "/gui/index.html"],
    ["/tra-cuu", "/tra-cuu/index.html"],
    ["/tra-cuu/", "/tra-cuu/index.html"],
    ["/tra-cuu/dong-tac-gia", "/app.html"],
    ["/guide", "/not-found.html"],
    ["/tra-cuu/khac", "/not-found.html"],
    ["/tra-cuu/7K3M-9QTX-2F4H.mx_9", "/not-found.html"],
    ["/index.php", "/not-found.html"],
    ["/quan-tri/ho-so/7K3M-9QTX-2F4H", "/app.html"],
    ["/assets/app-1a2b.js", "/assets/app-1a2b.js"],
    ["/favicon.ico", "/favicon.ico"],
  ])("%s is answered with %s", (uri, expected) => {
    const open = edgeFunction("return request");
    expect(open({ request: { uri } }).uri).toBe(expected);
    // Whichever address the second function is told, the status is the page's.
    const tell = edgeFunction("Not Found");
    for (const told of [uri, expected])
      expect(tell({ request: { uri: told }, response: { statusCode: 200 } }).statusCode).toBe(
        expected === "/not-found.html" ? 404 : 200,
      );
  });

  function allowedPrincipals(): string[] {
    const policies = Object.values(template.findResources("AWS::S3::BucketPolicy"));
    return policies
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Effect, Action }) => Effect === "Allow" && [Action].flat().includes("s3:GetObject"))
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
      CacheBehaviors: [1, 2, 3].map(() =>
        Match.objectLike({
          FunctionAssociations: [
            {
              EventType: "viewer-request",
              FunctionARN: { "Fn::GetAtt": [Match.stringLikeRegexp("^TellVisitor"), "FunctionARN"] },
            },
          ],
        }),
      ),
    },
  });
  const written = { value: "what the visitor wrote" };
  const headers = { "x-viewer-address": written, "x-request-id": written, accept: { value: "*/*" } };
  expect(
    edgeFunction("x-viewer-address")({
      viewer: { ip: "198.51.100.7" },
      context: { requestId: "EdLQh2x0hFxsgbjmFrPh9CUI9uRGvvLvXHhHKGGvhvVRjDzDyzyzdQ==" },
      request: { headers },
    }),
  ).toEqual({
    headers: {
      "x-viewer-address": { value: "198.51.100.7" },
      "x-request-id": { value: "EdLQh2x0hFxsgbjmFrPh9CUI9uRGvvLvXHhHKGGvhvVRjDzDyzyzdQ==" },
      accept: { value: "*/*" },
    },
  });
});

/** The one function at the edge whose code says this, to be called. */
function edgeFunction(says: string) {
  const [code] = Object.values(template.findResources("AWS::CloudFront::Function"))
    .map(({ Properties }) => String(Properties.FunctionCode))
    .filter((text) => text.includes(says));
  return new Function("event", `${code}; return handler(event);`);
}

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
