import type { UnitChangeForm } from "#core/units/change.ts";
import type { Unit } from "#core/units/unit.ts";
import { idFor, type TreeUnit } from "./tree.ts";

export interface ChangeDraft {
  on: string;
  document: string;
  name: string;
  code: string;
  parent: string;
  level: Unit["level"];
  /** Ids of the units to merge with, or of the successors. */
  others: string[];
  parts: { name: string; code: string }[];
  receiver: string;
}

export function draftFor(unit: Unit, kind: UnitChangeForm["kind"]): ChangeDraft {
  const renames = kind === "rename";
  return {
    on: "",
    document: "",
    name: renames ? unit.name : "",
    code: renames ? unit.code : "",
    parent: unit.parent ?? "",
    level: kind === "found" ? "residentialArea" : unit.level,
    others: [],
    parts: [
      { name: "", code: "" },
      { name: "", code: "" },
    ],
    receiver: "",
  };
}

/** Ids of new units derive from their names. */
export function composeChange(
  unit: Unit,
  kind: UnitChangeForm["kind"],
  draft: ChangeDraft,
  units: readonly TreeUnit[],
): UnitChangeForm {
  const { on, name, code, parent, others } = draft;
  const taken = new Set(units.map(({ id }) => id));
  const founded = (given: { name: string; code: string }, above: string | null, level: Unit["level"]) => {
    const id = idFor(given.name, taken);
    taken.add(id);
    return { id, code: given.code, name: given.name, level, system: unit.system, parent: above };
  };
  switch (kind) {
    case "found":
      return { kind, on, unit: founded({ name, code }, unit.id, draft.level) };
    case "rename":
      return { kind, on, unit: unit.id, name, code };
    case "move":
      return { kind, on, unit: unit.id, parent: parent === "" ? null : parent };
    case "merge":
      return {
        kind,
        on,
        units: [unit.id, ...others],
        into: founded({ name, code }, unit.parent, unit.level),
      };
    case "split": {
      const into = draft.parts.map((each) => founded(each, unit.parent, unit.level));
      const receiver = into[Number(draft.receiver) || 0]?.id || null;
      return { kind, on, unit: unit.id, into, receiver };
    }
    case "end":
      return {
        kind,
        on,
        unit: unit.id,
        successors: others,
        receiver: others.includes(draft.receiver) ? draft.receiver : null,
      };
  }
}

/** Units to choose. Merge: similar units under the same parent. Successors: units that begin on the day or later. */
export function candidatesFor(
  unit: Unit,
  kind: UnitChangeForm["kind"],
  on: string,
  units: readonly TreeUnit[],
): TreeUnit[] {
  return units.filter(
    (each) =>
      each.id !== unit.id &&
      each.validTo === null &&
      each.system === unit.system &&
      each.level === unit.level &&
      (kind === "merge"
        ? each.parent === unit.parent
        : on !== "" && each.validFrom !== null && each.validFrom >= on),
  );
}
