import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyOfLabel, parseDeclared } from "#core/figures/declared-figure.ts";
import type { CurrentFigure } from "#core/figures/figure.ts";
import { type ReportingUnit, rollUp, takeOver } from "#core/figures/roll-up.ts";
import { declare } from "../report/example-input.ts";

const year = { from: "2026", to: "2026" };
const models = (value: number | null, more: Partial<CurrentFigure> = {}) =>
  declare("models.built", value, { ...year, measure: "mô hình", ...more });
const unit = (id: string, declared: CurrentFigure[], more: Partial<ReportingUnit> = {}): ReportingUnit => ({
  ...{ id, name: `Xã ${id}`, level: "commune", system: "government", validFrom: null, validTo: null },
  declared,
  ...more,
});

describe("rolled-up figures", () => {
  test("sum like with like, and name who has not reported; unknown is not zero", () => {
    const units = [
      unit("a", [models(3)]),
      unit("b", [models(4)]),
      unit("c", [models(null)]),
      unit("d", []),
      unit("hoi", [], { level: "unit", system: "member" }),
    ];
    const [sum, ...others] = rollUp(units, year);
    expect(others).toEqual([]);
    expect(sum).toMatchObject({ key: "models.built", value: 7, qualifier: null });
    expect(sum?.reported.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(sum?.missing.map(({ id }) => id)).toEqual(["c", "d"]);
    expect(sum && takeOver(sum, [sum]).note).toBe(
      "Tổng hợp từ 2 trên 4 đơn vị cấp dưới. Chưa có số liệu: Xã c; Xã d.",
    );
  });

  test("keep measures, periods, stock and flow apart", () => {
    const asOf = { from: "2026-06-30", to: "2026-06-30", kind: "stock" as const };
    const units = [
      unit("a", [models(3), models(9, { ...asOf })]),
      unit("b", [models(4, { measure: "tổ" }), models(1, { from: "2026-01-01", to: "2026-06-30" })]),
    ];
    expect(rollUp(units, year).map(({ value, measure, kind }) => [value, measure, kind])).toEqual([
      [3, "mô hình", "flow"],
      [4, "tổ", "flow"],
      [1, "mô hình", "flow"],
      [9, "mô hình", "stock"],
    ]);
  });

  const ofHalf = { from: "2025-01-01", to: "2025-06-30" };
  const inTime = (time: { from: string; to: string }) => {
    const district = { level: "district", validTo: "2025-06-30" } as const;
    const commune = { validFrom: "2025-07-01" };
    return rollUp(
      [
        unit("huyen", [models(5, time)], district),
        unit("huyen-khac", [], district),
        unit("a", [models(2, time)], commune),
        unit("b", [], commune),
        unit("c", [], { validFrom: "2026-01-01" }),
      ],
      { from: "2025", to: "2025" },
    ).map(({ level, value, missing }) => [level, value, missing.map(({ id }) => id)]);
  };

  test("leave out units that ended before the figure's last day: their successors report", () => {
    expect(inTime({ from: "2025", to: "2025" })).toEqual([["commune", 2, ["b"]]]);
  });

  test("never add a district and its communes, nor ask units that began later", () => {
    expect(inTime(ofHalf)).toEqual([
      ["commune", 2, []],
      ["district", 5, ["huyen-khac"]],
    ]);
  });

  test("never add a unit's years", () => {
    const people = (of: string) => declare("recognised.front", 5, { from: of, to: of, measure: "cán bộ" });
    const found = rollUp([unit("a", [people("2025"), people("2026")])], { from: "2025", to: "2026" });
    expect(found.map(({ from, value }) => [from, value])).toEqual([
      ["2025", 5],
      ["2026", 5],
    ]);
  });

  test("carry a word where a part is not exact", () => {
    const words = (...qualifiers: CurrentFigure["qualifier"][]) =>
      rollUp(
        qualifiers.map((qualifier, n) => unit(`x${n}`, [models(1, { qualifier })])),
        year,
      )[0]?.qualifier;
    expect(words("moreThan", "moreThan")).toBe("moreThan");
    expect(words("moreThan", null)).toBe("about");
    expect(words(null, null)).toBeNull();
  });

  test("add fractions exactly, and keep the note short however many are missing", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 1, maxLength: 30 }), (list) => {
        const units = list.map((value, n) => unit(`x${n}`, [models(value / 10_000)]));
        const silent = Array.from({ length: 200 }, (_, n) => unit(`khong-bao-cao-${n}`, []));
        const [sum] = rollUp([...units, ...silent], year);
        expect(sum?.value).toBe(list.reduce((all, value) => all + value, 0) / 10_000);
        expect(sum && takeOver(sum, [sum]).note.length).toBeLessThanOrEqual(1_000);
        expect(sum?.missing).toHaveLength(200);
      }),
    );
  });
});

describe("what a superior takes over", () => {
  const ofCommune = unit("a", [
    models(3),
    declare("launch.hamlets", 5, { ...year, measure: "thôn/tổ dân phố" }),
  ]);
  const ofUnit = unit("so", [models(2)], { level: "unit" });
  const placeOf = ({ key, label, measure, from, to }: ReturnType<typeof takeOver>) =>
    `${key ?? keyOfLabel(label, measure)}~${from}~${to}`;

  test("keeps the figure's key where one level declared it", () => {
    const sums = rollUp([ofCommune], year);
    const [taken] = sums.filter(({ key }) => key === "models.built").map((sum) => takeOver(sum, sums));
    expect(taken).toMatchObject({ key: "models.built", value: 3, section: null });
  });

  test("never meets the sum of another level, and says of which level it is", () => {
    const sums = rollUp([ofCommune, ofUnit], year);
    const built = sums.filter(({ key }) => key === "models.built").map((sum) => takeOver(sum, sums));
    expect(built.map(({ label, section }) => [label, section])).toEqual([
      ["Mô hình tự quản ở khu dân cư (tổng hợp từ cấp xã)", "models"],
      ["Mô hình tự quản ở khu dân cư (tổng hợp từ đơn vị)", "models"],
    ]);
    expect(new Set(sums.map((sum) => placeOf(takeOver(sum, sums)))).size).toBe(sums.length);
    for (const form of built)
      expect(
        parseDeclared(form, { documents: new Set(), wholes: new Set(), today: "2026-12-31" }).value,
      ).toBe(form.value);
  });

  test("is no launch of one's own, since both reach the same bodies", () => {
    const sums = rollUp([ofCommune], year);
    const [launch] = sums.filter(({ key }) => key === "launch.hamlets").map((sum) => takeOver(sum, sums));
    expect(launch).toMatchObject({ key: null, section: "launch", value: 5 });
  });
});
