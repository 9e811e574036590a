import * as v from "valibot";
import { boundedArray } from "#core/base/bounds.ts";
import { CertificatePlace } from "#core/commendation/certificate.ts";
import { CommendationId, LineNumber } from "#core/commendation/ids.ts";

export const mostChosenLines = 500;

export const CommendationPrint = v.strictObject({
  decision: CommendationId,
  /**
   * `decision`: with the list as annex; `list`: only the list; `certificates`: texts to print on blank certificates, one
   * page per recipient.
   */
  document: v.picklist(["decision", "list", "certificates"], "field.invalid"),
  /** Certificates are PDF. */
  format: v.picklist(["docx", "pdf"], "field.invalid"),
  /** Lines that get a certificate; undefined means all. */
  lines: v.optional(
    boundedArray(LineNumber, { min: 1, max: mostChosenLines, many: "commendation.lines.tooMany" }),
  ),
  place: v.optional(CertificatePlace),
  /** Draws the sheet's edge and a sample mark, to test positions. */
  sample: v.optional(v.boolean("field.invalid")),
});
export type CommendationPrint = v.InferOutput<typeof CommendationPrint>;
