import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { changeCommendation } from "#core/commendation/lifecycle.ts";
import { commendationDesk, commendingUnit, pasteRow } from "../../support/commendation-desk.ts";
import { findFaults, openDesk } from "../../support/desk.ts";
import { testLongPaste } from "../../support/paste-tests.ts";
import { readPdf } from "../../support/pdf-text.ts";
import { withSystem } from "../../support/system.ts";

const unit = commendingUnit;
const subject = "Tặng Giấy khen phong trào Đoàn kết sáng tạo năm 2026";

let page: Page;
const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });
beforeAll(async () => {
  page = await openDesk(
    browser,
    `${system.origin}/quan-tri/khen-thuong?unit=${unit}&year=2026`,
    "quan-tri@example.vn",
    20_000,
  );
}, 120_000);

const { dialog, press, confirm, heading, draft, paste, takePrint } = commendationDesk(
  () => page,
  system.origin,
);
const row = pasteRow;

/** Recipients of issued decisions, as the figures count them. */
const praised = async () => {
  const { counted } = await system.store.figures.rows(unit, 2026);
  return (
    counted.find(
      ({ key, dimension }) => key === "commendation.commune.praiseCertificate.individual" && dimension === "",
    )?.value ?? 0
  );
};

test("forty recipients are pasted, two corrected, the decision issued and cancelled; figures and warnings follow", async () => {
  await page.getByText("Năm 2026 chưa có quyết định khen thưởng nào").waitFor();
  expect(await findFaults(page)).toEqual([]);
  await press("Lập quyết định");
  // The unit's level and name are filled in already; the subject is asked for.
  await confirm("Lập dự thảo");
  await dialog().getByRole("link", { name: "Hãy nhập trích yếu của quyết định." }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await draft(subject);
  await page.getByText("Chưa có dòng nào.").waitFor();
  expect(await findFaults(page)).toEqual([]);

  await press("Dán từ Excel");
  const rows = Array.from({ length: 40 }, (_, i) => row(i + 1));
  const wrong = [row(1, { 4: "Bằng vàng" }), row(2, { 2: "không rõ" }), ...rows.slice(2)];
  await paste(wrong);
  await dialog().getByText("Đọc được 40 dòng: 38 dòng đúng, 2 dòng cần sửa.").waitFor();
  await confirm(/^Thêm 38 dòng/);
  await dialog().getByText("Còn 2 dòng cần sửa.").waitFor();
  const faulty = dialog().getByRole("row").filter({ hasText: "Bằng vàng" });
  expect(await faulty.innerText()).toContain("Hãy chọn hình thức hoặc danh hiệu trong danh sách.");
  expect(await findFaults(page)).toEqual([]);
  // Two say the same achievement of one person, and one name is a household's.
  const right = [...rows.slice(0, 38), row(1), row(40, { 1: "Hộ bà Lê Thị Bưởi" })];
  await paste(right);
  await confirm(/^Thêm 40 dòng/);
  await heading("Danh sách khen thưởng: 40 dòng");
  await heading("2 điều cần xem lại");
  await page.getByText("“Hộ bà Lê Thị Bưởi” là tên một hộ nhưng đang ghi là cá nhân.").waitFor();
  await page.getByRole("link", { name: "Tới dòng 40" }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("line-40");
  expect(await findFaults(page)).toEqual([]);

  await press("Sửa dòng của Hộ bà Lê Thị Bưởi");
  await dialog()
    .getByText(/710.000 đồng|760.000 đồng/)
    .waitFor();
  await dialog().getByLabel("Đối tượng").selectOption("household");
  await dialog().getByText("bảng không có mức cho hình thức và đối tượng này").waitFor();
  await dialog().getByLabel("Tiền thưởng").fill("500.000");
  expect(await findFaults(page)).toEqual([]);
  await confirm("Ghi dòng này");
  await heading("1 điều cần xem lại");
  await page
    .locator("#line-39")
    .getByRole("button", { name: /^Sửa dòng/ })
    .click();
  await dialog()
    .getByLabel(/^Thành tích \(/)
    .fill("Hiến đất làm đường");
  await confirm("Ghi dòng này");
  await page.getByText("Không thấy điều gì đáng ngờ.").waitFor();
  expect(await praised()).toBe(0);

  await press("Ban hành");
  await dialog().getByLabel("Số quyết định").fill("15/QĐ-UBND về khen thưởng phong trào");
  await dialog().getByLabel("Ngày ký").fill("2026-11-20");
  await confirm("Ban hành quyết định");
  await dialog().getByText("Số quyết định chỉ gồm số và ký hiệu").first().waitFor();
  await dialog().getByLabel("Số quyết định").fill("15/QĐ-UBND");
  await confirm("Ban hành quyết định");
  await page.locator("h1 + .tag", { hasText: "Đã ban hành" }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await expect.poll(praised).toBe(39);
  expect(await page.getByRole("button", { name: /^Sửa dòng|Dán từ Excel/ }).count()).toBe(0);

  await press("Hủy bỏ quyết định");
  await dialog().getByLabel("Căn cứ hủy bỏ theo luật").selectOption("falseDeclaration");
  await dialog().getByLabel("Lý do").fill("Kết luận thanh tra ngày 21/11/2026");
  await dialog().getByLabel("Tiền phải thu hồi").fill("30.140.000");
  expect(await findFaults(page)).toEqual([]);
  await confirm("Hủy bỏ quyết định");
  await page.getByText("Tiền phải thu hồi: 30.140.000 đồng.").waitFor();
  await expect.poll(praised).toBe(0);
  expect(await findFaults(page)).toEqual([]);

  await page.getByRole("link", { name: "Các quyết định của đơn vị" }).click();
  await page.getByRole("row").filter({ hasText: "15/QĐ-UBND" }).getByText("Đã hủy bỏ").waitFor();
  await page.getByText("Không cộng 1 quyết định đã hủy bỏ hoặc đã rút.").waitFor();
  expect(await findFaults(page)).toEqual([]);
}, 180_000);

// All 2,000 rows are pasted in test/long.
testLongPaste({ browser, system, page: () => page }, 400);

/** A line's form tells every fault at once. */
async function tellAllFaults() {
  await press("Thêm dòng");
  await dialog().getByLabel("Năm sinh").fill("abc");
  await dialog().getByLabel("Thành tích từ").fill("năm ngoái");
  await confirm("Thêm vào danh sách");
  for (const fault of [/^Hãy nhập tên người/, /^Chỉ ghi một con số/])
    await dialog().getByRole("link", { name: fault }).waitFor();
  expect(await dialog().locator(".entry.bad").count()).toBe(3);
  expect(await findFaults(page)).toEqual([]);
  await dialog().getByRole("button", { name: "Thôi" }).click();
}

/** Open warnings are told where the decision is issued, and have to be ticked. */
async function issueWithWarnings() {
  await heading("1 điều cần xem lại");
  await press("Ban hành");
  await dialog().getByLabel("Số quyết định").fill("18/QĐ-UBND");
  await dialog().getByLabel("Ngày ký").fill("2026-11-20");
  await dialog().getByText("nhiều dòng cùng tên, có dòng chưa rõ năm sinh").waitFor();
  await confirm("Ban hành quyết định");
  await dialog().getByText("Hãy xem các điều cần xem lại").first().waitFor();
  expect(await findFaults(page)).toEqual([]);
  await dialog().getByLabel("Tôi đã xem 1 điều cần xem lại").check();
  await confirm("Ban hành quyết định");
  await page.locator("h1 + .tag", { hasText: "Đã ban hành" }).waitFor();
}

test("awards of one name stay apart where birth years differ or are unknown, and lead to their decision", async () => {
  await draft("Khen thưởng đột xuất");
  await press("Dán từ Excel");
  const people = [
    row(1, { 1: "Lê Thị Hoa", 2: "1970" }),
    row(2, { 1: "Lê Thị Hoa", 2: "1985" }),
    row(3, { 1: "Lê Thị Hoa", 2: "" }),
    row(4, { 1: "Lê Thị Hoa", 2: "1970" }),
  ];
  await paste(people);
  await confirm(/^Thêm 4 dòng/);
  await heading("Danh sách khen thưởng: 4 dòng");
  await tellAllFaults();
  await issueWithWarnings();
  await page.getByRole("link", { name: "Khen thưởng qua các năm" }).click();
  await page.getByLabel("Tên", { exact: true }).fill("le thi hoa");
  await press("Tìm");
  await page.getByText("Tìm thấy 3 người hoặc tập thể.").waitFor();
  expect(new URL(page.url()).searchParams.get("name")).toBe("le thi hoa");
  expect(await findFaults(page)).toEqual([]);
  await page.getByLabel("Năm sinh").fill("1970");
  await press("Tìm");
  // The year that nobody knows may be 1970 too.
  await page.getByText("Tìm thấy 2 người hoặc tập thể.").waitFor();
  await page.getByRole("link", { name: "Giấy khen" }).first().click();
  await heading("Khen thưởng đột xuất");
}, 120_000);

/** Positions that one person keeps are there for the next, drawn where they are printed. */
async function keepPositions() {
  await dialog().getByText("Đang dùng vị trí thường dùng; đơn vị chưa lưu vị trí nào.").waitFor();
  const nameAt = () => dialog().locator(".sheet-preview text.name").getAttribute("y");
  const before = Number(await nameAt());
  await dialog().getByLabel("Tên người nhận, từ mép trên").fill("82");
  await expect.poll(async () => Number(await nameAt())).toBeCloseTo(before - 10);
  expect(await findFaults(page)).toEqual([]);
  await dialog().getByRole("button", { name: "Lưu vị trí cho đơn vị" }).click();
  await dialog().getByText("Vị trí của đơn vị, lưu bởi").waitFor();
  const other = await openDesk(browser, page.url(), "tiep-nhan@example.vn", 40_000);
  await other.getByText("Người quản trị của đơn vị xem lại và ban hành quyết định này.").waitFor();
  await other.getByRole("button", { name: "In", exact: true }).click();
  const theirs = other.getByRole("dialog");
  await theirs.getByLabel(/^Nội dung in lên phôi/).check();
  await theirs.getByText("Vị trí của đơn vị, lưu bởi").waitFor();
  expect(await theirs.getByLabel("Tên người nhận, từ mép trên").inputValue()).toBe("82");
  await other.context().close();
}

test("the list and one certificate are printed as PDF, and wrong numbers and positions are refused", async () => {
  await draft("Khen thưởng để in");
  expect(await page.getByRole("button", { name: "In", exact: true }).count()).toBe(0);
  await press("Dán từ Excel");
  await paste([row(1), row(2), row(3)]);
  await confirm(/^Thêm 3 dòng/);
  await heading("Danh sách khen thưởng: 3 dòng");

  await press("In");
  expect(await findFaults(page)).toEqual([]);
  await dialog().getByLabel("Riêng danh sách").check();
  await confirm("Lập tệp");
  const list = await takePrint();
  expect(list.name).toBe(`danh-sach-khen-thuong_${unit}_2026-11-22.pdf`);
  expect(list.bytes.subarray(0, 4).toString()).toBe("%PDF");
  for (const n of [1, 2, 3]) expect(readPdf(list.bytes).text).toContain(`Nguyễn Văn Thử ${n}`);
  expect(await findFaults(page)).toEqual([]);

  await dialog()
    .getByLabel(/^Nội dung in lên phôi/)
    .check();
  // The list's file is of another choice.
  expect(
    await dialog()
      .getByRole("link", { name: /^Tải về / })
      .count(),
  ).toBe(0);
  await dialog().getByLabel("Chỉ những dòng chọn theo số").check();
  await dialog().getByLabel("Số dòng").fill("hai");
  await confirm("Lập tệp");
  await dialog()
    .getByRole("link", { name: /^Hãy nhập số dòng như/ })
    .waitFor();
  await dialog().getByLabel("Số dòng").fill("9");
  await confirm("Lập tệp");
  await dialog().getByText("Danh sách không có dòng nào mang các số đã chọn.").waitFor();
  await dialog().getByLabel("Số dòng").fill("2");
  const width = dialog().getByLabel("Chiều rộng phôi");
  expect(await width.inputValue()).toBe("297");
  await width.fill("0");
  await confirm("Lập tệp");
  await dialog()
    .getByRole("link", { name: /^Vị trí in tính bằng mm/ })
    .waitFor();
  expect(await findFaults(page)).toEqual([]);
  await dialog()
    .getByRole("button", { name: /^Lấy vị trí thường dùng/ })
    .click();
  expect(await width.inputValue()).toBe("297");
  await keepPositions();
  await dialog()
    .getByLabel(/^Bản in thử/)
    .check();
  await confirm("Lập tệp");
  const certificate = await takePrint();
  expect(certificate.name).toBe(`noi-dung-in_${unit}_2026-11-22.pdf`);
  expect(certificate.bytes.subarray(0, 4).toString()).toBe("%PDF");
  const { pages, text } = readPdf(certificate.bytes);
  expect(pages).toHaveLength(1);
  expect(text).toContain("Nguyễn Văn Thử 2");
  expect(text).toContain("BẢN IN THỬ");
  expect(await findFaults(page)).toEqual([]);
}, 120_000);

test("the log of a decision that was changed often shows its newest entries, and the others when asked", async () => {
  const id = await draft("Quyết định sửa nhiều lần");
  const { commendations } = system.store;
  const first = await commendations.get(id);
  if (!first) throw new Error("no draft");
  let before = first;
  for (let n = 1; n < 60; n++) {
    const by = { id: "quan-tri", name: `Người sửa ${n}` };
    const step = { by, at: "2026-11-22T05:00:00.000Z", request: `lan-${n}` };
    const { year, issuer, level, line, basis, occasion, articles, document, budget } = before;
    const form = { year, issuer, level, line, basis, occasion, articles, document, budget };
    const write = changeCommendation(before, { ...form, subject: `Lần sửa ${n}` }, step);
    if (!write) throw new Error("nothing changed");
    await commendations.save(write);
    before = write.after;
  }
  await page.reload();
  await page.getByText("Nhật ký (60)").click();
  const entries = page.locator(".commendation-log li");
  await expect.poll(() => entries.count()).toBe(50);
  expect(await findFaults(page)).toEqual([]);
  await press("Xem các mục trước");
  await expect.poll(() => entries.count()).toBe(60);
  expect(await page.getByRole("button", { name: "Xem các mục trước" }).count()).toBe(0);
}, 60_000);
