import * as v from "valibot";
import { boundedArray } from "#core/base/bounds.ts";
import { day, reference } from "#core/base/text.ts";
import { Unit } from "./unit.ts";

const { id, code, name, level, system } = Unit.entries;
const unit = reference("unit.missing", 60);
const parent = v.nullable(unit);
const on = day("unitChange.on");

const NewUnit = v.strictObject({ id, code, name, level, system, parent });
export type NewUnit = v.InferOutput<typeof NewUnit>;

const receiver = v.optional(v.nullable(unit), null);

/** `on`: first day after the change. */
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

export interface UnitChange {
  id: string;
  n: number;
  form: UnitChangeForm;
  document: string;
  by: { id: string; name: string };
  at: string;
}

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

export interface Ending {
  unit: string;
  receiver: string | null;
}

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

export function changesOf(changes: readonly UnitChange[], id: string): UnitChange[] {
  return changes.filter(({ form }) => unitsIn(form).includes(id));
}

/**
 * Units ended by the nth change, with their current receivers. An ended receiver is replaced by its own receiver. `on`:
 * first day of the last change applied.
 */
export function endingsOf(changes: readonly UnitChange[], n: number): { endings: Ending[]; on: string } {
  const change = changes.find((each) => each.n === n);
  if (!change) return { endings: [], on: "" };
  let { on } = change.form;
  let endings = endedBy(change.form);
  for (const later of changes.filter((each) => each.n > n)) {
    const after = new Map(endedBy(later.form).map(({ unit, receiver }) => [unit, receiver]));
    endings = endings.map((ending) => {
      const next = ending.receiver === null ? undefined : after.get(ending.receiver);
      if (!next) return ending;
      if (later.form.on > on) on = later.form.on;
      return { ...ending, receiver: next };
    });
  }
  return { endings, on };
}
