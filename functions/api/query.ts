import * as v from "valibot";
import { Problem } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";

/** How many lines a page of a list holds. */
export const pageSize = 50;

/** A year in a query or path. */
export const year = v.pipe(
  v.string("query.required"),
  v.regex(/^(19|20|21)\d{2}$/, "year.invalid"),
  v.transform(Number),
);

/** Where the page before ended; null for the first. */
export const cursor = v.optional(
  v.nullable(v.pipe(v.string("cursor.invalid"), v.maxLength(1_200, "cursor.invalid"))),
  null,
);

/** What OpenAPI says of the queries of lists in pages. */
export const pagedQuery = { state: "A state of the life cycle", cursor: "The cursor of the page before" };

/** Query and path values under a schema, or `query.invalid` naming them. */
export function readQuery<S extends v.GenericSchema>(schema: S, values: unknown): v.InferOutput<S> {
  const parsed = validate(schema, values);
  if (!parsed.ok) throw new Problem("query.invalid", parsed.errors);
  return parsed.value;
}
