import * as v from "valibot";
import type { AuditStamp } from "#core/base/audit-stamp.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { day, reference, requiredLine } from "#core/base/text.ts";
import { isValidOn, type Unit } from "./unit.ts";

/** The id of a council: drawn by the server, 128 random bits in hexadecimal. Whoever names a council sends one that the server gave out. */
export const CouncilId = v.pipe(
  v.string("council.id.invalid"),
  v.regex(/^hd-[0-9a-f]{32}$/, "council.id.invalid"),
  v.maxLength(35, "council.id.invalid"),
);

const councilIdBytes = 16;

/** A new id. `random` gives so many random bytes. */
export function drawCouncilId(random: (count: number) => Uint8Array): string {
  return `hd-${Array.from(random(councilIdBytes), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

const name = requiredLine("council.name", 200);
const endsOn = v.nullable(day("council.endsOn"));

/** What a council is founded with. Its level is that of its unit and is never stated. */
export const NewCouncil = v.strictObject({
  unit: reference("unit.missing", 60),
  name,
});
export type NewCouncil = v.InferOutput<typeof NewCouncil>;

/** What may change of a council: its name, and the last day on which it sits; null while it has no end. */
export const CouncilForm = v.strictObject({ name, endsOn });
export type CouncilForm = v.InferOutput<typeof CouncilForm>;

/** A council as it is kept. It sits at one unit for all its life and takes proposals from that unit and those below. */
export interface Council {
  id: string;
  /** Rises by one with each write; every write is conditional on it. */
  version: number;
  unit: string;
  name: string;
  endsOn: string | null;
  /** Who wrote this version, and when. */
  changed: AuditStamp;
}

export type Councils = ReadonlyMap<string, Council>;

/** What the rules need to know around a council. `today` is YYYY-MM-DD. */
interface Surroundings {
  units: ReadonlyMap<string, Unit>;
  councils: Councils;
  today: string;
}

/** How many councils one unit may have had in all. */
export const maxCouncils = 50;

/** True where the council has not ended by `on` (YYYY-MM-DD). */
export const isCouncilOn = ({ endsOn: end }: Pick<Council, "endsOn">, on: string): boolean =>
  end === null || on <= end;

/** True where the council can be given work on `on`: neither it nor its unit has ended. */
export function canSitOn(
  council: Pick<Council, "unit" | "endsOn">,
  units: ReadonlyMap<string, Unit>,
  on: string,
): boolean {
  const unit = units.get(council.unit);
  return unit !== undefined && isValidOn(unit, on) && isCouncilOn(council, on);
}

/** The council of that name that sits at the unit today, or null. */
export function findCouncil(
  { units, councils, today }: Surroundings,
  unit: string,
  called: string,
): Council | null {
  for (const council of councils.values())
    if (council.unit === unit && isSameName(council.name, called) && canSitOn(council, units, today))
      return council;
  return null;
}

const isSameName = (one: string, other: string) =>
  one.toLocaleLowerCase("vi") === other.toLocaleLowerCase("vi");

/** Why no council can be founded at the unit, or null. Residential areas decide nothing. */
export function checkCouncilUnit({ units, councils, today }: Surroundings, id: string): FieldError | null {
  const unit = units.get(id);
  const refuse = (code: string): FieldError => ({
    pointer: "/unit",
    code,
    params: { unit: unit?.name ?? id },
  });
  if (!unit || !isValidOn(unit, today)) return refuse("council.unit.ended");
  if (unit.level === "residentialArea") return refuse("council.unit.level");
  const there = [...councils.values()].filter((council) => council.unit === id).length;
  return there >= maxCouncils ? refuse("council.unit.tooMany") : null;
}

/** A new council, or the one of that name that sits at the unit already. Throws `council.invalid`. */
export function createCouncil(
  form: NewCouncil,
  around: Surroundings,
  id: string,
  changed: AuditStamp,
): Council {
  const there = findCouncil(around, form.unit, form.name);
  if (there) return there;
  const refusal = checkCouncilUnit(around, form.unit);
  if (refusal) throw new Problem("council.invalid", [refusal]);
  return { id, version: 1, ...form, endsOn: null, changed };
}

/** A campaign, as far as it holds a council. */
interface Holding {
  name: string;
  state: "draft" | "open" | "closed";
  evaluatedOn: string | null;
  councils: readonly { id: string }[];
}

/**
 * The council under another name or with another last day. Throws `council.invalid` where another council of the unit has the name, and where a
 * campaign that has opened and is not evaluated yet still needs the council.
 */
export function changeCouncil(
  before: Council,
  form: CouncilForm,
  around: Surroundings & { campaigns: readonly Holding[] },
  changed: AuditStamp,
): Council {
  const errors: FieldError[] = [];
  const other = findCouncil(around, before.unit, form.name);
  if (other && other.id !== before.id) errors.push({ pointer: "/name", code: "council.name.taken" });
  const holding = around.campaigns.find(
    ({ state, evaluatedOn, councils }) =>
      state !== "draft" && evaluatedOn === null && councils.some(({ id }) => id === before.id),
  );
  if (form.endsOn !== null && form.endsOn !== before.endsOn && holding)
    errors.push({ pointer: "/endsOn", code: "council.inUse", params: { campaign: holding.name } });
  if (errors.length > 0) throw new Problem("council.invalid", errors);
  return { ...before, ...form, version: before.version + 1, changed };
}
