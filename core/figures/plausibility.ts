import { covers, firstDay } from "#core/base/period.ts";
import { mayHaveDecimals } from "#core/base/typed-number.ts";
import { definitionOf } from "./catalogue.ts";
import { type CurrentFigure, type Figure, unplaced } from "./figure.ts";

export const doubts = ["fraction", "qualifiedZero", "future"] as const;
export type Doubt = (typeof doubts)[number];

type Stated = Pick<Figure, "value" | "qualifier" | "measure" | "from">;

/**
 * Finds implausible declarations: fractions of countable things, "hơn 0", periods after `today` (YYYY-MM-DD; empty if
 * unknown).
 */
export function findDoubts({ value, qualifier, measure, from }: Stated, today: string): Doubt[] {
  const found: Doubt[] = [];
  if (value !== null && !Number.isInteger(value) && isCounted(measure)) found.push("fraction");
  if (value === 0 && qualifier !== null) found.push("qualifiedZero");
  if (today !== "" && firstDay(from) > today) found.push("future");
  return found;
}

const counted =
  /(?<!\p{L})(hồ sơ|sáng kiến|giải pháp|ý tưởng|đề tài|mô hình|lượt|người|cán bộ|cá nhân|tập thể|hộ|thôn|tổ|khu|cơ quan|đơn vị|giải|buổi|bài|tin|cuộc|lớp|hội nghị|giấy khen|bằng khen|cờ)(?!\p{L})/iu;

const isCounted = (measure: string): boolean =>
  counted.test(measure.normalize("NFC")) && !mayHaveDecimals(measure);

const people =
  /(?<!\p{L})(người|cán bộ|cá nhân|hội viên|đoàn viên|thành viên|công chức|viên chức)(?!\p{L})/iu;

/** Parts that count people may overlap, except counts of times (lượt). */
export const mayOverlap = ({ key, measure }: Pick<Figure, "key" | "measure">): boolean => {
  const definition = definitionOf(key);
  if (definition?.measure === measure) return !definition.additive;
  return people.test(measure.normalize("NFC")) && !/^lượt(\s|$)/i.test(measure);
};

const isSame = (a: Pick<Figure, "from" | "to">, b: Pick<Figure, "from" | "to">) =>
  a.from === b.from && a.to === b.to;

/** Part of this whole alone, in the same measure, kind and period. */
const isOnlyPartOf = (part: Figure, whole: Figure): boolean =>
  part.partOf.length === 1 &&
  part.partOf[0] === whole.key &&
  part.measure === whole.measure &&
  part.kind === whole.kind &&
  isSame(part, whole);

/** Largest sum of parts; null if the whole is unknown or may be more. */
const boundOf = ({ value, qualifier }: Figure): number | null =>
  qualifier === null || qualifier === "nearly" ? value : null;

/** Parts that cannot overlap but together exceed their whole, in the same measure and period. */
export function findExcess(
  whole: Figure,
  figures: readonly Figure[],
): { parts: Figure[]; sum: number } | null {
  const bound = boundOf(whole);
  if (bound === null) return null;
  const parts = figures.filter(
    (part) =>
      isOnlyPartOf(part, whole) && part.origin !== "records" && covers(whole, part) && !mayOverlap(part),
  );
  const sum = parts.reduce((total, { value }) => total + (value ?? 0), 0);
  const tolerance = 1e-6;
  return parts.length > 1 && sum > bound + tolerance ? { parts, sum } : null;
}

type Part = Pick<
  CurrentFigure,
  "key" | "label" | "from" | "to" | "value" | "qualifier" | "measure" | "kind" | "partOf"
>;

/** Wholes that a part, or their parts together, would exceed if `own` were declared beside `others`. */
export function findExceeded(own: Part, others: readonly Part[]): Part[] {
  const figures = [...others.filter((other) => other.key !== own.key || !isSame(other, own)), own].map(
    (part): Figure => ({ ...part, ...unplaced, kind: part.kind, ...unsourced }),
  );
  return figures.filter(
    (whole) =>
      (whole.key === own.key || own.partOf.includes(whole.key)) &&
      isSame(whole, own) &&
      (findExcess(whole, figures) !== null || figures.some((part) => exceeds(part, whole))),
  );
}

const unsourced = { origin: "declaration", counted: null, document: null } as const;

const exceeds = (part: Figure, whole: Figure): boolean => {
  const bound = boundOf(whole);
  return isOnlyPartOf(part, whole) && bound !== null && (part.value ?? 0) > bound;
};
