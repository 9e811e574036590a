import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { commendationDesk, commendingUnit, pasteRow } from "../../support/commendation-desk.ts";
import { findFaults, openDesk } from "../../support/desk.ts";
import { readPdf } from "../../support/pdf-text.ts";
import { withSystem } from "../../support/system.ts";

let page: Page;
const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });
beforeAll(async () => {
  page = await openDesk(browser, `${system.origin}/quan-tri`, "quan-tri@example.vn", 40_000);
}, 120_000);

const desk = commendationDesk(() => page, system.origin);
const { dialog, press, confirm, heading } = desk;
const go = (path: string) => page.goto(`${system.origin}/quan-tri${path}`);

/** Numbers of the dashboard's tiles on commendations, by name. */
async function readTiles(unit: string): Promise<Record<string, string>> {
  await go(`?unit=${unit}&year=2026`);
  await page.locator(".tile").first().waitFor();
  const tiles = await page
    .locator(".awards .tile")
    .evaluateAll((all) =>
      all.map((tile) => [
        tile.querySelector(".name")?.textContent ?? "",
        tile.querySelector("b")?.textContent ?? "",
      ]),
    );
  return Object.fromEntries(tiles);
}

const tilesBecome = (unit: string, expected: Record<string, string>) =>
  expect.poll(() => readTiles(unit), { timeout: 40_000 }).toEqual(expected);

/** Makes the report of 2026 anew, and returns its text once it says what is expected. */
async function readReport(expected: string): Promise<string> {
  await go(`/bao-cao/${commendingUnit}~2026~2026`);
  await page
    .getByRole("button", { name: /^(Lập báo cáo|Lập lại)$/ })
    .first()
    .click();
  const sheet = page.locator(".report-sheet").first();
  await sheet.waitFor({ timeout: 30_000 });
  await expect.poll(() => sheet.innerText(), { timeout: 30_000 }).toContain(expected);
  return sheet.innerText();
}

test("forty recipients are pasted, two corrected, issued and printed; dashboard, report and warnings follow, also a cancellation", async () => {
  await desk.draft("Khen thưởng phong trào Đoàn kết sáng tạo năm 2026");
  const first = page.url();
  await press("Dán từ Excel");
  const rows = Array.from({ length: 40 }, (_, i) => pasteRow(i + 1));
  await desk.paste([...rows.slice(0, 38), pasteRow(1), pasteRow(40, { 1: "Hộ bà Lê Thị Bưởi" })]);
  await confirm(/^Thêm 40 dòng/);
  await heading("2 điều cần xem lại");
  await press("Sửa dòng của Hộ bà Lê Thị Bưởi");
  await dialog().getByLabel("Đối tượng").selectOption("household");
  await dialog().getByLabel("Tiền thưởng").fill("500.000");
  await confirm("Ghi dòng này");
  await heading("1 điều cần xem lại");
  await page
    .locator("#line-39")
    .getByRole("button", { name: /^Sửa dòng/ })
    .click();
  await dialog().getByLabel("Họ và tên").fill("Võ Thị Chín");
  await confirm("Ghi dòng này");
  await page.getByText("Không thấy điều gì đáng ngờ.").waitFor();
  expect(await readTiles(commendingUnit)).toEqual({});
  await page.goto(first);
  await desk.issue("15/QĐ-UBND", "2026-11-20");

  await press("In");
  await dialog().getByLabel("Riêng danh sách").check();
  await confirm("Lập tệp");
  const list = readPdf((await desk.takePrint()).bytes).text;
  for (const name of ["Nguyễn Văn Thử 1", "Nguyễn Văn Thử 38", "Võ Thị Chín", "Hộ bà Lê Thị Bưởi"])
    expect(list).toContain(name);
  await dialog()
    .getByLabel(/^Nội dung in lên phôi/)
    .check();
  await dialog().getByLabel("Chỉ những dòng chọn theo số").check();
  await dialog().getByLabel("Số dòng").fill("39");
  await confirm("Lập tệp");
  const certificate = readPdf((await desk.takePrint()).bytes);
  expect(certificate.pages).toHaveLength(1);
  expect(certificate.text).toContain("Võ Thị Chín");
  expect(certificate.text).toContain("Quyết định số 15/QĐ-UBND");
  expect(certificate.text).not.toContain("BẢN IN THỬ");
  await page.keyboard.press("Escape");

  // A second decision praises one of them again for the same achievement.
  await desk.draft("Khen thưởng đột xuất");
  const second = page.url();
  await press("Dán từ Excel");
  await desk.paste([pasteRow(5)]);
  await confirm(/^Thêm 1 dòng/);
  const warning = "thành tích này đã được khen năm 2026 (15/QĐ-UBND)";
  await page.getByText(warning).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await desk.issue("16/QĐ-UBND", "2026-11-21");

  // 40 giấy khen of 0.3 × 2,530,000 đồng, rounded up to 760,000, and 500,000 of the household.
  const both = {
    "Quyết định": "2",
    "Cá nhân": "40",
    "Tập thể": "0",
    "Hộ gia đình": "1",
    "Tiền thưởng": "30.900.000 đ",
  };
  await tilesBecome(commendingUnit, both);
  expect(await findFaults(page)).toEqual([]);
  await tilesBecome("khanh-hoa", both);
  expect(await readReport("40 lượt cá nhân")).toContain("1 lượt hộ gia đình");
  expect(await findFaults(page)).toEqual([]);

  // The award of one recipient is cancelled; the decision stands, and the second award is no repetition any more.
  await page.goto(first);
  await page
    .locator("#line-5")
    .getByRole("button", { name: /^Hủy khen thưởng/ })
    .click();
  expect(await findFaults(page)).toEqual([]);
  await dialog().getByLabel("Căn cứ hủy bỏ theo luật").selectOption("falseDeclaration");
  await dialog().getByLabel("Tiền phải thu hồi").fill("760.000");
  await dialog().getByLabel("Lý do").fill("Kết luận ngày 22/11/2026");
  await confirm("Hủy khen thưởng");
  await page.locator("#line-5").getByText("Kê khai gian dối thành tích").waitFor();
  await page.getByText("1 dòng; tiền phải thu hồi: 760.000 đồng").waitFor();
  expect(
    await page
      .locator("#line-5")
      .getByRole("button", { name: /^Hủy khen thưởng/ })
      .count(),
  ).toBe(0);
  await page
    .locator("#line-6")
    .getByRole("button", { name: /^Đính chính/ })
    .click();
  expect(await findFaults(page)).toEqual([]);
  await dialog().getByLabel("Họ và tên").fill("Nguyễn Văn Đúng Tên");
  await dialog().getByLabel("Lý do").fill("Ghi sai tên");
  await confirm("Ghi đính chính");
  await page.locator("#line-6").getByText("Nguyễn Văn Đúng Tên").waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.goto(second);
  await page.getByText("Không thấy điều gì đáng ngờ.").waitFor();
  expect(await page.getByText(warning).count()).toBe(0);
  const less = { ...both, "Cá nhân": "39", "Tiền thưởng": "30.140.000 đ" };
  await tilesBecome(commendingUnit, less);
  await tilesBecome("khanh-hoa", less);
  expect(await readReport("39 lượt cá nhân")).not.toContain("40 lượt");

  await page.goto(first);
  await press("Hủy bỏ quyết định");
  await dialog().getByLabel("Căn cứ hủy bỏ theo luật").selectOption("laterFinding");
  await dialog().getByLabel("Lý do").fill("Kết luận ngày 22/11/2026");
  await confirm("Hủy bỏ quyết định");
  await page.locator("h1 + .tag", { hasText: "Đã hủy bỏ" }).waitFor();
  expect(await findFaults(page)).toEqual([]);

  const one = { "Quyết định": "1", "Cá nhân": "1", "Tập thể": "0", "Tiền thưởng": "760.000 đ" };
  await tilesBecome(commendingUnit, one);
  await tilesBecome("khanh-hoa", one);
  const after = await readReport("Giấy khen: 1 lượt cá nhân");
  expect(after).not.toContain("40 lượt");
  expect(after).not.toContain("hộ gia đình");
  await page.goto(second);
  await page.getByText("Không thấy điều gì đáng ngờ.").waitFor();
  expect(await page.getByText(warning).count()).toBe(0);
}, 240_000);

test("every number of the tiles opens the decisions that it counts", async () => {
  const tiles = await readTiles("khanh-hoa");
  const links = await page.locator(".awards a.tile").evaluateAll((all) =>
    all.map((tile) => ({
      name: tile.querySelector(".name")?.textContent ?? "",
      href: tile.getAttribute("href") ?? "",
    })),
  );
  expect(links.map(({ name }) => name)).toEqual(["Quyết định", "Cá nhân", "Tiền thưởng"]);
  for (const { name, href } of links) {
    await page.goto(`${system.origin}${href}`);
    const caption = await page.locator("caption").innerText();
    const said = {
      "Quyết định": /^(\d+) quyết định/,
      "Cá nhân": /, (\d+) lượt cá nhân/,
      "Tiền thưởng": /tiền thưởng: ([\d.]+) đồng/,
    }[name];
    expect(said?.exec(caption)?.[1], caption).toBe(tiles[name]?.replace(" đ", ""));
    expect(await page.locator("tbody tr").count()).toBe(1);
  }
  expect(await findFaults(page)).toEqual([]);
}, 60_000);
