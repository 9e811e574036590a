/**
 * Readers of a field besides the author and the receiving unit, who read all of them: `readers` are all who may read the dossier,
 * `coAuthors` those who are asked to confirm.
 */
export type Audience = "readers" | "coAuthors";

interface Declaration {
  shownTo?: readonly Audience[];
  /** Whether an erasure blanks the field; `unlessRecognised` keeps it with a recognition that stands. */
  erased?: "always" | "unlessRecognised" | "never";
}

/** Shown to all readers and never erased: the field is not personal. */
interface Kept extends Declaration {
  shownTo: readonly ["readers", ...Audience[]];
  erased: "never";
}

type Blankable<T> = Declaration & ("" extends T ? { blank?: T } : { blank: T });

/** The members decide for themselves, unless an erasure removes the whole value. */
type Nested<T> = { fields: PersonalFields<T extends readonly (infer E)[] ? E : T>; shownTo?: undefined } & (
  | { erased?: undefined }
  | { erased: "always"; blank: T }
);

/**
 * How a field is treated. The strictest treatment is the default, so `{}` means: shown to nobody but the author and the receiving unit, and
 * blanked by every erasure. `blank` is needed where the empty text is no value of the field.
 */
export type PersonalField<T> = Kept | Blankable<T> | ([T] extends [object] ? Nested<T> : never);

/** One row for each field of `T`. A field without a row is a type error; at run time it is neither shown nor kept. */
export type PersonalFields<T> = { readonly [K in keyof T]-?: PersonalField<NonNullable<T[K]>> };

/** The fields of `F` that are shown to an audience. */
type ShownTo<A extends Audience, F> = {
  [K in keyof F]: F[K] extends { shownTo: readonly (infer S)[] } ? (A extends S ? K : never) : never;
}[keyof F];

type Row = Declaration & { blank?: unknown; fields?: Record<string, Row> };
type AnyRow = Declaration & { fields?: unknown };

/** Roles of the audiences: `initiative.readPersonal` and `initiative.read` in `staff/access.ts`. */
const receivers = ["author", "reviewer"] as const;
const otherReaders = ["secretary", "member", "administrator"] as const;

/** The roles to which a dossier shows a field. */
export const rolesShown = (row: AnyRow) =>
  isShownTo("readers", row) ? [...receivers, ...otherReaders] : [...receivers];

export const isShownTo = (audience: Audience, row: AnyRow): boolean =>
  row.shownTo?.includes(audience) ?? false;

/** True for a field that every erasure removes, whatever was recognised. */
export const isAlwaysErased = ({ erased = "always" }: AnyRow): boolean => erased === "always";

/** The value with fields blanked that are not for the audience. */
export function hideFrom<T extends object>(audience: Audience, value: T, fields: PersonalFields<T>): T {
  return keepWhere(value, fields as Record<string, Row>, (row) =>
    row.fields ? null : isShownTo(audience, row),
  ) as T;
}

/** The fields that are for the audience, and no others. */
export function pickFor<A extends Audience, T extends object, F extends PersonalFields<T>>(
  audience: A,
  value: T,
  fields: F,
): Pick<T, ShownTo<A, F> & keyof T> {
  const rows = fields as unknown as Record<string, Row>;
  const shown = Object.entries(value).filter(([name]) => isShownTo(audience, rows[name] ?? {}));
  return Object.fromEntries(shown) as Pick<T, ShownTo<A, F> & keyof T>;
}

/** The value after an erasure. `recognised`: a recognition stands. */
export function eraseFields<T extends object>(value: T, fields: PersonalFields<T>, recognised: boolean): T {
  return keepWhere(value, fields as Record<string, Row>, (row) => {
    if (row.fields && row.erased === undefined) return null;
    return recognised ? !isAlwaysErased(row) : row.erased === "never";
  }) as T;
}

/** Blanks the fields for which `stays` is false; null asks for their members. Fields without a row are dropped. */
function keepWhere(
  value: object,
  rows: Record<string, Row>,
  stays: (row: Row) => boolean | null,
): Record<string, unknown> {
  const cleaned = Object.entries(value).flatMap(([name, member]) => {
    const row = rows[name];
    if (!row) return [];
    const kept = stays(row);
    if (kept !== null) return [[name, kept ? member : (row.blank ?? "")]];
    const clean = (each: object) => keepWhere(each, row.fields ?? {}, stays);
    return [[name, Array.isArray(member) ? member.map(clean) : clean(member)]];
  });
  return Object.fromEntries(cleaned);
}
