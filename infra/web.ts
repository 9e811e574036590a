import { CfnOutput, Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { Stack } from "sst/constructs";
import { hashStylesOf } from "../web/page-styles.ts";
import type { Api } from "./api.ts";

/** Scripts, styles and all else from here alone, or inside a page with a hash that is known; files are posted to the bucket of uploads; pictures may lie inside the page. Nobody may frame it. */
const securityPolicy = (uploads: string, styles: readonly string[]) =>
  `default-src 'self'; style-src ${["'self'", ...styles].join(" ")}; connect-src 'self' ${uploads}; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'`;

/**
 * A path that names no file is one of our pages: three are drawn at build, the rest begin empty. `errorResponses` would answer for the
 * API's 404 too.
 */
const openPage = `function handler(event) {
  var request = event.request;
  if (/\\.[A-Za-z0-9]+$/.test(request.uri)) return request;
  var part = request.uri.split("/")[1];
  if (!part) request.uri = "/index.html";
  else if (part === "gui" || request.uri.replace(/\\/$/, "") === "/tra-cuu") request.uri = "/" + part + "/index.html";
  else request.uri = "/app.html";
  return request;
}`;

/** Tells the API the visitor's own address, over whatever they wrote there themselves. */
const tellAddress = `function handler(event) {
  var request = event.request;
  request.headers["x-viewer-address"] = { value: event.viewer.ip };
  return request;
}`;

/** The pages in a bucket behind CloudFront, and the API on the same origin, so that cookies are first-party and CORS is needed nowhere. */
export function createWeb(stack: Stack, api: Api, uploadsOrigin: string) {
  const pages = new Bucket(stack, "Pages", {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    // Built from the code at any time.
    removalPolicy: RemovalPolicy.DESTROY,
  });

  const responseHeadersPolicy = new ResponseHeadersPolicy(stack, "Headers", {
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: securityPolicy(uploadsOrigin, hashStylesOf("web/dist")),
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
      customHeaders: [
        { header: "cross-origin-opener-policy", value: "same-origin", override: true },
        { header: "permissions-policy", value: "camera=(), geolocation=(), microphone=()", override: true },
      ],
    },
  });

  const shared = {
    responseHeadersPolicy,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    compress: true,
  };
  const distribution = new Distribution(stack, "Distribution", {
    defaultBehavior: {
      ...shared,
      origin: S3BucketOrigin.withOriginAccessControl(pages),
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new EdgeFunction(stack, "OpenPage", {
            code: FunctionCode.fromInline(openPage),
            runtime: FunctionRuntime.JS_2_0,
          }),
        },
      ],
    },
    additionalBehaviors: {
      "/api/*": {
        ...shared,
        origin: new HttpOrigin(api.host, {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
          customHeaders: api.proofOfDistribution,
        }),
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(stack, "TellAddress", {
              code: FunctionCode.fromInline(tellAddress),
              runtime: FunctionRuntime.JS_2_0,
            }),
          },
        ],
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        // The gateway is known by its own host alone; everything else reaches the function.
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
    },
    defaultRootObject: "index.html",
    httpVersion: HttpVersion.HTTP2_AND_3,
    // Without South America and Oceania: visitors are in Vietnam.
    priceClass: PriceClass.PRICE_CLASS_200,
  });

  const origin = `https://${distribution.distributionDomainName}`;
  new CfnOutput(stack, "Origin", { value: origin });
  new CfnOutput(stack, "PagesBucket", { value: pages.bucketName });
  new CfnOutput(stack, "DistributionId", { value: distribution.distributionId });
  return { origin };
}
