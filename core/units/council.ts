import * as v from "valibot";
import type { AuditStamp } from "#core/base/audit-stamp.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { day, reference, requiredLine } from "#core/base/text.ts";
import { isValidOn, type Unit } from "./unit.ts";

export const CouncilId = v.pipe(
  v.string("council.id.invalid"),
  v.regex(/^hd-[0-9a-f]{32}$/, "council.id.invalid"),
  v.maxLength(35, "council.id.invalid"),
);

const councilIdBytes = 16;

export function drawCouncilId(random: (count: number) => Uint8Array): string {
  return `hd-${Array.from(random(councilIdBytes), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

const name = requiredLine("council.name", 200);
const endsOn = v.nullable(day("council.endsOn"));

export const NewCouncil = v.strictObject({
  unit: reference("unit.missing", 60),
  name,
});
export type NewCouncil = v.InferOutput<typeof NewCouncil>;

export const CouncilForm = v.strictObject({ name, endsOn });
export type CouncilForm = v.InferOutput<typeof CouncilForm>;

export interface Council {
  id: string;
  version: number;
  unit: string;
  name: string;
  endsOn: string | null;
  changed: AuditStamp;
}

export type Councils = ReadonlyMap<string, Council>;

interface CouncilContext {
  units: ReadonlyMap<string, Unit>;
  councils: Councils;
  today: string;
}

export const maxCouncils = 50;

export const isCouncilOn = ({ endsOn: end }: Pick<Council, "endsOn">, on: string): boolean =>
  end === null || on <= end;

export function canSitOn(
  council: Pick<Council, "unit" | "endsOn">,
  units: ReadonlyMap<string, Unit>,
  on: string,
): boolean {
  const unit = units.get(council.unit);
  return unit !== undefined && isValidOn(unit, on) && isCouncilOn(council, on);
}

export function findCouncil(
  { units, councils, today }: CouncilContext,
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

/** Null if the unit may get one more council. */
export function checkCouncilUnit({ units, councils, today }: CouncilContext, id: string): FieldError | null {
  const unit = units.get(id);
  const refuse = (code: string): FieldError => ({
    pointer: "/unit",
    code,
    params: { unit: unit?.name ?? id },
  });
  if (!unit || !isValidOn(unit, today)) return refuse("council.unit.ended");
  if (unit.level === "residentialArea") return refuse("council.unit.level");
  const existing = [...councils.values()].filter((council) => council.unit === id).length;
  return existing >= maxCouncils ? refuse("council.unit.tooMany") : null;
}

export function createCouncil(
  form: NewCouncil,
  context: CouncilContext,
  id: string,
  changed: AuditStamp,
): Council {
  const existing = findCouncil(context, form.unit, form.name);
  if (existing) return existing;
  const refusal = checkCouncilUnit(context, form.unit);
  if (refusal) throw new Problem("council.invalid", [refusal]);
  return { id, version: 1, ...form, endsOn: null, changed };
}

interface CampaignUse {
  name: string;
  state: "draft" | "open" | "closed";
  evaluatedOn: string | null;
  councils: readonly { id: string }[];
}

/**
 * Throws `council.invalid` if the name is taken, or if an end day is set while an opened, unevaluated campaign uses the
 * council.
 */
export function changeCouncil(
  before: Council,
  form: CouncilForm,
  context: CouncilContext & { campaigns: readonly CampaignUse[] },
  changed: AuditStamp,
): Council {
  const errors: FieldError[] = [];
  const other = findCouncil(context, before.unit, form.name);
  if (other && other.id !== before.id) errors.push({ pointer: "/name", code: "council.name.taken" });
  const use = context.campaigns.find(
    ({ state, evaluatedOn, councils }) =>
      state !== "draft" && evaluatedOn === null && councils.some(({ id }) => id === before.id),
  );
  if (form.endsOn !== null && form.endsOn !== before.endsOn && use)
    errors.push({ pointer: "/endsOn", code: "council.inUse", params: { campaign: use.name } });
  if (errors.length > 0) throw new Problem("council.invalid", errors);
  return { ...before, ...form, version: before.version + 1, changed };
}
