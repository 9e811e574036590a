import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startSchedule } from "../../local/schedule.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("at seven in Vietnam on 25 December the year's reports are asked for, and a fault in them is told", async () => {
  vi.setSystemTime("2026-12-24T23:59:58Z");
  const asked: string[] = [];
  const faults: string[] = [];
  const schedule = startSchedule(
    async ({ scheduledAt }) => {
      asked.push(scheduledAt);
      throw new Error("no such unit");
    },
    (message) => faults.push(message),
  );
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked.map((instant) => instant.slice(0, 19))).toEqual(["2026-12-25T00:00:00"]);
  expect(faults).toHaveLength(1);
  schedule.stop();
});
