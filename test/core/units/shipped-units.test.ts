import { describe, expect, it } from "vitest";
import type { UnitChangeForm } from "#core/units/change.ts";
import { applyUnitChange } from "#core/units/change-effect.ts";
import { checkUnits } from "#core/units/check.ts";
import { seriesOf } from "#core/units/series.ts";
import { descendantsOf, predecessorsOf, unitsOn } from "#core/units/tree.ts";
import { pathOf, type Unit } from "#core/units/unit.ts";
import { readExample } from "../../support/example.ts";

const units = new Map((await readExample()).units.map((unit) => [unit.id, unit]));
const firstDay = "2025-07-01";
const six = ["xa-dien-khanh", "xa-dien-dien", "xa-dien-lam", "xa-dien-tho", "xa-dien-lac", "xa-suoi-hiep"];

describe("the units that the example brings", () => {
  it("stand soundly on every day", () => {
    expect(checkUnits(units)).toEqual([]);
  });

  it("are Khánh Hòa's 48 xã, 16 phường and 1 đặc khu since July 2025, each with a code of its own", () => {
    const now = unitsOn(units, firstDay);
    const communes = descendantsOf(now, "khanh-hoa").filter(
      ({ level, system }) => level === "commune" && system === "government",
    );
    const kinds = Map.groupBy(communes, ({ name }) => /^(Xã|Phường|Đặc khu) /.exec(name)?.[1] ?? name);
    expect([...kinds].map(([kind, found]) => [kind, found.length]).toSorted()).toEqual([
      ["Phường", 16],
      ["Xã", 48],
      ["Đặc khu", 1],
    ]);
    expect(new Set(communes.map(({ code }) => code)).size).toBe(65);
    for (const { name } of units.values()) {
      expect(name).toBe(name.normalize("NFC"));
      expect(name).not.toMatch(/oà( |$)/);
    }
  });

  it("hold the trees of the Front, its member organisations and residential areas beside the government's", () => {
    const now = [...unitsOn(units, firstDay).values()];
    for (const system of ["government", "front", "member"] as const)
      expect(now.filter((unit) => unit.system === system).length).toBeGreaterThan(4);
    const areas = now.filter(({ level }) => level === "residentialArea");
    for (const { id, name } of areas) {
      expect(pathOf(units, id)).toEqual([id, "xa-dien-khanh", "khanh-hoa"]);
      expect(name).toContain("(minh họa)");
    }
    expect(areas).not.toEqual([]);
  });

  it("tell a code that came back with another meaning by its first day", () => {
    const named = (day: string) =>
      [...unitsOn(units, day).values()].find(({ code }) => code === "22651")?.name;
    expect(named("2025-06-30")).toBe("Thị trấn Diên Khánh");
    expect(named(firstDay)).toBe("Xã Diên Khánh");
  });

  it("are what the merger of 2025 makes of those before it, entered from the communes up", () => {
    let after = new Map<string, Unit>(
      [...unitsOn(units, "2025-06-30")].map(([id, unit]) => [id, { ...unit, validTo: null, successors: [] }]),
    );
    const change = (form: UnitChangeForm) => {
      after = new Map([...after, ...applyUnitChange(after, form).map((unit) => [unit.id, unit] as const)]);
    };
    const founded = (id: string, parent: string | null) => {
      const { code, name, level, system } = units.get(id) as Unit;
      return { id, code, name, level, system, parent };
    };
    const communesBefore = (id: string) =>
      predecessorsOf(units, id).flatMap((unit) => (unit.level === "commune" ? [unit.id] : []));
    for (const id of six) {
      const into = founded(id, "khanh-hoa-cu");
      change({ kind: "merge", on: firstDay, units: communesBefore(id), into });
    }
    change({ kind: "end", on: firstDay, unit: "dien-khanh", successors: six, receiver: null });
    const provinces = ["khanh-hoa-cu", "ninh-thuan"];
    change({ kind: "merge", on: firstDay, units: provinces, into: founded("khanh-hoa", null) });
    for (const unit of after.values()) expect(unit).toEqual(units.get(unit.id));
    expect(after.size).toBe(27);
  });

  it("let the district's years and those of its six communes be asked for as one series, like with like", () => {
    const series = seriesOf(units, "dien-khanh", [2019, 2021, 2025, 2026]);
    expect(series.map((each) => each.units.map(({ id }) => id))).toEqual([
      ["dien-khanh"],
      ["dien-khanh"],
      ["dien-khanh", ...six],
      six,
    ]);
    expect(series.map(({ comparable }) => comparable)).toEqual([true, true, true, true]);
    const [province] = seriesOf(units, "khanh-hoa-cu", [2026]);
    expect(province).toMatchObject({ comparable: false, notes: [{ code: "series.successorsWider" }] });
  });
});
