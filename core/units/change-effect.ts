import { addDays } from "#core/base/calendar.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { endedBy, type NewUnit, type UnitChangeForm } from "./change.ts";
import { checkUnits } from "./check.ts";
import { periodsOf } from "./tree.ts";
import { isValidOn, type Unit } from "./unit.ts";

/** Returns changed and new units. Units below an ending unit move to its receiver. Throws `unitChange.invalid`. */
export function applyUnitChange(units: ReadonlyMap<string, Unit>, form: UnitChangeForm): Unit[] {
  const after = new Map(units);
  const errors: FieldError[] = [];
  const refuse = (pointer: string, code: string, params?: FieldError["params"]) =>
    errors.push({ pointer, code, ...(params && { params }) });
  const lastDay = addDays(form.on, -1);

  const take = (unitId: string, pointer: string): Unit | null => {
    const found = units.get(unitId);
    if (!found) refuse(pointer, "unit.missing");
    else if (!isValidOn(found, lastDay)) refuse(pointer, "unitChange.unit.notThere", { unit: found.name });
    else if ((periodsOf(found).at(-1)?.from ?? "") >= form.on || found.validTo !== null)
      refuse(pointer, "unitChange.unit.later", { unit: found.name });
    else return found;
    return null;
  };
  const create = (given: NewUnit, pointer: string) => {
    if (after.has(given.id)) refuse(`${pointer}/id`, "unit.id.taken");
    else after.set(given.id, { ...given, validFrom: form.on, validTo: null, successors: [] });
  };
  const alter = (before: Unit, change: Partial<Pick<Unit, "name" | "code" | "parent">>) => {
    const { code, name, parent, earlier = [] } = before;
    after.set(before.id, {
      ...before,
      ...change,
      earlier: [...earlier, { until: lastDay, code, name, parent }],
    });
  };
  const end = (ending: Unit, successors: string[], to: string | null) => {
    after.set(ending.id, { ...ending, validTo: lastDay, successors });
    if (to === null) return;
    for (const child of units.values())
      if (child.parent === ending.id && isValidOn(child, form.on)) {
        if (after.get(child.id) !== child || child.id === to) continue;
        // A unit that begins on that day was never below the ending unit.
        if (child.validFrom === form.on) after.set(child.id, { ...child, parent: to });
        else alter(child, { parent: to });
      }
  };

  switch (form.kind) {
    case "found":
      create(form.unit, "/unit");
      break;
    case "rename": {
      const before = take(form.unit, "/unit");
      if (before?.name === form.name && before.code === form.code) refuse("/name", "unitChange.nothing");
      else if (before) alter(before, { name: form.name, code: form.code });
      break;
    }
    case "move": {
      const before = take(form.unit, "/unit");
      if (before?.parent === form.parent) refuse("/parent", "unitChange.nothing");
      else if (before) alter(before, { parent: form.parent });
      break;
    }
    case "merge": {
      create(form.into, "/into");
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
      if (form.kind === "split") for (const [i, each] of form.into.entries()) create(each, `/into/${i}`);
      if (form.receiver !== null && !successors.includes(form.receiver))
        refuse("/receiver", "unitChange.receiver.unknown");
      const ending = take(form.unit, "/unit");
      const [{ receiver: to } = { receiver: null }] = endedBy(form);
      if (ending) end(ending, successors, to);
      break;
    }
  }
  if (errors.length > 0) throw new Problem("unitChange.invalid", errors);
  // Ignores errors that existed before this change.
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

function pointerIn(form: UnitChangeForm, { pointer }: FieldError): string {
  const [, at = "", field = ""] = pointer.split("/");
  if (field === "successors" && form.kind === "end") return "/successors";
  const newUnits =
    form.kind === "found"
      ? [{ pointer: "/unit", unit: form.unit }]
      : form.kind === "merge"
        ? [{ pointer: "/into", unit: form.into }]
        : form.kind === "split"
          ? form.into.map((each, i) => ({ pointer: `/into/${i}`, unit: each }))
          : [];
  const own = newUnits.find((each) => each.unit.id === at);
  if (own) return `${own.pointer}/${["code", "parent", "level"].includes(field) ? field : "id"}`;
  if (form.kind === "rename") return "/code";
  return form.kind === "move" ? "/parent" : "/on";
}
