import { HTTPException } from "hono/http-exception";
import { maxFaults } from "#core/base/bounds.ts";
import { summariseError } from "#core/base/error-summary.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { activityMessagesEn } from "#core/words/en/activities.ts";
import { campaignMessagesEn } from "#core/words/en/campaigns.ts";
import { commendationMessagesEn } from "#core/words/en/commendation.ts";
import { figureMessagesEn } from "#core/words/en/figures.ts";
import { jobMessagesEn } from "#core/words/en/jobs.ts";
import { reportRequestMessagesEn } from "#core/words/en/report-requests.ts";
import { reportMessagesEn } from "#core/words/en/reports.ts";
import { rulesEn } from "#core/words/en/rules.ts";
import { staffMessagesEn } from "#core/words/en/staff.ts";
import { unitMessagesEn } from "#core/words/en/units.ts";
import { fillMessage } from "#core/words/messages.ts";
import { activityMessagesVi } from "#core/words/vi/activities.ts";
import { campaignMessagesVi } from "#core/words/vi/campaigns.ts";
import { commendationMessagesVi } from "#core/words/vi/commendation.ts";
import { figureMessagesVi } from "#core/words/vi/figures.ts";
import { jobMessagesVi } from "#core/words/vi/jobs.ts";
import { reportRequestMessagesVi } from "#core/words/vi/report-requests.ts";
import { reportMessagesVi } from "#core/words/vi/reports.ts";
import { rulesVi } from "#core/words/vi/rules.ts";
import { staffMessagesVi } from "#core/words/vi/staff.ts";
import { unitMessagesVi } from "#core/words/vi/units.ts";
import type { Ctx } from "../context.ts";
import type { ProblemView } from "../problem-view.ts";

export const wordsVi = {
  ...staffMessagesVi,
  ...activityMessagesVi,
  ...campaignMessagesVi,
  ...figureMessagesVi,
  ...commendationMessagesVi,
  ...jobMessagesVi,
  ...unitMessagesVi,
  ...reportMessagesVi,
  ...reportRequestMessagesVi,
  ...rulesVi,
};
export const wordsEn = {
  ...staffMessagesEn,
  ...activityMessagesEn,
  ...campaignMessagesEn,
  ...figureMessagesEn,
  ...commendationMessagesEn,
  ...jobMessagesEn,
  ...unitMessagesEn,
  ...reportMessagesEn,
  ...reportRequestMessagesEn,
  ...rulesEn,
};

/**
 * Turns every error into `application/problem+json` (RFC 9457), in Vietnamese or English. Unexpected errors
 * become `internal`; the log has their place and kind, never the message.
 */
export function answerProblem(error: Error, c: Ctx): Response {
  const problem = asProblem(error);
  if (problem.status >= 500) {
    const { log, measure } = c.var.deps;
    log("request failed", { requestId: c.var.requestId, code: problem.code, fault: summariseError(error) });
    measure("Faults", 1);
  }
  const english = c.req.header("accept-language")?.toLowerCase().startsWith("en") ?? false;
  const words = english ? wordsEn : wordsVi;
  const detailOf = ({ code, params = {} }: FieldError) =>
    fillMessage(
      words[code as keyof typeof words] ?? words["field.invalid"],
      params,
      english ? "en" : "vi-VN",
    );
  const view: ProblemView = {
    type: `/api/docs#${problem.code}`,
    status: problem.status,
    code: problem.code,
    title: words[`problem.${problem.code}`],
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

/** True if an item exceeds DynamoDB's size limit. */
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
