import * as v from "valibot";
import { boundedArray, decimalNumber } from "#core/base/bounds.ts";
import { CommendationId, LineNumber } from "#core/commendation/ids.ts";

const millimetres = decimalNumber("commendation.print.invalid", { min: 1, max: 1_000, decimals: 1 });

/**
 * Text positions on a blank certificate, in millimetres from the upper left corner. `size`: font size of the
 * achievement in points.
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

/** A4 landscape with preprinted head and title. */
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

export const mostChosenLines = 500;

/** `decision` includes the list as annex. `certificates`: texts for blank certificates, one page per recipient. */
export const CommendationPrint = v.strictObject({
  decision: CommendationId,
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
