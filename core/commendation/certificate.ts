import * as v from "valibot";
import { AuditStamp } from "#core/base/audit-stamp.ts";
import { decimalNumber } from "#core/base/bounds.ts";
import { canonicalJson } from "#core/base/canonical.ts";

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
  /** Upper edges. `name`: recipient's name; `decision`: number and day; `date`: place and date. */
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

/** Positions on the blank certificates of a unit, for everyone who prints there. */
export const CertificateSetting = v.strictObject({
  unit: v.string(),
  version: v.number(),
  place: CertificatePlace,
  changed: AuditStamp,
});
export type CertificateSetting = v.InferOutput<typeof CertificateSetting>;

export const certificateParts = ["name", "who", "achievement", "date", "decision"] as const;
export type CertificatePart = (typeof certificateParts)[number];

/** Millimetres; `size` in points. */
interface CertificateBox {
  centre: number;
  width: number;
  top: number;
  height: number;
  size: number;
}

/** Height of lines of this type size, in millimetres. */
const lineOf = (points: number, lines = 1) => (points * 1.25 * lines * 25.4) / 72;

/** Boxes of the texts on a sheet. Without position and workplace the achievement moves up to their line. */
export function layOutCertificate(
  at: CertificatePlace,
  { hasWho }: { hasWho: boolean },
): Record<CertificatePart, CertificateBox> {
  const middle = { centre: at.centre, width: at.textWidth };
  const right = { centre: at.centre + at.textWidth / 4, width: at.textWidth / 2 };
  const left = { centre: at.centre - at.textWidth / 4, width: at.textWidth / 2 };
  const nameSize = at.size + 7;
  const small = Math.max(1, at.size - 3);
  const below = at.name + lineOf(nameSize) + 2;
  const rewarded = below + (hasWho ? lineOf(at.size) + 2 : 0);
  return {
    name: { ...middle, top: at.name, size: nameSize, height: lineOf(nameSize, 2) },
    who: { ...middle, top: below, size: at.size, height: lineOf(at.size) },
    achievement: {
      ...middle,
      top: rewarded,
      size: at.size,
      height: Math.max(lineOf(at.size), at.date - rewarded - 2),
    },
    date: { ...right, top: at.date, size: small, height: lineOf(small) },
    decision: { ...left, top: at.decision, size: small, height: lineOf(small, 2) },
  };
}

/** Setting with new positions. Null if nothing changes. */
export function changeCertificatePlace(
  before: CertificateSetting | null,
  unit: string,
  place: CertificatePlace,
  changed: AuditStamp,
): CertificateSetting | null {
  if (before && canonicalJson(before.place) === canonicalJson(place)) return null;
  return { unit, version: (before?.version ?? 0) + 1, place, changed };
}
