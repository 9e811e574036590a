/**
 * The author and the receiving unit see every field. `readers` may read the dossier; `coAuthors` are asked to
 * confirm.
 */
export type Audience = "readers" | "coAuthors";

interface Declaration {
  shownTo?: readonly Audience[];
  /**
   * `unlessRecognised`: kept while a recognition is current. `named`: text from which `eraseNames` removes the person's
   * name.
   */
  erased?: "always" | "unlessRecognised" | "never" | "named";
}

interface Kept extends Declaration {
  shownTo: readonly ["readers", ...Audience[]];
  erased: "never";
}

type Blankable<T> = Declaration & ("" extends T ? { blank?: T } : { blank: T });

/** Nested rows apply, unless the whole value is erased. */
type Nested<T> = { fields: PersonalFields<T extends readonly (infer E)[] ? E : T>; shownTo?: undefined } & (
  | { erased?: undefined }
  | { erased: "always"; blank: T }
);

/**
 * `{}` is the strictest rule: hidden from both audiences and always erased. `blank` is the value after an erasure,
 * required if the type excludes "".
 */
export type PersonalField<T, Empty = never> =
  | Kept
  | Blankable<T | Empty>
  | ([T] extends [object] ? Nested<T> : never);

/** A missing row is a type error. A value without a row is neither shown nor kept. */
export type PersonalFields<T> = {
  readonly [K in keyof T]-?: PersonalField<NonNullable<T[K]>, Extract<T[K], null>>;
};

type ShownTo<A extends Audience, F> = {
  [K in keyof F]: F[K] extends { shownTo: readonly (infer S)[] } ? (A extends S ? K : never) : never;
}[keyof F];

type Row = Declaration & { blank?: unknown; fields?: Record<string, Row> };
type AnyRow = Declaration & { fields?: unknown };

/** Roles with `initiative.readPersonal`; `otherReaders` have only `initiative.read` (`staff/access.ts`). */
const receivers = ["author", "reviewer"] as const;
const otherReaders = ["secretary", "member", "administrator"] as const;

export const rolesShown = (row: AnyRow) =>
  isShownTo("readers", row) ? [...receivers, ...otherReaders] : [...receivers];

export const isShownTo = (audience: Audience, row: AnyRow): boolean =>
  row.shownTo?.includes(audience) ?? false;

export const isAlwaysErased = ({ erased = "always" }: AnyRow): boolean => erased === "always";

export function hideFrom<T extends object>(audience: Audience, value: T, fields: PersonalFields<T>): T {
  return keepWhere(value, fields as Record<string, Row>, (row) =>
    row.fields ? null : isShownTo(audience, row),
  ) as T;
}

export function pickFor<A extends Audience, T extends object, F extends PersonalFields<T>>(
  audience: A,
  value: T,
  fields: F,
): Pick<T, ShownTo<A, F> & keyof T> {
  const rows = fields as unknown as Record<string, Row>;
  const shown = Object.entries(value).filter(([name]) => isShownTo(audience, rows[name] ?? {}));
  return Object.fromEntries(shown) as Pick<T, ShownTo<A, F> & keyof T>;
}

export function eraseFields<T extends object>(value: T, fields: PersonalFields<T>, recognised: boolean): T {
  return keepWhere(value, fields as Record<string, Row>, (row) => {
    if (row.fields && row.erased === undefined) return null;
    return recognised ? !isAlwaysErased(row) : row.erased === "never" || row.erased === "named";
  }) as T;
}

/** Replaces an erased name. It is no longer than any name, so the text fits its field. */
const erasedName = "…";

/** Removes names from the texts declared `named`. Keeps values without a row. */
export function eraseNames<T extends object>(
  value: T,
  fields: Partial<PersonalFields<T>>,
  names: readonly string[],
): T {
  const rows = fields as Record<string, Row | undefined>;
  const cleaned = Object.entries(value).map(([name, member]) => {
    const row = rows[name];
    if (row?.erased === "named" && typeof member === "string") return [name, eraseNamesIn(member, names)];
    const isGroup = row?.fields && typeof member === "object" && member !== null;
    return [name, isGroup ? eraseNames(member, row.fields as never, names) : member];
  });
  return Object.fromEntries(cleaned) as T;
}

const isLetter = (character: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(character);

/** Replaces whole names. A name of one word must match in case, because it may be a common word. */
export function eraseNamesIn(text: string, names: readonly string[]): string {
  let left = text;
  for (const name of names) {
    const isOneWord = !name.includes(" ");
    // Some foreign letters change their length in lower case, which would shift positions.
    const isSteady = left.toLowerCase().length === left.length;
    const comparable = (part: string) =>
      (isOneWord || !isSteady ? part : part.toLowerCase()).replace(/\s/g, " ");
    for (let from = 0; name !== ""; ) {
      const at = comparable(left).indexOf(comparable(name), from);
      if (at < 0) break;
      const end = at + name.length;
      const isWhole = !isLetter(left.charAt(at - 1)) && !isLetter(left.charAt(end));
      if (isWhole) left = `${left.slice(0, at)}${erasedName}${left.slice(end)}`;
      from = at + 1;
    }
  }
  return left;
}

/** Blanks a field if `stays` returns false; descends into it if null. Drops fields without a row. */
function keepWhere(
  value: object,
  rows: Record<string, Row>,
  stays: (row: Row) => boolean | null,
): Record<string, unknown> {
  const cleaned = Object.entries(value).flatMap(([name, member]) => {
    const row = rows[name];
    if (!row) return [];
    const kept = stays(row);
    if (kept !== null) return [[name, kept ? member : row.blank === undefined ? "" : row.blank]];
    const clean = (each: object) => keepWhere(each, row.fields ?? {}, stays);
    return [[name, Array.isArray(member) ? member.map(clean) : clean(member)]];
  });
  return Object.fromEntries(cleaned);
}
