import { expect, test } from "vitest";
import { openWhole } from "../support/pages.ts";
import { withSystem } from "../support/system.ts";

const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });

const openPage = () => browser.newPage({ locale: "vi-VN", viewport: { width: 320, height: 640 } });

test.each([
  ["", "Địa chỉ này thiếu phần mã"],
  ["#", "Địa chỉ này thiếu phần mã"],
  ...["#7K3M-9QTX-2F4H", "#7K3M-9QTX-2F4H.1", "#7K3M-9QTX-2F4H.1.abc", "#%", "#a.b.c"].map((cut) => [
    cut,
    "bị thiếu hoặc thừa ký tự",
  ]),
] as [string, string][])(
  "a co-author's address that ends in “%s” says what it lacks, and asks nobody",
  async (fragment, said) => {
    const page = await openPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${system.origin}/tra-cuu/dong-tac-gia${fragment}`);
    await page.getByText(said).waitFor();
    expect(asked.filter((path) => path.startsWith("/api/initiatives"))).toEqual([]);
    await page.close();
  },
);

test.each(["/khong-co-trang-nay", "/tra-cuu/khac", "/thu-vien"])(
  "%s is answered 404, and says so",
  async (path) => {
    const page = await openPage();
    const answer = await page.goto(`${system.origin}${path}`);
    expect(answer?.status()).toBe(404);
    await page.getByRole("heading", { name: "Không có trang này" }).waitFor();
    await page.close();
  },
);

test.each(["/", "/gui", "/tra-cuu", "/gui/da-gui", "/khong-co"])(
  "%s does not scroll sideways at 320 px with text at 200 %%",
  async (path) => {
    const page = await openPage();
    await openWhole(page)(`${system.origin}${path}`);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "36px";
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  },
);
