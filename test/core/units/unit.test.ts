import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#core/base/calendar.ts";
import { checkUnits } from "#core/units/check.ts";
import { descendantsOf, pathOn, predecessorsOf, rootsOf, unitOn, unitsOn } from "#core/units/tree.ts";
import type { Unit } from "#core/units/unit.ts";

const unit = (id: string, rest: Partial<Unit> = {}): Unit => ({
  id,
  code: "",
  name: id.toUpperCase(),
  level: "commune",
  system: "government",
  parent: null,
  validFrom: null,
  validTo: null,
  successors: [],
  ...rest,
});

const mapOf = (...units: Unit[]) => new Map(units.map((each) => [each.id, each]));
const codesOf = (...units: Unit[]) =>
  checkUnits(mapOf(...units)).map(({ pointer, code }) => `${pointer} ${code}`);

const renamed = unit("a", {
  code: "2",
  name: "New",
  parent: "y",
  earlier: [
    { until: "2019-12-31", code: "1", name: "Old", parent: "x" },
    { until: "2024-06-30", code: "1", name: "Middle", parent: "x" },
  ],
});

describe("the tree of units", () => {
  it("shows a unit with the code, name and parent of a day, its last day included", () => {
    const tree = mapOf(unit("x"), unit("y"), renamed);
    const shown = (on: string) => {
      const then = unitOn(renamed, on);
      return `${then?.code} ${then?.name} ${pathOn(tree, "a", on).join("/")}`;
    };
    expect(shown("1999-01-01")).toBe("1 Old a/x");
    expect(shown("2019-12-31")).toBe("1 Old a/x");
    expect(shown("2020-01-01")).toBe("1 Middle a/x");
    expect(shown("2024-07-01")).toBe("2 New a/y");
  });

  it("holds on a day only what existed then, each with a path to a root", () => {
    const tree = mapOf(
      unit("root", { validFrom: "2025-07-01" }),
      unit("old", { validTo: "2025-06-30", successors: ["root"] }),
      unit("hamlet", { parent: "root" }),
    );
    expect([...unitsOn(tree, "2025-06-30").keys()]).toEqual(["old"]);
    expect([...unitsOn(tree, "2025-07-01").keys()]).toEqual(["root", "hamlet"]);
    expect(descendantsOf(unitsOn(tree, "2025-07-01"), "root").map(({ id }) => id)).toEqual(["hamlet"]);
    expect(() => pathOn(tree, "hamlet", "2025-06-30")).toThrow();
    expect(predecessorsOf(tree, "root").map(({ id }) => id)).toEqual(["old"]);
  });
});

it("a unit has the roots of today, of its earlier parents, and of the units before it", () => {
  const units = mapOf(
    unit("new-province"),
    unit("old-province", { validTo: "2025-06-30", successors: ["new-province"] }),
    unit("lost-province", { validTo: "2010-12-31" }),
    unit("district", { parent: "old-province", validTo: "2025-06-30", successors: ["commune"] }),
    unit("commune", {
      parent: "new-province",
      earlier: [{ until: "2025-06-30", code: "", name: "", parent: "district" }],
    }),
    unit("before", { parent: "lost-province", validTo: "2010-12-31", successors: ["commune"] }),
    unit("other-province"),
    unit("elsewhere", { parent: "other-province" }),
  );
  expect(rootsOf(units, "commune").toSorted()).toEqual(["lost-province", "new-province", "old-province"]);
  expect(rootsOf(units, "elsewhere")).toEqual(["other-province"]);
  expect(rootsOf(units, "unknown")).toEqual(["unknown"]);
});

describe("checkUnits", () => {
  it("finds nothing in units that are as they should be, also with an official code that came back", () => {
    const district = unit("district", { code: "9", validTo: "2025-06-30", successors: ["commune"] });
    const commune = unit("commune", { code: "9", validFrom: "2025-07-01" });
    expect(codesOf(district, commune, unit("x"), unit("y", { system: "front" }), renamed)).toEqual([]);
  });

  it("names a parent that is unknown, gone, not there yet, or was not there under an earlier name", () => {
    expect(codesOf(unit("a", { parent: "nowhere" }))).toEqual(["/a/parent unit.parent.unknown"]);
    const gone = unit("gone", { validTo: "2025-06-30" });
    expect(codesOf(gone, unit("a", { parent: "gone" }))).toEqual(["/a/parent unit.parent.notThere"]);
    const coming = unit("coming", { validFrom: "2025-07-01" });
    expect(codesOf(coming, unit("a", { parent: "coming", validFrom: "2025-06-30" }))).toEqual([
      "/a/parent unit.parent.notThere",
    ]);
    expect(codesOf(unit("y"), unit("x", { validTo: "2024-06-29" }), renamed)).toEqual([
      "/a/earlier unit.parent.notThere",
    ]);
  });

  it("finds a cycle on any day, and none where the same units only stood the other way round before", () => {
    const turned = (until: string) => [
      unit("a", { parent: "b", earlier: [{ until: "2020-12-31", code: "", name: "A", parent: null }] }),
      unit("b", { parent: null, earlier: [{ until, code: "", name: "B", parent: "a" }] }),
    ];
    expect(codesOf(...turned("2020-12-31"))).toEqual([]);
    expect(codesOf(...turned("2021-01-01"))).toEqual([
      "/a/parent unit.parent.cycle",
      "/b/earlier unit.parent.cycle",
    ]);
    expect(codesOf(unit("a", { parent: "a" }))).toEqual(["/a/parent unit.parent.cycle"]);
  });

  it("finds codes that stand for two units at once, in the same system alone", () => {
    const one = unit("one", { code: "7", validFrom: "2020-01-01", validTo: "2025-06-30" });
    expect(codesOf(one, unit("two", { code: "7", validFrom: "2025-06-30" }))).toEqual([
      "/two/code unit.code.overlap",
    ]);
    expect(codesOf(one, unit("two", { code: "7", validFrom: "2020-01-01" }))).toEqual([
      "/two/code unit.code.twice",
    ]);
    expect(codesOf(one, unit("two", { code: "7", validFrom: "2020-01-01", system: "front" }))).toEqual([]);
  });

  it("numbers residential areas within their commune", () => {
    const hamlet = (id: string, parent: string) => unit(id, { code: "1", level: "residentialArea", parent });
    expect(codesOf(unit("c"), unit("d"), hamlet("a", "c"), hamlet("b", "d"))).toEqual([]);
    expect(codesOf(unit("c"), hamlet("a", "c"), hamlet("b", "c"))).toEqual(["/b/code unit.code.overlap"]);
  });

  it("finds successors that are unknown, too early, or of a unit that has not ended", () => {
    const ended = unit("a", { validTo: "2025-06-30", successors: ["b", "c"] });
    expect(codesOf(ended, unit("b", { validFrom: "2025-06-30" }))).toEqual([
      "/a/successors unit.successors.early",
      "/a/successors unit.successors.unknown",
    ]);
    expect(codesOf(unit("a", { successors: ["b"] }), unit("b"))).toEqual([
      "/a/successors unit.successors.open",
    ]);
  });

  it("finds days out of order", () => {
    expect(codesOf(unit("a", { validFrom: "2025-07-01", validTo: "2025-06-30" }))).toEqual([
      "/a/validTo unit.validTo.beforeFrom",
    ]);
    expect(codesOf(unit("x"), unit("y"), { ...renamed, validFrom: "2020-06-30" })).toEqual([
      "/a/earlier unit.earlier.order",
    ]);
  });

  it("passes exactly the trees in which every unit has a path on each day on which it exists", () => {
    const ids = ["a", "b", "c", "d"];
    const days = ["2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01"];
    const parent = fc.option(fc.constantFrom(...ids));
    const someUnit = (id: string) =>
      fc
        .record({
          parent: fc.option(fc.constantFrom(...ids), { freq: 2 }),
          ended: fc.boolean(),
          bounds: fc.uniqueArray(fc.constantFrom(...days), { minLength: 1, maxLength: 4 }),
          parents: fc.array(parent, { minLength: 4, maxLength: 4 }),
        })
        .map(({ parent, ended, bounds, parents }) => {
          const [validFrom = "", ...rest] = bounds.toSorted();
          const validTo = ended ? (rest.pop() ?? null) : null;
          const earlier = rest.map((until, i) => ({
            until,
            code: "",
            name: "Z",
            parent: parents[i] ?? null,
          }));
          return unit(id, { parent, validFrom, validTo, earlier });
        });
    const bounds = [...days, ...days.map((day) => addDays(day, 1)), "2030-01-01"];
    fc.assert(
      fc.property(fc.tuple(...ids.map(someUnit)), (list) => {
        const units = mapOf(...list);
        const whole = bounds.every(
          (on) => list.filter((each) => unitOn(each, on)).length === unitsOn(units, on).size,
        );
        expect(checkUnits(units).length === 0).toBe(whole);
      }),
      { numRuns: 2_000 },
    );
  });
});
