import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startSchedule } from "../../local/standins/schedule.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("at seven in Vietnam each morning the schedule's message is sent, and a fault in what it leads to is told", async () => {
  vi.setSystemTime("2026-12-23T23:59:58Z");
  const asked: string[] = [];
  const faults: string[] = [];
  const schedule = startSchedule(
    "morning",
    async ({ scheduledAt }) => {
      asked.push(scheduledAt);
      throw new Error("no such unit");
    },
    (message) => faults.push(message),
  );
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  await vi.advanceTimersByTimeAsync(24 * 60 * 60 * 1_000);
  expect(asked.map((instant) => instant.slice(0, 19))).toEqual([
    "2026-12-24T00:00:00",
    "2026-12-25T00:00:00",
  ]);
  expect(faults).toEqual(["schedule failed", "schedule failed"]);
  schedule.stop();
});

test("at half past one in Vietnam each night likewise", async () => {
  vi.setSystemTime("2026-12-23T18:29:59Z");
  const asked: string[] = [];
  const schedule = startSchedule(
    "night",
    async ({ scheduledAt }) => asked.push(scheduledAt),
    () => {},
  );
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked.map((instant) => instant.slice(0, 19))).toEqual(["2026-12-23T18:30:00"]);
  schedule.stop();
});
