import * as v from "valibot";
import { parseAs } from "#core/base/parsing.ts";

export const pageSize = 50;

export const year = v.pipe(
  v.string("query.required"),
  v.regex(/^(19|20|21)\d{2}$/, "year.invalid"),
  v.transform(Number),
);

/** Null for the first page. */
export const cursor = v.optional(
  v.nullable(v.pipe(v.string("cursor.invalid"), v.maxLength(1_200, "cursor.invalid"))),
  null,
);

export const pagedQuery = { state: "A state of the life cycle", cursor: "The cursor of the page before" };

/** Throws `query.invalid`. */
export function readQuery<S extends v.GenericSchema>(schema: S, values: unknown): v.InferOutput<S> {
  return parseAs("query.invalid", schema, values);
}
