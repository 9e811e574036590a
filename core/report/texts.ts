import * as v from "valibot";
import { cleanProse } from "#core/base/text.ts";

/** Sections written by editors; the next report reuses the texts. */
export const textSections = ["outreach", "shortcomings", "directions", "proposals"] as const;
export type TextSection = (typeof textSections)[number];

const text = v.optional(
  v.pipe(
    v.string("report.text.invalid"),
    v.transform(cleanProse),
    v.maxLength(10_000, "report.text.tooLong"),
  ),
);

/** Plain text; an empty line separates paragraphs. */
export const ReportTexts = v.strictObject({
  outreach: text,
  shortcomings: text,
  directions: text,
  proposals: text,
});
export type ReportTexts = v.InferOutput<typeof ReportTexts>;
