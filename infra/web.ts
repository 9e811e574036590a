import { Annotations, CfnOutput, Duration } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AccessLevel,
  AllowedMethods,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { Stack } from "sst/constructs";
import { createPageHeaders } from "../web/page-headers.ts";
import { hashStylesOf } from "../web/page-styles.ts";
import type { Api } from "./api.ts";
import { createEdgeFunctions, visitorHeaders } from "./edge-functions.ts";
import { firewallOf } from "./firewall.ts";
import { builtPages, createPages, putPages } from "./pages.ts";
import { secretsVersion } from "./secrets.ts";
import { stageOf } from "./stages.ts";

const publicAnswers = ["/api/campaigns/open", "/api/library"];

/**
 * Errors of single requests, which CloudFront caches for ten seconds by default (Developer Guide, "Control how
 * long CloudFront caches errors").
 */
const errorsOfOne = [404, 405, 414, 500, 501, 502, 503, 504];

export function createWeb(stack: Stack, api: Api, uploadsOrigin: string) {
  const { site, firewall } = stageOf(stack);
  const pages = createPages(stack);
  const edge = createEdgeFunctions(stack);
  const shared = {
    responseHeadersPolicy: createHeaders(stack, uploadsOrigin),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    compress: true,
  };
  const gateway = {
    ...shared,
    origin: new HttpOrigin(api.host, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      customHeaders: api.proofOfDistribution,
    }),
    functionAssociations: edge.setVisitorHeaders,
  };
  const forAll = { ...gateway, ...createPublicPolicies(stack) };
  const distribution = new Distribution(stack, "Distribution", {
    ...(site
      ? {
          domainNames: [site.domain],
          certificate: Certificate.fromCertificateArn(stack, "Certificate", site.certificateArn),
          minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        }
      : {}),
    ...(firewall ? { webAclId: firewallOf(stack) } : {}),
    defaultBehavior: {
      ...shared,
      // LIST makes a missing page a 404 instead of a 403.
      origin: S3BucketOrigin.withOriginAccessControl(pages, {
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      cachePolicy: new CachePolicy(stack, "PagesKept", {
        comment: "As long as each file says",
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.days(365),
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
      }),
      functionAssociations: edge.openPage,
    },
    additionalBehaviors: {
      ...Object.fromEntries(publicAnswers.map((path) => [path, forAll])),
      "/api/*": {
        ...gateway,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        // The gateway accepts only its own host header.
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
    },
    errorResponses: errorsOfOne.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    comment: `Secrets ${secretsVersion()}`,
    defaultRootObject: "index.html",
    httpVersion: HttpVersion.HTTP2_AND_3,
    // Excludes South America and Oceania.
    priceClass: PriceClass.PRICE_CLASS_200,
  });
  Annotations.of(distribution).acknowledgeWarning("@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk");
  putPages(stack, pages, distribution, api.functions);

  const origin = `https://${site?.domain ?? distribution.distributionDomainName}`;
  new CfnOutput(stack, "Origin", { value: origin });
  new CfnOutput(stack, "DistributionDomain", { value: distribution.distributionDomainName });
  new CfnOutput(stack, "DistributionId", { value: distribution.distributionId });
  return { origin };
}

/** Sets HSTS without preload (docs/decisions/0022). */
function createHeaders(stack: Stack, uploadsOrigin: string): ResponseHeadersPolicy {
  // Hashes of styles that are still deployed, from `npm run deploy`.
  const earlier = process.env.EARLIER_STYLES?.split(" ") ?? [];
  const styles = new Set([...hashStylesOf(builtPages), ...earlier.filter(Boolean)]);
  const headers = createPageHeaders(uploadsOrigin, [...styles]);
  const custom = ["cross-origin-opener-policy", "permissions-policy"] as const;
  return new ResponseHeadersPolicy(stack, "Headers", {
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: headers["content-security-policy"],
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: custom.map((header) => ({ header, value: headers[header], override: true })),
    },
  });
}

/** Forwards no cookies or authorization, so responses are not personal. */
function createPublicPolicies(stack: Stack) {
  return {
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
    cachePolicy: new CachePolicy(stack, "PublicAnswersKept", {
      comment: "As long as each answer says, a minute at most",
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.minutes(1),
      headerBehavior: CacheHeaderBehavior.none(),
      queryStringBehavior: CacheQueryStringBehavior.allowList("province", "year", "cursor"),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    }),
    originRequestPolicy: new OriginRequestPolicy(stack, "PublicAnswersAsked", {
      headerBehavior: OriginRequestHeaderBehavior.allowList(...visitorHeaders),
    }),
  };
}
