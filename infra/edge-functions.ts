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
 * A path that names no file is one of our pages. A page for errors would answer for the API's 404 too. A link whose `#` was written as `%23`
 * on its way opens its page, which reads what stands behind.
 */
const openPage = `${pageAtSource}
function handler(event) {
  var request = event.request;
  request.uri = request.uri.split(/%23/i)[0];
  if (!namesFile(request.uri)) request.uri = pageAt(request.uri);
  return request;
}`;

/** The page that says there is none comes with that status; its address may be told as it was asked for or as it was opened. */
const tellMissing = `${pageAtSource}
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

/** Tells the API the visitor's own address and CloudFront's id of the request, over whatever they wrote there themselves. */
const tellVisitor = `function handler(event) {
  var request = event.request;
  request.headers["x-viewer-address"] = { value: event.viewer.ip };
  request.headers["x-request-id"] = { value: event.context.requestId };
  return request;
}`;

/** The headers by which the API knows a visitor: all that it must be told besides what a cache distinguishes. */
export const visitorHeaders = ["x-viewer-address", "x-request-id"];

/** The functions that run at the edge, as what each behaviour of the distribution is given. */
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
      ...run("TellMissing", tellMissing, FunctionEventType.VIEWER_RESPONSE),
    ],
    tellVisitor: run("TellVisitor", tellVisitor),
  };
}
