import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { System } from "../../local/system.ts";
import { stepPath, steps } from "../../web/src/public/form/steps/steps.ts";
import { launchChromium } from "./chromium.ts";
import { findDeadControls, type Pointer, watchControls } from "./controls.ts";
import { signInAt } from "./desk.ts";
import { submitExample } from "./example-dossier.ts";
import { fillForm } from "./fill-form.ts";
import { deskPages, findDetail, publicPages } from "./pages.ts";
import { followRequests } from "./settling.ts";
import { startTestSystem } from "./system.ts";

const now = "2026-11-22T05:00:00.000Z";
const unit = "xa-dien-khanh";

/** Signing out and the other language would change every page after it, and sending ends a draft: they are pressed where they are tested. */
const ends = (kind: string) => /Đăng xuất|English|Gửi hồ sơ/.test(kind);

/** Tests that a press of each kind of control does something, on every page, by this pointer and in a window of this size. */
export function testControls(pointer: Pointer, viewport: { width: number; height: number }): void {
  let system: System;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
    system = await startTestSystem({ clock: () => now });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await system.stop();
  });

  const openPage = async () => {
    const touch: BrowserContextOptions = pointer === "touch" ? { hasTouch: true } : {};
    const context = await browser.newContext({
      ...{ viewport: { width: 1366, height: 768 }, locale: "vi-VN", reducedMotion: "reduce", ...touch },
      serviceWorkers: "block",
    });
    context.setDefaultTimeout(40_000);
    return context.newPage();
  };

  /** Presses what stands on each of these pages, and behind the first link of each list where `details` are wanted. */
  const walk = async (page: Page, paths: readonly string[], details = false): Promise<string[]> => {
    await page.setViewportSize(viewport);
    await watchControls(page);
    const settle = followRequests(page);
    const pressed = new Set<string>();
    const dead: string[] = [];
    const look = async (path: string) => {
      const open = async () => {
        // An address that differs in its fragment alone would not be opened anew.
        if (path.includes("#")) await page.goto("about:blank");
        await page.goto(system.origin + path);
        await page.locator("h1, h2").first().waitFor();
        await settle();
      };
      const found = await findDeadControls({ page, pointer, open, settle, pressed, leave: ends });
      dead.push(...found.map((kind) => `${path}: ${kind}`));
      return open;
    };
    for (const path of paths) {
      const open = await look(path);
      if (!details || path === "/quan-tri") continue;
      await open();
      const detail = await findDetail(page, path.slice("/quan-tri".length));
      if (detail) await look(`/quan-tri${detail}`);
    }
    await page.context().close();
    return dead;
  };

  test("a control that does nothing is found, also in a dialog and in what a summary opens", async () => {
    const page = await openPage();
    const body = `<h1>Trang</h1><button>Không làm gì</button>
      <button onclick="this.textContent = 'Đã bấm'">Làm</button>
      <details><summary>Thêm</summary><button>Cũng không</button></details>
      <button onclick="document.querySelector('dialog').showModal()">Mở</button>
      <dialog><button>Vẫn không</button><button onclick="this.closest('dialog').close()">Đóng</button></dialog>`;
    await page.route("**/thu", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
    expect((await walk(page, ["/thu"])).sort()).toEqual([
      "/thu: button  Cũng không",
      "/thu: button  Không làm gì",
      "/thu: in a dialog: button  Vẫn không",
    ]);
  });

  test.each(Object.entries(deskPages))(
    "every kind of control of %s does something, on each page and in what a list leads to",
    async (email, paths) => {
      await submitExample(system.store, { unit, now });
      const page = await openPage();
      await signInAt(page, `${system.origin}/quan-tri`, email);
      const own = paths.map((path) => `/quan-tri${path}`);
      expect(await walk(page, own, true)).toEqual([]);
    },
    400_000,
  );

  test("every kind of control of the form does something, step by step", async () => {
    const page = await openPage();
    await page.goto(`${system.origin}/gui`);
    await fillForm(page, "Sổ nhắc lịch khám");
    expect(await walk(page, steps.map(stepPath))).toEqual([]);
  }, 400_000);

  test("every kind of control of the other public pages does something, a dossier's own page among them", async () => {
    const { id, accessKey } = await submitExample(system.store, { unit, now });
    const pages = publicPages.filter((path) => path !== "/gui" && path !== "/api/docs");
    expect(await walk(await openPage(), [...pages, `/tra-cuu#${id}.${accessKey}`])).toEqual([]);
  }, 400_000);
}
