import type { Page } from "playwright-core";
import { followRequests } from "./settling.ts";

/** The pages of the desk, by who opens them; what lies behind a list is found by its first link. */
export const deskPages: Record<string, readonly string[]> = {
  "quan-tri@example.vn": [
    "",
    "/ho-so",
    "/so-tiep-nhan",
    "/dot-phat-dong",
    "/hoat-dong",
    "/mo-hinh",
    "/nhan-rong",
    "/so-lieu",
    "/khen-thuong",
    "/khen-thuong-qua-cac-nam",
    "/khoi-thi-dua",
    "/de-nghi-khen-thuong",
    "/nhap-xuat",
    "/bao-cao",
    "/yeu-cau-bao-cao",
    "/lan-lap-bao-cao",
    "/nhan-su",
    "/don-vi",
  ],
  "tiep-nhan@example.vn": ["", "/ho-so", "/so-tiep-nhan", "/nhap-ho-so", "/so-lieu"],
  "thu-ky@example.vn": ["", "/hoi-dong"],
};

/** The pages that anybody may open. */
export const publicPages = [
  "/",
  "/gui",
  "/tra-cuu",
  "/tra-cuu/dong-tac-gia",
  "/khong-co-trang-nay",
  "/api/docs",
];

/** Lets a page open one address after another; each time it waits until what the page loads is there. */
export function openWhole(page: Page): (address: string) => Promise<void> {
  const settle = followRequests(page);
  return async (address) => {
    await page.goto(address);
    await page.locator("h1, h2").first().waitFor();
    await settle();
  };
}

/** The first link of a list to something that lies behind it, as a path below `/quan-tri`; null where the list has none. */
export async function findDetail(page: Page, list: string): Promise<string | null> {
  const start = `/quan-tri${list}/`;
  const links = await page
    .locator(`main a[href*="${start}"]`)
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
  const path = links.find((link) => link.startsWith(start) && link.length > start.length);
  return path?.slice("/quan-tri".length) ?? null;
}
