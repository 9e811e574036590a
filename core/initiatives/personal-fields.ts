/**
 * The author and the receiving unit see every field. `readers` may read the dossier; `coAuthors` are asked to
 * confirm.
 */
export type Audience = "readers" | "coAuthors";

interface Declaration {
  shownTo?: readonly Audience[];
  /** `unlessRecognised`: kept while a recognition is current. */
  erased?: "always" | "unlessRecognised" | "never";
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
 * `{}` is the strictest rule: hidden from both audiences and always erased. `blank`: erased value; required if the type
 * excludes "".
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
    return recognised ? !isAlwaysErased(row) : row.erased === "never";
  }) as T;
}

/** Blanks a field if `stays` returns false; descends for null. Drops fields without a row. */
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
