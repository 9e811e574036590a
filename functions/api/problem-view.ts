import * as v from "valibot";
import { FieldError, problemCodes } from "#core/base/problems.ts";

/** Problem (RFC 9457); `title` and `detail` are in the requested language. */
export const ProblemView = v.strictObject({
  type: v.string(),
  status: v.number(),
  code: v.picklist(problemCodes),
  title: v.string(),
  requestId: v.string(),
  errors: v.array(v.strictObject({ ...FieldError.entries, detail: v.string() })),
});
export type ProblemView = v.InferOutput<typeof ProblemView>;
