import type { Page } from "playwright-core";
import { beforeAll } from "vitest";
import { openDesk } from "../support/desk.ts";
import { testLongPaste } from "../support/paste-tests.ts";
import { withSystem } from "../support/system.ts";

let page: Page;
const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });
beforeAll(async () => {
  page = await openDesk(browser, `${system.origin}/quan-tri`, "quan-tri@example.vn", 40_000);
}, 120_000);

testLongPaste({ browser, system, page: () => page }, 2_000);
