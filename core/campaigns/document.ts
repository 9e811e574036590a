import * as v from "valibot";
import { boundedArray } from "#core/base/bounds.ts";
import { canonicalJson } from "#core/base/canonical.ts";
import { day, optionalLine, reference, requiredLine } from "#core/base/text.ts";

/** The id of something that a workbook brings: words in small letters, after two hyphens behind the unit that adds it. */
export const rowIdPattern = /^[a-z0-9]+(-{1,2}[a-z0-9]+)*$/;

/** True where the id can only be one that this unit gives: no id of a unit holds two hyphens in a row. */
export const hasUnitPrefix = (unit: string, id: string): boolean => id.startsWith(`${unit}--`);

const said = {
  /** Loại văn bản: công văn, thông tri, kế hoạch liên tịch … */
  type: requiredLine("document.type", 80),
  /** Số và ký hiệu, as `592/MTTQ-BTT`; empty for a publication without one. */
  symbol: optionalLine("document.symbol", 80),
  issuedOn: day("document.issuedOn"),
  issuer: requiredLine("document.issuer", 200),
  subject: requiredLine("document.subject", 500),
  /** The documents it cites in turn, in its order: the basis of a report whose figures come from it. */
  cites: v.optional(boundedArray(reference(), { max: 60, many: "campaign.basis.tooMany" }), []),
};

/** A document as somebody of a unit adds it; its id is drawn by the server. */
export const NewDocument = v.strictObject({ unit: reference("unit.missing", 60), ...said });
export type NewDocument = v.InferOutput<typeof NewDocument>;

/** An official document or publication that figures, records or a report's basis cite. */
export const CitedDocument = v.strictObject({
  id: v.pipe(
    v.string("document.id.invalid"),
    v.regex(rowIdPattern, "document.id.invalid"),
    v.maxLength(80, "document.id.invalid"),
  ),
  /** The unit that added it; null for what the system was filled with. */
  unit: v.nullable(v.string()),
  ...said,
});
export type CitedDocument = v.InferOutput<typeof CitedDocument>;

const documentIdBytes = 16;

/** The id of a document that is added on the pages. `random` gives so many random bytes. */
export function drawDocumentId(random: (count: number) => Uint8Array): string {
  return `vb-${Array.from(random(documentIdBytes), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** The document of the unit that says the same, or null: a request that comes again adds nothing. */
export function findDocument(
  documents: ReadonlyMap<string, CitedDocument>,
  form: NewDocument,
): CitedDocument | null {
  for (const { id, ...kept } of documents.values())
    if (canonicalJson(kept) === canonicalJson(form)) return { id, ...kept };
  return null;
}
