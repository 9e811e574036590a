import type { FieldError, ProblemCode } from "#core/base/problems.ts";

/** A refusal or a fault as the API gives it (RFC 9457), `application/problem+json`. `title` is in the language asked for. */
export interface ProblemView {
  type: string;
  status: number;
  code: ProblemCode;
  title: string;
  requestId: string;
  errors: (FieldError & { detail: string })[];
}
