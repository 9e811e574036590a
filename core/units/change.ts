import * as v from "valibot";
import { boundedArray } from "#core/base/bounds.ts";
import { addDays } from "#core/base/calendar.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { day, reference } from "#core/base/text.ts";
import { checkUnits } from "./check.ts";
import { periodsOf } from "./tree.ts";
import { isValidOn, Unit } from "./unit.ts";

const { id, code, name, level, system } = Unit.entries;
const unit = reference("unit.missing", 60);
const parent = v.nullable(unit);
const on = day("unitChange.on");

/** A unit that a change founds. */
const NewUnit = v.strictObject({ id, code, name, level, system, parent });
export type NewUnit = v.InferOutput<typeof NewUnit>;

/** Who takes in the open dossiers and the units below of one that ends, where several succeed it; the first where nobody is named. */
const receiver = v.optional(v.nullable(unit), null);

/** What happens to units; `on` is the first day of the new state. A merge or a split founds what comes after. */
export const UnitChangeForm = v.variant(
  "kind",
  [
    v.strictObject({ kind: v.literal("found"), on, unit: NewUnit }),
    v.strictObject({ kind: v.literal("rename"), on, unit, name, code }),
    v.strictObject({ kind: v.literal("move"), on, unit, parent }),
    v.strictObject({
      kind: v.literal("merge"),
      on,
      units: boundedArray(unit, {
        min: 2,
        max: 30,
        many: "unitChange.units.many",
        few: "unitChange.units.few",
      }),
      into: NewUnit,
    }),
    v.strictObject({
      kind: v.literal("split"),
      on,
      unit,
      into: boundedArray(NewUnit, {
        min: 2,
        max: 30,
        many: "unitChange.units.many",
        few: "unitChange.into.few",
      }),
      receiver,
    }),
    v.strictObject({
      kind: v.literal("end"),
      on,
      unit,
      successors: boundedArray(unit, { max: 30, many: "unitChange.units.many" }),
      receiver,
    }),
  ],
  "unitChange.kind.invalid",
);
export type UnitChangeForm = v.InferOutput<typeof UnitChangeForm>;

/** One change of the trees, append-only: the nth of all. */
export interface UnitChange {
  id: string;
  n: number;
  form: UnitChangeForm;
  /** The cited document that decided it, in words. */
  document: string;
  by: { id: string; name: string };
  at: string;
}

/** The units that a change speaks of, those that it founds included. */
export function unitsIn(form: UnitChangeForm): string[] {
  switch (form.kind) {
    case "found":
      return [form.unit.id];
    case "merge":
      return [...form.units, form.into.id];
    case "split":
      return [form.unit, ...form.into.map((each) => each.id)];
    case "end":
      return [form.unit, ...form.successors];
    default:
      return [form.unit];
  }
}

/** A unit that ends, and the one that takes in what is open; null where nobody does. */
export interface Ending {
  unit: string;
  receiver: string | null;
}

/** Which units a change ends, each with the one that takes in its open dossiers; null where nobody does. */
export function endedBy(form: UnitChangeForm): Ending[] {
  switch (form.kind) {
    case "merge":
      return form.units.map((each) => ({ unit: each, receiver: form.into.id }));
    case "split":
      return [{ unit: form.unit, receiver: form.receiver ?? form.into[0]?.id ?? null }];
    case "end":
      return [{ unit: form.unit, receiver: form.receiver ?? form.successors[0] ?? null }];
    default:
      return [];
  }
}

/**
 * The units that a change alters or founds, as they are then; those not returned stay as they were. Units that stand under one that ends move to
 * whoever takes it over. Refuses with `unitChange.invalid`, each fault at its field, what would leave trees that `checkUnits` finds fault with.
 */
export function applyUnitChange(units: ReadonlyMap<string, Unit>, form: UnitChangeForm): Unit[] {
  const after = new Map(units);
  const errors: FieldError[] = [];
  const refuse = (pointer: string, code: string, params?: FieldError["params"]) =>
    errors.push({ pointer, code, ...(params && { params }) });
  const before = addDays(form.on, -1);

  /** The unit as it goes into the change: there on the day before, and not changed since. */
  const take = (unitId: string, pointer: string): Unit | null => {
    const found = units.get(unitId);
    if (!found) refuse(pointer, "unit.missing");
    else if (!isValidOn(found, before)) refuse(pointer, "unitChange.unit.notThere", { unit: found.name });
    else if ((periodsOf(found).at(-1)?.from ?? "") >= form.on || found.validTo !== null)
      refuse(pointer, "unitChange.unit.later", { unit: found.name });
    else return found;
    return null;
  };
  const found = (given: NewUnit, pointer: string) => {
    if (after.has(given.id)) refuse(`${pointer}/id`, "unit.id.taken");
    else after.set(given.id, { ...given, validFrom: form.on, validTo: null, successors: [] });
  };
  const alter = (unitBefore: Unit, change: Partial<Pick<Unit, "name" | "code" | "parent">>) => {
    const { code, name, parent, earlier = [] } = unitBefore;
    after.set(unitBefore.id, {
      ...unitBefore,
      ...change,
      earlier: [...earlier, { until: before, code, name, parent }],
    });
  };
  const end = (ending: Unit, successors: string[], to: string | null) => {
    after.set(ending.id, { ...ending, validTo: before, successors });
    if (to === null) return;
    for (const child of units.values())
      if (child.parent === ending.id && isValidOn(child, form.on)) {
        // Another that ends with it stays ended.
        if (after.get(child.id) !== child || child.id === to) continue;
        // A reform founds and ends on one day: what begins then was never under the one that ends.
        if (child.validFrom === form.on) after.set(child.id, { ...child, parent: to });
        else alter(child, { parent: to });
      }
  };

  switch (form.kind) {
    case "found":
      found(form.unit, "/unit");
      break;
    case "rename": {
      const unitBefore = take(form.unit, "/unit");
      if (unitBefore?.name === form.name && unitBefore.code === form.code)
        refuse("/name", "unitChange.nothing");
      else if (unitBefore) alter(unitBefore, { name: form.name, code: form.code });
      break;
    }
    case "move": {
      const unitBefore = take(form.unit, "/unit");
      if (unitBefore?.parent === form.parent) refuse("/parent", "unitChange.nothing");
      else if (unitBefore) alter(unitBefore, { parent: form.parent });
      break;
    }
    case "merge": {
      found(form.into, "/into");
      if (new Set(form.units).size < form.units.length) refuse("/units", "unitChange.units.twice");
      form.units.forEach((each, i) => {
        const ending = take(each, `/units/${i}`);
        if (ending) end(ending, [form.into.id], form.into.id);
      });
      break;
    }
    case "split":
    case "end": {
      const successors = form.kind === "split" ? form.into.map((each) => each.id) : form.successors;
      if (form.kind === "split") for (const [i, each] of form.into.entries()) found(each, `/into/${i}`);
      if (form.receiver !== null && !successors.includes(form.receiver))
        refuse("/receiver", "unitChange.receiver.unknown");
      const ending = take(form.unit, "/unit");
      const [{ receiver: to } = { receiver: null }] = endedBy(form);
      if (ending) end(ending, successors, to);
      break;
    }
  }
  if (errors.length > 0) throw new Problem("unitChange.invalid", errors);
  // What the trees had of faults before is not this change's doing.
  const known = new Set(checkUnits(units).map(showFault));
  const broken = checkUnits(after).filter((fault) => !known.has(showFault(fault)));
  if (broken.length > 0)
    throw new Problem(
      "unitChange.invalid",
      broken.map((fault) => ({ ...fault, pointer: pointerIn(form, fault) })),
    );
  return [...after.values()].filter((each) => units.get(each.id) !== each);
}

const showFault = ({ pointer, code }: FieldError) => `${pointer} ${code}`;

/** Where in the form a fault of the trees is to be mended. */
function pointerIn(form: UnitChangeForm, { pointer }: FieldError): string {
  const [, at = "", field = ""] = pointer.split("/");
  if (field === "successors" && form.kind === "end") return "/successors";
  const newUnits =
    form.kind === "found"
      ? [{ place: "/unit", unit: form.unit }]
      : form.kind === "merge"
        ? [{ place: "/into", unit: form.into }]
        : form.kind === "split"
          ? form.into.map((each, i) => ({ place: `/into/${i}`, unit: each }))
          : [];
  const own = newUnits.find((each) => each.unit.id === at);
  if (own) return `${own.place}/${["code", "parent", "level"].includes(field) ? field : "id"}`;
  if (form.kind === "rename") return "/code";
  return form.kind === "move" ? "/parent" : "/on";
}

/** What was done to a unit, oldest first, and to those before and after it in the same changes. */
export function changesOf(changes: readonly UnitChange[], id: string): UnitChange[] {
  return changes.filter(({ form }) => unitsIn(form).includes(id));
}
