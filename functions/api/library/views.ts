import * as v from "valibot";
import { Recognition } from "#core/initiatives/recognition.ts";
import { System } from "#core/units/unit.ts";

export const LibraryEntry = v.strictObject({
  id: v.string(),
  title: v.string(),
  year: v.number(),
  unit: v.string(),
  organisation: v.nullable(v.string()),
  authors: v.array(v.string()),
  system: System,
  recognitions: v.array(Recognition),
  origin: v.picklist(["application", "document"]),
});
export type LibraryEntry = v.InferOutput<typeof LibraryEntry>;

export const LibraryView = v.strictObject({ items: v.array(LibraryEntry), cursor: v.nullable(v.string()) });
export type LibraryView = v.InferOutput<typeof LibraryView>;
