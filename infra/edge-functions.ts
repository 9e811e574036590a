import {
  Function as EdgeFunction,
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
} from "aws-cdk-lib/aws-cloudfront";
import type { Stack } from "sst/constructs";
import { missingPage, pageAtSource } from "../web/page-paths.ts";

/**
 * Chooses the page in a function, because CloudFront's error pages would also replace the API's 404. Cuts the
 * address at `%23`, which some programs write for `#`.
 */
const openPage = `${pageAtSource}
function handler(event) {
  var request = event.request;
  request.uri = request.uri.split(/%23/i)[0];
  if (!namesFile(request.uri)) request.uri = pageAt(request.uri);
  return request;
}`;

const setMissingStatus = `${pageAtSource}
function handler(event) {
  var uri = event.request.uri;
  var response = event.response;
  var missing = ${JSON.stringify(missingPage)};
  if (uri === missing || (!namesFile(uri) && pageAt(uri) === missing)) {
    response.statusCode = 404;
    response.statusDescription = "Not Found";
  }
  return response;
}`;

const setVisitorHeaders = `function handler(event) {
  var request = event.request;
  request.headers["x-viewer-address"] = { value: event.viewer.ip };
  request.headers["x-request-id"] = { value: event.context.requestId };
  return request;
}`;

export const visitorHeaders = ["x-viewer-address", "x-request-id"];

export function createEdgeFunctions(stack: Stack) {
  const run = (
    name: string,
    code: string,
    eventType = FunctionEventType.VIEWER_REQUEST,
  ): FunctionAssociation[] => [
    {
      eventType,
      function: new EdgeFunction(stack, name, {
        code: FunctionCode.fromInline(code),
        runtime: FunctionRuntime.JS_2_0,
      }),
    },
  ];
  return {
    openPage: [
      ...run("OpenPage", openPage),
      ...run("TellMissing", setMissingStatus, FunctionEventType.VIEWER_RESPONSE),
    ],
    setVisitorHeaders: run("TellVisitor", setVisitorHeaders),
  };
}
