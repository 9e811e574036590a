import * as v from "valibot";
import { boundedArray } from "./bounds.ts";
import { day, optionalLine, reference, requiredLine } from "./text.ts";

/** An official document or publication that figures, records or a report's basis cite. */
export const CitedDocument = v.strictObject({
  id: v.pipe(
    v.string("document.id.invalid"),
    v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "document.id.invalid"),
    v.maxLength(80, "document.id.invalid"),
  ),
  /** Loại văn bản: công văn, thông tri, kế hoạch liên tịch … */
  type: requiredLine("document.type", 80),
  /** Số và ký hiệu, as `592/MTTQ-BTT`; empty for a publication without one. */
  symbol: optionalLine("document.symbol", 80),
  issuedOn: day("document.issuedOn"),
  issuer: requiredLine("document.issuer", 200),
  subject: requiredLine("document.subject", 500),
  /** The documents it cites in turn, in its order: the basis of a report whose figures come from it. */
  cites: v.optional(boundedArray(reference(), { max: 60, many: "campaign.basis.tooMany" }), []),
});
export type CitedDocument = v.InferOutput<typeof CitedDocument>;
