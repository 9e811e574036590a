import { HTTPException } from "hono/http-exception";
import { maxFaults } from "#core/base/bounds.ts";
import { summariseError } from "#core/base/error-summary.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { rulesEn } from "#core/words/en/rules.ts";
import { fillMessage } from "#core/words/messages.ts";
import { rulesVi } from "#core/words/vi/rules.ts";
import type { Ctx, Deps, ProblemWords } from "../context.ts";
import type { ProblemView } from "../problem-view.ts";

/** Texts of public routes only, to keep their bundle small. `staff-app.ts` passes all texts. */
const publicWords: ProblemWords = { vi: rulesVi, en: rulesEn };

/**
 * Turns every error into `application/problem+json` (RFC 9457). Logs an unexpected error's kind and place,
 * never its message.
 */
export function answerProblem(error: Error, c: Ctx): Response {
  const problem = asProblem(error);
  if (problem.status >= 500) {
    const { log, measure } = c.var.deps;
    log("request failed", { requestId: c.var.requestId, code: problem.code, fault: summariseError(error) });
    measure("Faults", 1);
  }
  const english = c.req.header("accept-language")?.toLowerCase().startsWith("en") ?? false;
  // An error may come before the request has its dependencies.
  const words = (c.var.deps as Deps | undefined)?.words ?? publicWords;
  const wordOf = (code: string, otherwise: string) => words[english ? "en" : "vi"][code] ?? otherwise;
  const detailOf = ({ code, params = {} }: FieldError) =>
    fillMessage(wordOf(code, wordOf("field.invalid", "")), params, english ? "en" : "vi-VN");
  const view: ProblemView = {
    type: `/api/docs#${problem.code}`,
    status: problem.status,
    code: problem.code,
    title: wordOf(`problem.${problem.code}`, wordOf("problem.internal", "")),
    requestId: c.var.requestId,
    errors: firstOf(
      problem.errors.slice(0, maxFaults).map((fault) => ({ ...fault, detail: detailOf(fault) })),
    ),
  };
  if (problem.retryAfter !== null) c.header("retry-after", String(problem.retryAfter));
  return c.body(JSON.stringify(view), problem.status, {
    "content-type": "application/problem+json; charset=utf-8",
  });
}

/** Keeps every error response below 64 kB. */
const mostBytes = 60 * 1024;

function firstOf<T>(faults: T[]): T[] {
  let bytes = 0;
  return faults.filter((fault) => {
    bytes += Buffer.byteLength(JSON.stringify(fault));
    return bytes <= mostBytes;
  });
}

/** Retry-After in seconds when DynamoDB throttles the table. */
const busySeconds = 2;
const busy = new Set([
  "ProvisionedThroughputExceededException",
  "ThrottlingException",
  "RequestLimitExceeded",
  "TimeoutError",
  "TransactionCanceledException",
]);

function asProblem(error: Error): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException && error.status < 500) return new Problem("request.malformed");
  if (isTooLarge(error)) return new Problem("record.tooLarge");
  return busy.has(error.name) ? new Problem("store.unavailable", [], busySeconds) : new Problem("internal");
}

function isTooLarge(error: Error): boolean {
  const { CancellationReasons: reasons = [] } = error as {
    CancellationReasons?: { Code?: string; Message?: string }[];
  };
  const said = [
    ...(error.name === "ValidationException" ? [error.message] : []),
    ...reasons.flatMap(({ Code, Message = "" }) => (Code === "ValidationError" ? [Message] : [])),
  ];
  return said.some((message) => /^Item size .*exceeded/i.test(message));
}
