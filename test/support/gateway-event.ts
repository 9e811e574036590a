import type { APIGatewayProxyEventV2 } from "aws-lambda";

/** A request to the gateway; a text as body goes as it is, all else as JSON. */
export interface Asked {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** The gateway's id of each request. */
export const gatewayId = "JKJaXmPLvHcESHA=";

const domainPrefix = "d-1a2b3c4d5e";
const domainName = `${domainPrefix}.execute-api.ap-southeast-1.amazonaws.com`;
const routeKey = "ANY /api/{proxy+}";

/** A request as the gateway hands it to a function: "AWS Lambda proxy integrations for HTTP APIs", payload format 2.0. */
export function buildGatewayEvent(
  path: string,
  { method = "GET", body, headers = {} }: Asked,
): APIGatewayProxyEventV2 {
  const [rawPath = "", rawQueryString = ""] = path.split("?");
  const userAgent = headers["user-agent"] ?? "";
  return {
    version: "2.0",
    routeKey,
    rawPath,
    rawQueryString,
    headers: {
      host: domainName,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(headers.cookie ? { cookies: [headers.cookie] } : {}),
    requestContext: {
      accountId: "123456789012",
      apiId: domainPrefix,
      domainName,
      domainPrefix,
      http: { method, path: rawPath, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent },
      requestId: gatewayId,
      routeKey,
      stage: "$default",
      time: "12/Mar/2026:19:03:58 +0000",
      timeEpoch: 1_773_342_238_390,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    isBase64Encoded: false,
  };
}
