import * as v from "valibot";
import { boundedArray, decimalNumber } from "#core/base/bounds.ts";
import { CommendationId, LineNumber } from "#core/commendation/ids.ts";

const millimetres = decimalNumber("commendation.print.invalid", { min: 1, max: 1_000, decimals: 1 });

/**
 * Where the text of a certificate stands on its blank sheet, in millimetres from the upper left corner; `size` is
 * the type size of the achievement in points.
 */
export const CertificatePlace = v.strictObject({
  width: millimetres,
  height: millimetres,
  /** Axis on which the text is centred. */
  centre: millimetres,
  textWidth: millimetres,
  /** Upper edges of the recipient's name, of number and day, and of place and date. */
  name: millimetres,
  decision: millimetres,
  date: millimetres,
  size: decimalNumber("commendation.print.invalid", { min: 1, max: 100, decimals: 1 }),
});
export type CertificatePlace = v.InferOutput<typeof CertificatePlace>;

/** A4 across, with the head and the name of the certificate printed above. */
export const usualPlace: CertificatePlace = {
  width: 297,
  height: 210,
  centre: 148.5,
  textWidth: 200,
  name: 92,
  decision: 172,
  date: 142,
  size: 17,
};

/** Maximum of lines chosen by number. */
export const mostChosenLines = 500;

/**
 * `decision` has the list as its annex; `certificates` are the texts for printing on blank certificates, a page a
 * recipient.
 */
export const CommendationPrint = v.strictObject({
  decision: CommendationId,
  document: v.picklist(["decision", "list", "certificates"], "field.invalid"),
  /** Certificates are PDF. */
  format: v.picklist(["docx", "pdf"], "field.invalid"),
  /** Certificates of these lines alone; without it, of all. */
  lines: v.optional(
    boundedArray(LineNumber, { min: 1, max: mostChosenLines, many: "commendation.lines.tooMany" }),
  ),
  place: v.optional(CertificatePlace),
  /** Draws the sheet's edge and marks the print as a sample, to try the positions. */
  sample: v.optional(v.boolean("field.invalid")),
});
export type CommendationPrint = v.InferOutput<typeof CommendationPrint>;
