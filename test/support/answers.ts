import type { Hono } from "hono";
import * as v from "valibot";
import { Problem } from "#core/base/problems.ts";
import { shapeOf } from "../../functions/api/answer-shape.ts";
import type { Env } from "../../functions/api/context.ts";
import { descriptionOf } from "../../functions/api/describe.ts";
import { ProblemView } from "../../functions/api/problem-view.ts";

/** Routes that answer about the API itself. */
const undescribed = ["/api/openapi.json", "/api/docs"];

/** Makes an app throw at an answer that its route does not describe: another status, or another shape of the body. */
export function holdToDescription<A extends Pick<Hono<Env>, "fetch" | "router">>(app: A): A {
  const { fetch } = app;
  app.fetch = async (request, ...rest) => {
    const response = await fetch(request, ...rest);
    await checkAnswer(app, request, response.clone());
    return response;
  };
  return app;
}

async function checkAnswer(
  { router }: Pick<Hono<Env>, "router">,
  request: Request,
  response: Response,
): Promise<void> {
  const { pathname } = new URL(request.url);
  const name = `${request.method} ${pathname} (${response.status})`;
  if ((response.headers.get("content-type") ?? "").startsWith("application/problem+json")) {
    const problem = parse(name, ProblemView, await bodyOf(response));
    if (new Problem(problem.code).status !== response.status || problem.status !== response.status)
      throw new Error(`${name}: the problem ${problem.code} has another status`);
    return;
  }
  if (undescribed.includes(pathname)) return;
  // Hono hands a request to the first of the routes that match.
  const handlers = router.match(request.method, pathname)[0].map(([[handler]]) => handler);
  const description = handlers.map(descriptionOf).find((each) => each !== undefined);
  const schema = description?.answers[response.status];
  if (schema === undefined) throw new Error(`${name}: no such answer is described`);
  if (schema !== null) parse(name, shapeOf(schema), await bodyOf(response));
}

async function bodyOf(response: Response): Promise<unknown> {
  const packed = response.headers.get("content-encoding") === "gzip";
  const body = packed ? response.body?.pipeThrough(new DecompressionStream("gzip")) : response.body;
  return new Response(body ?? null).json();
}

function parse<S extends v.GenericSchema>(name: string, schema: S, body: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const faults = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? "body"}: ${issue.message}`);
  throw new Error(`${name} is not as described: ${faults.join("; ")}`);
}
