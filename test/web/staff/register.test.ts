import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { findViolations } from "../../support/axe.ts";
import { openDesk } from "../../support/desk.ts";
import { author, buildInitiative } from "../../support/submissions.ts";
import { withSystem } from "../../support/system.ts";

const names = ["Nguyễn Thị Hòa", "Trần Văn Hoá", "Đặng Đức Hoa", "Lê Kỹ", "Phạm Ưng"];
const count = 120;
/** A title that somebody pasted: one word without an end. */
const link = `https://example.vn/${"duong-dan-rat-dai-".repeat(8)}`;

let page: Page;
const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });
beforeAll(async () => {
  for (let i = 0; i < count; i++) {
    const initiative = buildInitiative({
      application: {
        title: i === 5 ? link : `Sáng kiến thử thứ ${i + 1} của chi hội`,
        authors: [{ ...author, fullName: names[i % names.length] ?? "", share: 100 }],
        contact: { phone: `0905000${String(i).padStart(3, "0")}`, email: "" },
      },
    });
    const number = i < count - 2 ? i + 1 : null;
    await system.store.initiatives.create({
      ...initiative,
      unit: "xa-dien-khanh",
      path: ["xa-dien-khanh", "khanh-hoa"],
      campaign: "khanh-hoa-2026",
      year: 2026,
      number,
      ...(number ? { state: "accepted", acceptedOn: "2026-06-16" } : {}),
    });
  }
  page = await openDesk(
    browser,
    `${system.origin}/quan-tri/so-tiep-nhan?year=2026`,
    "tiep-nhan@example.vn",
    8_000,
  );
  await page.getByRole("heading", { name: "Sổ tiếp nhận" }).waitFor();
}, 120_000);

const caption = (words: string | RegExp) => page.locator("caption", { hasText: words }).waitFor();
const look = async (text: string) => {
  await page.getByRole("searchbox").fill(text);
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
};
const authors = () => page.locator("td.author").allTextContents();

test("the register is looked through by name, phone and state, and the address says what for", async () => {
  await look("hoa");
  await caption("Tìm thấy 72 hồ sơ");
  expect(new Set(await authors())).toEqual(new Set(names.slice(0, 3)));
  // Those with the marks as they were typed come first.
  expect((await authors())[0]).toBe("Đặng Đức Hoa");
  expect(new URL(page.url()).searchParams.get("q")).toBe("hoa");
  await look("0905 000 007");
  await caption("Tìm thấy 1 hồ sơ");
  await page.getByText("Lọc theo trạng thái").click();
  await page.getByLabel("Trạng thái").selectOption("registered");
  await page.getByText("Không tìm thấy hồ sơ nào").waitFor();
  await look("");
  await caption("Tìm thấy 2 hồ sơ");
  await page.goBack();
  await page.getByText("Không tìm thấy hồ sơ nào").waitFor();
  await page.getByLabel("Trạng thái").selectOption("");
  await look("");
  await caption("Sổ tiếp nhận năm 2026: mới tải 50 hồ sơ");
});

test("a long link in a title breaks, and pushes neither state nor due date out of sight", async () => {
  await page.goto(`${system.origin}/quan-tri/so-tiep-nhan?year=2026`);
  await page.getByText(link).first().waitFor();
  for (const width of [360, 1366]) {
    await page.setViewportSize({ width, height: 768 });
    const wide = await page
      .locator(".scroller, .dossiers")
      .evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).length);
    expect(wide, `${width}`).toBe(0);
  }
});

test("the whole register is printed across A4, whatever the list shows", async () => {
  // The printer is asked when the sheet stands; what it would get is kept as PDF.
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "true");
  });
  await page.getByRole("button", { name: "In sổ", exact: true }).click();
  await page.waitForSelector("[data-printed]");
  const sheet = page.locator(".register-sheet");
  await page.emulateMedia({ media: "print" });
  expect(await sheet.isVisible()).toBe(true);
  expect(await page.locator(".desk").isVisible()).toBe(false);
  const numbers = await sheet.locator("tbody tr:not(.ending-row) td:first-child").allTextContents();
  expect(numbers).toEqual([...Array.from({ length: count - 2 }, (_, i) => String(i + 1)), "", ""]);
  expect(await sheet.textContent()).toContain("Sổ tiếp nhận sáng kiến năm 2026");
  expect(await sheet.textContent()).toContain(
    `Sổ có ${count} hồ sơ, trong đó ${count - 2} hồ sơ đã tiếp nhận, số cuối cùng là ${count - 2}.`,
  );
  // As wide as the sheet between its margins: no code runs into the column beside it.
  await page.setViewportSize({ width: 1032, height: 768 });
  const running = await sheet
    .locator("tbody td:nth-child(3)")
    .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length);
  expect(running).toBe(0);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.emulateMedia({ media: null });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString("latin1")).toMatch(/\/MediaBox \[0 0 84\d(\.\d+)? 59\d(\.\d+)?\]/);
  // The browser says when it has printed.
  await sheet.waitFor({ state: "detached" });
});

/** On how many pages of a PDF by Chromium, and beside how many, does a link stand? Its pages name their links, and its links where they lead. */
function countPages(pdf: Buffer, link: string, beside: string): [number, number] {
  const objects = new Map(
    [...pdf.toString("latin1").matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)].map(([, id = "", body = ""]) => [
      id,
      body,
    ]),
  );
  const pages = [...objects.values()]
    .filter((body) => /\/Type \/Page\b/.test(body))
    .map((body) => {
      const [, named = ""] = /\/Annots \[([^\]]*)\]/.exec(body) ?? [];
      return [...named.matchAll(/(\d+) 0 R/g)].map(([, id = ""]) => objects.get(id) ?? "").join("");
    })
    .filter((links) => links.includes(link));
  return [pages.length, pages.filter((links) => links.includes(beside)).length];
}

test("the signatures stand on a page with lines, wherever the page ends", async () => {
  const places: [number, number][] = [];
  // Headless Chromium prints nothing by itself; `page.pdf` below is the one printing.
  await page.evaluate(() => {
    window.print = () => {};
  });
  for (let millimetres = 0; millimetres < 168; millimetres += 24) {
    await page.getByRole("button", { name: "In sổ", exact: true }).click();
    await page.locator(".register-sheet").waitFor({ state: "attached" });
    await page.evaluate((space) => {
      const sheet = document.querySelector<HTMLElement>(".register-sheet") as HTMLElement;
      (sheet.querySelector("h2") as HTMLElement).style.marginBottom = `${space}mm`;
      const link = (within: Element, href: string) => {
        const anchor = document.createElement("a");
        anchor.href = href;
        anchor.append(...within.childNodes);
        within.append(anchor);
      };
      for (const signature of sheet.querySelectorAll(".signatures b"))
        link(signature, "https://signature.example/");
      for (const title of sheet.querySelectorAll("td:nth-child(6)")) link(title, "https://line.example/");
    }, millimetres);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    places.push(countPages(pdf, "signature.example", "line.example"));
    await page.locator(".register-sheet").waitFor({ state: "detached" });
  }
  expect(places).toEqual(places.map(() => [1, 1]));
}, 60_000);

test("nothing in it hinders whoever cannot see or use a mouse", async () => {
  for (const width of [360, 1366])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const violations = await findViolations(page);
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
});
