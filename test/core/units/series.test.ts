import { describe, expect, it } from "vitest";
import { seriesOf } from "#core/units/series.ts";
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

const ended = (id: string, successors: string[], parent: string | null = "district") =>
  unit(id, { parent, validTo: "2025-06-30", successors });
const founded = (id: string) => unit(id, { parent: "province", validFrom: "2025-07-01" });

/** A district of three communes that became two, and a commune of another district that joined the second. */
const list = [
  unit("old-province", { validTo: "2025-06-30", successors: ["province"] }),
  unit("province", { validFrom: "2025-07-01" }),
  ended("district", ["north", "south"], "old-province"),
  ended("a", ["north"]),
  ended("b", ["north"]),
  ended("c", ["south"]),
  ended("stranger", ["south"], "old-province"),
  founded("north"),
  founded("south"),
];
const units = new Map(list.map((each) => [each.id, each]));

const show = (id: string, ...years: number[]) =>
  seriesOf(units, id, years).map(
    ({ year, units: meant, comparable, notes }) =>
      `${year} ${meant.map((each) => each.id).join("+")} ${comparable} ${notes.map(({ code }) => code.slice(7)).join()}`,
  );

describe("a series across a change", () => {
  it("means the district until it ended, and what took over from then on", () => {
    expect(show("district", 2019, 2024, 2026)).toEqual([
      "2019 district true ",
      "2024 district true ",
      "2026 north+south false successorsWider",
    ]);
    const [, later] = seriesOf(units, "district", [2024, 2026]);
    expect(later?.notes[0]?.params).toEqual({ unit: "DISTRICT", units: "NORTH, SOUTH", others: "STRANGER" });
  });

  it("counts both in the year of the change, since each dossier stands at one of them", () => {
    expect(show("a", 2025)).toEqual(["2025 a+north false changed,successorsWider"]);
  });

  it("means what was there before a unit began, the nearest of them, never a unit beside one that holds it", () => {
    expect(show("north", 2024, 2026)).toEqual(["2024 a+b true predecessors", "2026 north true "]);
    expect(show("south", 2024)).toEqual(["2024 c+stranger true predecessors"]);
  });

  it("says what else one of several took in", () => {
    const [year] = seriesOf(units, "a", [2026]);
    expect(year?.notes[0]).toEqual({
      code: "series.successorsWider",
      params: { unit: "A", units: "NORTH", others: "B" },
    });
  });

  it("says so where nothing is known", () => {
    const lone = new Map([["x", unit("x", { validFrom: "2020-01-01" })]]);
    expect(seriesOf(lone, "x", [2018])).toEqual([
      {
        year: 2018,
        units: [],
        comparable: false,
        notes: [{ code: "series.none", params: { unit: "X", year: 2018 } }],
      },
    ]);
  });

  it("gives no unit twice through many ways", () => {
    for (const id of units.keys())
      for (const { units: meant } of seriesOf(units, id, [2023, 2024, 2025, 2026]))
        expect(new Set(meant.map((each) => each.id)).size).toBe(meant.length);
  });
});
