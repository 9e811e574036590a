import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startSchedule } from "../../local/schedule.ts";
import { createTestTable } from "../support/table.ts";
import { buildCampaign, commune, province } from "../support/units.ts";

const { store } = await createTestTable();
await store.directory.putCampaign(buildCampaign());
await store.directory.putCampaign(buildCampaign({ id: "dot-xa-2026", unit: commune.id }));
await store.directory.putCampaign(buildCampaign({ id: "dot-2025", year: 2025, unit: "huyen-an-binh" }));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("at seven in Vietnam on 25 December each unit that ran a campaign this year is reported, one fault apart from the others", async () => {
  vi.setSystemTime("2026-12-24T23:59:58Z");
  const asked: [string, number][] = [];
  const faults: string[] = [];
  const schedule = startSchedule(
    store,
    async (unit, year) => {
      asked.push([unit, year]);
      if (unit === commune.id) throw new Error("no such unit");
    },
    (message) => faults.push(message),
  );
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  vi.useRealTimers();
  await vi.waitFor(() => expect(asked).toHaveLength(2), 5_000);
  schedule.stop();
  expect(asked).toEqual(
    expect.arrayContaining([
      [province.id, 2026],
      [commune.id, 2026],
    ]),
  );
  await vi.waitFor(() => expect(faults).toHaveLength(1));
});
