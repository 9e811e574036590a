import type { Page } from "playwright-core";

/** The pages of the desk, by who opens them; what lies behind a list is found by its first link. */
export const deskPages: Record<string, readonly string[]> = {
  "quan-tri@example.vn": [
    "",
    "/ho-so",
    "/so-tiep-nhan",
    "/dot-phat-dong",
    "/so-lieu",
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

/** Opens a page and waits until what it loads is there. */
export async function openWhole(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: "networkidle" });
  await page.locator("h1, h2").first().waitFor();
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
