import * as v from "valibot";
import { cleanProse } from "#core/base/text.ts";
import { textSections } from "#core/figures/section.ts";

export type TextSection = (typeof textSections)[number];

/** Line in a section's text that marks the place of its figures. Without it, the figures follow the text. */
export const figuresMark = "[số liệu]";

/** Sections that the system cannot write; a missing text causes a warning. */
export const expectedTexts = ["outreach", "shortcomings", "directions", "proposals"] as const;

const text = v.optional(
  v.pipe(
    v.string("report.text.invalid"),
    v.transform(cleanProse),
    v.maxLength(10_000, "report.text.tooLong"),
  ),
);

/** Plain text; an empty line separates paragraphs. The next report reuses the texts. */
export const ReportTexts = v.strictObject(v.entriesFromList(textSections, text));
export type ReportTexts = v.InferOutput<typeof ReportTexts>;
