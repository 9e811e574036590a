import { describe, expect, it } from "vitest";
import { Problem } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import { changesOf, endingsOf, type UnitChange, UnitChangeForm } from "#core/units/change.ts";
import { applyUnitChange } from "#core/units/change-effect.ts";
import type { Unit } from "#core/units/unit.ts";

const unit = (id: string, rest: Partial<Unit> = {}): Unit => ({
  id,
  code: id,
  name: id.toUpperCase(),
  level: "commune",
  system: "government",
  parent: "p",
  validFrom: null,
  validTo: null,
  successors: [],
  ...rest,
});
const fresh = (id: string, parent: string | null = "p") => ({
  id,
  code: id,
  name: id.toUpperCase(),
  level: "commune" as const,
  system: "government" as const,
  parent,
});
const units = new Map(
  [
    unit("p", { level: "province", parent: null }),
    unit("q", { level: "province", parent: null }),
    unit("a"),
    unit("b", { validFrom: "2020-01-01" }),
    unit("gone", { validTo: "2019-12-31" }),
    unit("hamlet", { level: "residentialArea", parent: "a" }),
  ].map((each) => [each.id, each]),
);
const on = "2025-07-01";

const apply = (form: UnitChangeForm) => new Map(applyUnitChange(units, form).map((each) => [each.id, each]));
const faultsOf = (form: UnitChangeForm) => {
  try {
    applyUnitChange(units, form);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.errors.map(({ pointer, code }) => `${pointer} ${code}`);
  }
};

describe("a change of units", () => {
  it("keeps what a unit was called and where it stood, up to the day before", () => {
    const renamed = apply({ kind: "rename", on, unit: "a", name: "New", code: "9" });
    expect([...renamed.keys()]).toEqual(["a"]);
    expect(renamed.get("a")).toMatchObject({
      name: "New",
      code: "9",
      earlier: [{ until: "2025-06-30", code: "a", name: "A", parent: "p" }],
    });
    expect(apply({ kind: "move", on, unit: "a", parent: "q" }).get("a")).toMatchObject({
      parent: "q",
      earlier: [{ until: "2025-06-30", parent: "p" }],
    });
  });

  it("ends those that merge, founds what comes of them, and takes along what stood below", () => {
    const merged = apply({ kind: "merge", on, units: ["a", "b"], into: fresh("c") });
    expect([...merged.keys()].toSorted()).toEqual(["a", "b", "c", "hamlet"]);
    expect(merged.get("a")).toMatchObject({ validTo: "2025-06-30", successors: ["c"] });
    expect(merged.get("c")).toMatchObject({ validFrom: on, validTo: null, parent: "p" });
    expect(merged.get("hamlet")).toMatchObject({
      parent: "c",
      earlier: [{ until: "2025-06-30", parent: "a" }],
    });
  });

  it("gives what stood below one that splits to whom it names, or to the first", () => {
    const into = [fresh("c"), fresh("d")];
    const below = (receiver: string | null) =>
      apply({ kind: "split", on, unit: "a", into, receiver }).get("hamlet")?.parent;
    expect([below(null), below("d")]).toEqual(["c", "d"]);
    expect(faultsOf({ kind: "split", on, unit: "a", into, receiver: "q" })).toEqual([
      "/receiver unitChange.receiver.unknown",
    ]);
  });

  it("refuses, at its field, what would leave unsound trees", () => {
    expect(faultsOf({ kind: "move", on, unit: "p", parent: "a" })).toContain("/parent unit.parent.cycle");
    expect(faultsOf({ kind: "move", on, unit: "a", parent: "gone" })).toEqual([
      "/parent unit.parent.notThere",
    ]);
    expect(faultsOf({ kind: "move", on, unit: "a", parent: "nowhere" })).toEqual([
      "/parent unit.parent.unknown",
    ]);
    expect(faultsOf({ kind: "rename", on, unit: "a", name: "A", code: "b" })).toEqual([
      "/code unit.code.overlap",
    ]);
    expect(faultsOf({ kind: "end", on, unit: "a", successors: [], receiver: null })).toEqual([
      "/on unit.parent.notThere",
    ]);
    expect(faultsOf({ kind: "end", on, unit: "b", successors: ["a"], receiver: null })).toEqual([]);
    expect(faultsOf({ kind: "end", on: "2021-01-01", unit: "a", successors: ["b"], receiver: null })).toEqual(
      ["/successors unit.successors.early"],
    );
    expect(faultsOf({ kind: "found", on, unit: { ...fresh("a") } })).toEqual(["/unit/id unit.id.taken"]);
    expect(faultsOf({ kind: "found", on, unit: fresh("c", "gone") })).toEqual([
      "/unit/parent unit.parent.notThere",
    ]);
    expect(faultsOf({ kind: "merge", on, units: ["a", "a"], into: fresh("c") })).toContain(
      "/units unitChange.units.twice",
    );
  });

  it("refuses a unit that is not there, or has changed since", () => {
    const rename = (unitId: string, day = on) =>
      faultsOf({ kind: "rename", on: day, unit: unitId, name: "N", code: "n" });
    expect(rename("nowhere")).toEqual(["/unit unit.missing"]);
    expect(rename("gone")).toEqual(["/unit unitChange.unit.notThere"]);
    expect(rename("gone", "2019-12-31")).toEqual(["/unit unitChange.unit.later"]);
    expect(rename("b", "2020-01-01")).toEqual(["/unit unitChange.unit.notThere"]);
    expect(faultsOf({ kind: "rename", on, unit: "a", name: "A", code: "a" })).toEqual([
      "/name unitChange.nothing",
    ]);
  });

  it("minds no fault that the trees had before", () => {
    const faulty = new Map(units).set("orphan", unit("orphan", { parent: "nowhere" }));
    expect(applyUnitChange(faulty, { kind: "move", on, unit: "a", parent: "q" })).toHaveLength(1);
  });

  it("is told by its form alone what it lacks", () => {
    const faults = (form: unknown) => {
      const parsed = validate(UnitChangeForm, form);
      return parsed.ok ? [] : parsed.errors.map(({ pointer, code }) => `${pointer} ${code}`);
    };
    expect(faults({ kind: "dissolve" })).toEqual(["/kind unitChange.kind.invalid"]);
    expect(faults({ kind: "move", on: "2025-06-31", unit: "a", parent: null })).toEqual([
      "/on unitChange.on.invalid",
    ]);
    expect(faults({ kind: "merge", on, units: ["a"], into: fresh("c") })).toEqual([
      "/units unitChange.units.few",
    ]);
  });
});

describe("the changes of a unit", () => {
  const changes = (
    [
      { kind: "merge", on, units: ["a", "b"], into: fresh("c") },
      { kind: "rename", on: "2025-08-01", unit: "c", name: "N", code: "n" },
      { kind: "split", on: "2026-01-01", unit: "c", into: [fresh("d"), fresh("e")], receiver: "e" },
    ] satisfies UnitChangeForm[]
  ).map((form, i): UnitChange => {
    const by = { id: "x", name: "X" };
    return { id: String(i), n: i + 1, form, document: "", by, at: "2026-01-01T00:00:00.000Z" };
  });

  it("are those that speak of it", () => {
    expect(changesOf(changes, "a").map(({ n }) => n)).toEqual([1]);
    expect(changesOf(changes, "c").map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  it("lead to whoever has taken over by now", () => {
    expect(endingsOf(changes, 1)).toEqual({
      endings: [
        { unit: "a", receiver: "e" },
        { unit: "b", receiver: "e" },
      ],
      on: "2026-01-01",
    });
    expect(endingsOf(changes, 2).endings).toEqual([]);
    expect(endingsOf(changes, 4).endings).toEqual([]);
  });
});
