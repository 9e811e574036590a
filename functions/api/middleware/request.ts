import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import { toBase64Url } from "#core/base/ids.ts";
import { Problem } from "#core/base/problems.ts";
import type { Deps, Env } from "../context.ts";

/** Request ids set by our edge function or by CloudFront. */
const edgeHeaders = ["x-request-id", "x-amz-cf-id"];
const edgeId = /^[\w-]{16,128}={0,2}$/;

function gatewayIdOf(env: unknown): string | null {
  const { requestContext } = (env ?? {}) as { requestContext?: { requestId?: string } };
  return requestContext?.requestId ?? null;
}

export const prepareRequest = (deps: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    const from = Date.parse(deps.clock());
    const given = edgeHeaders.map((name) => c.req.header(name)).find((id) => id && edgeId.test(id));
    const requestId = given ?? toBase64Url(deps.random(12));
    c.set("deps", deps);
    c.set("requestId", requestId);
    c.header("x-request-id", requestId);
    c.header("cache-control", "no-store");
    c.header("x-content-type-options", "nosniff");
    await next();
    deps.answered({
      requestId,
      gatewayId: gatewayIdOf(c.env),
      method: c.req.method,
      route: matchedRoutes(c).at(-1)?.path ?? "",
      status: c.res.status,
      milliseconds: Date.parse(deps.clock()) - from,
      viewer: c.var.session ? "staff" : c.var.bearer ? "author" : "public",
    });
  });

/** Path of the only HTML form, which posts the access key to keep it out of URLs. */
const formPath = /^\/api\/initiatives\/[^/]+\/personal-data$/;
const formType = /^application\/x-www-form-urlencoded\s*(;|$)/i;

export const requireJson = createMiddleware<Env>(async (c, next) => {
  const hasBody = c.req.method === "POST" || c.req.method === "PUT" || c.req.method === "PATCH";
  const type = c.req.header("content-type") ?? "";
  const isForm = formPath.test(c.req.path) && formType.test(type);
  if (hasBody && !isForm && !/^application\/json\s*(;|$)/i.test(type))
    throw new Problem("request.contentType");
  await next();
});
