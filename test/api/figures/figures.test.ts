import { describe, expect, it } from "vitest";
import { years } from "#core/base/period.ts";
import { figureOf, unplaced } from "#core/figures/figure.ts";
import { resolveFigures } from "#core/figures/resolution.ts";
import type { FiguresView } from "../../../functions/api/figures/views.ts";
import type { SessionView } from "../../../functions/api/staff/views.ts";
import { reconcileFigures } from "../../../functions/figures/rebuild.ts";
import { createTestApi } from "../../support/api.ts";
import { commune, endedDistrict, neighbour, staff, testYear } from "../../support/units.ts";

const api = await createTestApi();
const path = `/api/figures/${commune.id}/${testYear}?from=${testYear - 2}`;

async function readFigures(): Promise<FiguresView> {
  const response = await api.ask(path, { staff: staff.reviewer });
  expect(response.status).toBe(200);
  return (await response.json()) as FiguresView;
}

describe("the dashboard of a unit", () => {
  it("takes one Query for three years, the look-up of session and person apart", async () => {
    await readFigures();
    const { result, requests } = await api.countRequests(() => api.ask(path, { staff: staff.reviewer }));
    expect(result.status).toBe(200);
    expect(requests).toEqual(["GetItem", "GetItem", "Query"]);
  });

  it("counts a submission once", async () => {
    const before = figureOf(
      resolveFigures(await readFigures(), years(testYear, testYear), new Map()),
      "registered",
      testYear,
    );
    await api.submitted();
    await reconcileFigures(api.store);
    await reconcileFigures(api.store);
    const after = figureOf(
      resolveFigures(await readFigures(), years(testYear, testYear), new Map()),
      "registered",
      testYear,
    );
    expect(after?.value).toBe((before?.value ?? 0) + 1);
  });

  it("leaves out figures that begin after the year asked for", async () => {
    const declared = {
      unit: commune.id,
      key: "models.built",
      value: 3,
      qualifier: null,
      measure: "mô hình",
      label: "Mô hình",
      partOf: [],
      ...unplaced,
      document: null,
      declaredBy: null,
      withdrawn: false,
      version: 1,
      earlier: [],
      note: "",
    };
    await api.store.figures.putDeclared({
      ...declared,
      from: String(testYear + 1),
      to: String(testYear + 1),
    });
    await api.store.figures.putDeclared({
      ...declared,
      from: String(testYear - 1),
      to: String(testYear + 1),
    });
    expect((await readFigures()).declared.map(({ from }) => from)).toEqual([String(testYear - 1)]);
  });

  it("of a unit that ended is read by those who answer for its successors", async () => {
    const ended = `/api/figures/${endedDistrict.id}/2024`;
    for (const by of [staff.reviewer, staff.neighbourReviewer, staff.administrator])
      expect((await api.ask(ended, { staff: by })).status).toBe(200);
    expect((await api.ask(path, { staff: staff.neighbourReviewer })).status).toBe(403);
  });

  it("is asked for by a year that is one, and a unit that is one", async () => {
    expect((await api.ask(`/api/figures/${commune.id}/abcd`, { staff: staff.reviewer })).status).toBe(422);
    expect((await api.ask("/api/figures/khong-co/2026", { staff: staff.reviewer })).status).toBe(404);
  });
});

describe("a session", () => {
  it("tells who is signed in and for which units they may read figures", async () => {
    const view = (await (
      await api.ask("/api/session", { staff: staff.neighbourReviewer })
    ).json()) as SessionView;
    expect(view.name).toBe(staff.neighbourReviewer.name);
    expect(view.units.map(({ id }) => id).sort()).toEqual([endedDistrict.id, neighbour.id].sort());
  });

  it("is locked after fifteen idle minutes, kept alive by use, and over after a day's work", async () => {
    const at = (minutes: number) =>
      new Date(Date.parse("2026-06-15T05:00:00.000Z") + minutes * 60_000).toISOString();
    const status = async (minutes: number) => {
      api.setNow(at(minutes));
      return (await api.ask("/api/session", { staff: staff.administrator })).status;
    };
    expect(await status(0)).toBe(200);
    for (let minutes = 10; minutes < 60; minutes += 10) expect(await status(minutes)).toBe(200);
    expect(await status(66)).toBe(401);
    api.setNow(at(0));
  });
});
