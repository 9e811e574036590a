import { compress } from "hono/compress";
import { Hono } from "hono/tiny";
import * as v from "valibot";
import { Problem } from "#core/base/problems.ts";
import type { Deps, Env } from "./context.ts";
import { describe } from "./describe.ts";
import { answerProblem } from "./middleware/problem.ts";
import { prepareRequest, requireJson } from "./middleware/request.ts";
import { identify } from "./middleware/session.ts";

export function createBase(deps: Deps) {
  const app = new Hono<Env>()
    .basePath("/api")
    .use(prepareRequest(deps))
    // CloudFront compresses only cacheable responses, so the API compresses its own.
    .use(compress({ encoding: "gzip" }))
    .use(requireJson)
    .use(identify)
    .get(
      "/health",
      describe("health.read", "Whether the API answers", v.strictObject({ status: v.literal("ok") })),
      (c) => c.json({ status: "ok" }),
    );
  app.notFound((c) => answerProblem(new Problem("route.notFound"), c));
  app.onError(answerProblem);
  return app;
}
