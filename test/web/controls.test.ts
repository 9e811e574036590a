import { afterAll, beforeAll, expect, test } from "vitest";
import type { System } from "../../local/system.ts";
import { launchChromium } from "../support/chromium.ts";
import { findDeadControls, watchControls } from "../support/controls.ts";
import { openDesk } from "../support/desk.ts";
import { deskPages } from "../support/pages.ts";
import { startTestSystem } from "../support/system.ts";

let system: System;
const browser = await launchChromium();
beforeAll(async () => {
  system = await startTestSystem();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await system.stop();
});

test.each(Object.entries(deskPages))(
  "every kind of control of %s does something",
  async (email, paths) => {
    const page = await openDesk(browser, `${system.origin}/quan-tri`, email, 10_000);
    await watchControls(page);
    const pressed = new Set<string>();
    const dead: string[] = [];
    for (const path of paths) {
      const open = async () => {
        await page.goto(`${system.origin}/quan-tri${path}`, { waitUntil: "networkidle" });
      };
      const found = await findDeadControls({ page, pointer: "mouse", open, pressed, leave: isSignOut });
      dead.push(...found.map((kind) => `${path || "/"}: ${kind}`));
    }
    expect(dead).toEqual([]);
  },
  200_000,
);

/** Signing out and the other language would change every page after it; they are pressed where they are tested. */
const isSignOut = (kind: string) => /Đăng xuất|English/.test(kind);
