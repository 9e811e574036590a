import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { latestServerDay, noteServerTime, serverNow, today } from "../../../web/src/server-time.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the server's time", () => {
  test("is its own, whatever the device says, and runs on", () => {
    vi.setSystemTime("2025-01-01T00:00:00.000Z");
    noteServerTime("2026-11-30T10:00:00.000Z");
    expect([serverNow()?.slice(0, 16), today()]).toEqual(["2026-11-30T10:00", "2026-11-30"]);
    vi.advanceTimersByTime(8 * 3_600_000);
    expect(today()).toBe("2026-12-01");
  });

  test("allows for what an answer has lain in caches: the next day may have begun", () => {
    noteServerTime("2026-11-30T16:59:00.000Z");
    expect([today(), latestServerDay()]).toEqual(["2026-11-30", "2026-12-01"]);
  });
});

/** Where the device's clock may be asked: for what is only shown or compared with itself. */
const allowed = new Set([
  "server-time.ts",
  "release-reload.ts",
  "public/form/sending/submission.ts",
  "public/form/drafts/autosave.ts",
  "public/form/drafts/link-panel.tsx",
  "public/form/drafts/continue-page.tsx",
  "staff/campaigns/campaign-editor.tsx",
]);

test("no rule of the pages asks the device's clock", () => {
  const source = join(import.meta.dirname, "../../../web/src");
  const asking = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => /new Date\(\)|Date\.now\(\)/.test(readFileSync(join(source, file), "utf8")))
    .map((file) => file.replaceAll("\\", "/"));
  expect(asking.filter((file) => !allowed.has(file))).toEqual([]);
});
