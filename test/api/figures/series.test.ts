import { beforeAll, describe, expect, it } from "vitest";
import { unplaced } from "#core/figures/figure.ts";
import type { SeriesView } from "../../../functions/api/figures/views.ts";
import { reconcileFigures } from "../../../functions/figures/rebuild.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { buildBody } from "../../support/submissions.ts";
import { commune, endedDistrict, neighbour, staff } from "../../support/units.ts";

const api = await createTestApi();
const ask = (unit: string, query: string, asker: (typeof staff)[keyof typeof staff]) =>
  api.ask(`/api/figures/${unit}/series?${query}`, { staff: asker });

beforeAll(async () => {
  await api.submitted();
  await api.submitted(buildBody({ unit: neighbour.id }));
  await reconcileFigures(api.store);
  for (const [year, value] of [
    [2019, 48],
    [2020, 46],
  ] as const)
    await api.store.figures.putDeclared({
      unit: endedDistrict.id,
      key: "registered",
      from: String(year),
      to: String(year),
      value,
      qualifier: null,
      measure: "hồ sơ",
      label: "Hồ sơ sáng kiến đăng ký",
      partOf: [],
      ...unplaced,
      document: null,
      note: "",
      declaredBy: null,
      withdrawn: false,
      version: 1,
      earlier: [],
    });
});

describe("the series of a unit", () => {
  it("asks the district until it ended and its communes from then on, added up", async () => {
    const response = await ask(endedDistrict.id, "from=2019&to=2026", staff.administrator);
    const { years } = (await response.json()) as SeriesView;
    const registered = years.map(({ year, units, figures }) => {
      const figure = figures.find(({ key }) => key === "registered");
      return `${year} ${units.length} ${figure?.value} ${figure?.unknown}`;
    });
    expect(registered[0]).toBe("2019 1 48 0");
    expect(registered[1]).toBe("2020 1 46 0");
    expect(registered.at(-1)).toBe("2026 2 2 0");
    expect(years.at(-1)?.notes.map(({ code }) => code)).toEqual(["series.successors"]);
  });

  it("tells nobody the sum over units of which they may not read one", async () => {
    const response = await ask(endedDistrict.id, "from=2020&to=2026", staff.reviewer);
    const { years } = (await response.json()) as SeriesView;
    expect(years[0]).toMatchObject({ year: 2020, readable: true });
    expect(years.at(-1)).toMatchObject({ year: 2026, readable: false, figures: [] });
    const own = (await (await ask(commune.id, "from=2026&to=2026", staff.reviewer)).json()) as SeriesView;
    expect(own.years[0]?.figures[0]).toMatchObject({ key: "registered", value: 1, origins: ["records"] });
  });

  it("refuses years that run backwards or are too many", async () => {
    for (const query of ["from=2026&to=2019", "from=1990&to=2026", "from=2020"]) {
      const response = await ask(commune.id, query, staff.reviewer);
      expect(response.status).toBe(422);
      expect((await problemOf(response)).errors[0]?.pointer).toBe("/to");
    }
  });
});
