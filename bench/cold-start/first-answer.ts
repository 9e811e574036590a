import { pathToFileURL } from "node:url";

const { handler } = await import(pathToFileURL(process.argv[2] ?? "").href);
const http = { method: "GET", path: "/api/health" };
const { statusCode } = await handler(
  {
    version: "2.0",
    routeKey: "ANY /api/{proxy+}",
    rawPath: http.path,
    rawQueryString: "",
    headers: { host: "example.vn" },
    requestContext: { domainName: "example.vn", requestId: "JKJaXmPLvHcESHA=", http },
    isBase64Encoded: false,
  },
  { awsRequestId: "8476a536-e9f4-11e8-9739-2dfe598c3fcd", functionName: "api" },
);
if (statusCode !== 200) throw new Error(`answered ${statusCode}`);
