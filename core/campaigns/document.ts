import * as v from "valibot";
import { boundedArray } from "#core/base/bounds.ts";
import { canonicalJson } from "#core/base/canonical.ts";
import { day, optionalLine, reference, requiredLine } from "#core/base/text.ts";

/** Id in a workbook: `<unit>--<own part>`. */
export const rowIdPattern = /^[a-z0-9]+(-{1,2}[a-z0-9]+)*$/;

/** Unit ids never contain `--`, so the prefix is unambiguous. */
export const hasUnitPrefix = (unit: string, id: string): boolean => id.startsWith(`${unit}--`);

const documentFields = {
  /** Loại văn bản: công văn, thông tri, kế hoạch liên tịch … */
  type: requiredLine("document.type", 80),
  symbol: optionalLine("document.symbol", 80),
  issuedOn: day("document.issuedOn"),
  /** `issuer` and `subject` are empty if the citing text omits them. */
  issuer: optionalLine("document.issuer", 200),
  subject: optionalLine("document.subject", 500),
  cites: v.optional(boundedArray(reference(), { max: 60, many: "campaign.basis.tooMany" }), []),
};

/** A document without a symbol needs a subject. */
const isNamed = ({ symbol, subject }: { symbol: string; subject: string }) => symbol !== "" || subject !== "";

export const NewDocument = v.pipe(
  v.strictObject({ unit: reference("unit.missing", 60), ...documentFields }),
  v.forward(
    v.check((document) => isNamed(document), "document.subject.required"),
    ["subject"],
  ),
);
export type NewDocument = v.InferOutput<typeof NewDocument>;

export const CitedDocument = v.pipe(
  v.strictObject({
    id: v.pipe(
      v.string("document.id.invalid"),
      v.regex(rowIdPattern, "document.id.invalid"),
      v.maxLength(80, "document.id.invalid"),
    ),
    /** Unit that added the document; null for initial data. */
    unit: v.nullable(v.string()),
    ...documentFields,
  }),
  v.forward(
    v.check((document) => isNamed(document), "document.subject.required"),
    ["subject"],
  ),
);
export type CitedDocument = v.InferOutput<typeof CitedDocument>;

const documentIdBytes = 16;

export function drawDocumentId(random: (count: number) => Uint8Array): string {
  return `vb-${Array.from(random(documentIdBytes), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** Finds a document with equal content, so that a retry adds nothing. */
export function findDocument(
  documents: ReadonlyMap<string, CitedDocument>,
  form: NewDocument,
): CitedDocument | null {
  for (const { id, ...kept } of documents.values())
    if (canonicalJson(kept) === canonicalJson(form)) return { id, ...kept };
  return null;
}
