import {
  Function as EdgeFunction,
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
} from "aws-cdk-lib/aws-cloudfront";
import type { Stack } from "sst/constructs";

/**
 * A path that names no file is one of our pages: three are drawn at build, the rest begin empty. A page for errors would answer for the
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
  const run = (name: string, code: string): FunctionAssociation[] => [
    {
      eventType: FunctionEventType.VIEWER_REQUEST,
      function: new EdgeFunction(stack, name, {
        code: FunctionCode.fromInline(code),
        runtime: FunctionRuntime.JS_2_0,
      }),
    },
  ];
  return { openPage: run("OpenPage", openPage), tellVisitor: run("TellVisitor", tellVisitor) };
}
