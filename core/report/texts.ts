import * as v from "valibot";
import { cleanProse } from "#core/base/text.ts";

/** Sections with texts of their writer; the next report reuses them. `opening` comes before all others. */
export const textSections = [
  "opening",
  "launch",
  "outreach",
  "results",
  "registered",
  "evaluated",
  "recognised",
  "models",
  "commendation",
  "shortcomings",
  "directions",
  "proposals",
] as const;
export type TextSection = (typeof textSections)[number];

/** Sections that nothing but a text can fill. */
export const expectedTexts = ["outreach", "shortcomings", "directions", "proposals"] as const;

const text = v.optional(
  v.pipe(
    v.string("report.text.invalid"),
    v.transform(cleanProse),
    v.maxLength(10_000, "report.text.tooLong"),
  ),
);

/** Plain text; an empty line separates paragraphs. */
export const ReportTexts = v.strictObject(v.entriesFromList(textSections, text));
export type ReportTexts = v.InferOutput<typeof ReportTexts>;
