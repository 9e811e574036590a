import type * as v from "valibot";
import { Problem, type ProblemCode } from "./problems.ts";
import { validate } from "./validation.ts";

export function parseAs<S extends v.GenericSchema>(
  code: ProblemCode,
  schema: S,
  input: unknown,
): v.InferOutput<S> {
  const parsed = validate(schema, input);
  if (!parsed.ok) throw new Problem(code, parsed.errors);
  return parsed.value;
}
