import fc from "fast-check";
import { expect, test } from "vitest";
import { addNames, emptyRow } from "../../../web/src/staff/commendation/blocs/typed-bloc.ts";
import { findFaults, openDesk } from "../../support/desk.ts";
import { withSystem } from "../../support/system.ts";

const unit = "xa-dien-khanh";
const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });
const open = (path: string) =>
  openDesk(browser, `${system.origin}/quan-tri${path}?unit=${unit}`, "tiep-nhan@example.vn", 40_000);

test("pasted names add a row for each new unit, in their order", () => {
  const name = fc.constantFrom("Thôn 1", "thôn 1", " Thôn 2 ", "", "Tổ dân phố Đông");
  fc.assert(
    fc.property(fc.array(name), fc.array(name), (before, pasted) => {
      const rows = addNames(before.map(emptyRow), pasted.join("\n")).map((row) =>
        row.name.trim().toLowerCase(),
      );
      const kept = before.map((each) => each.trim().toLowerCase()).filter(Boolean);
      expect(rows.slice(0, kept.length)).toEqual(kept);
      const added = pasted.map((each) => each.trim().toLowerCase()).filter((each) => each !== "");
      expect(rows.slice(kept.length)).toEqual([...new Set(added)].filter((each) => !kept.includes(each)));
    }),
  );
});

test("a bloc's ranks are entered with pasted units, corrected, copied to the next year, and withdrawn", async () => {
  const page = await open("/khoi-thi-dua");
  const dialog = page.getByRole("dialog");
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await page.getByText("Năm 2026 chưa ghi xếp hạng khối thi đua nào").waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole("combobox", { name: "Năm", exact: true }).selectOption("2025");
  await page.getByText("Năm 2025 chưa ghi xếp hạng khối thi đua nào").waitFor();
  await press("Ghi xếp hạng");
  await dialog.getByRole("button", { name: "Lưu", exact: true }).click();
  await dialog.getByRole("link", { name: "Hãy nhập tên khối thi đua." }).waitFor();
  await dialog.getByRole("link", { name: "Hãy nhập ít nhất một đơn vị của khối." }).waitFor();
  await dialog.getByLabel("Tên khối").fill("Khối thi đua các thôn");
  await dialog.getByText("Thêm nhiều đơn vị một lúc").click();
  await dialog
    .getByLabel("Tên các đơn vị, mỗi dòng một đơn vị")
    .fill("Thôn 1\nThôn 2\nThôn 3\nthôn 1\nThôn 4");
  await dialog.getByRole("button", { name: "Thêm vào khối" }).click();
  const rank = (row: number) => dialog.getByLabel("Hạng").nth(row);
  await rank(2).selectOption({ label: "Nhất" });
  await rank(0).selectOption({ label: "Nhì" });
  await rank(3).selectOption({ label: "Nhì" });
  await dialog.getByLabel("Phần thưởng").nth(2).fill("Cờ thi đua và 1.000.000 đồng");
  expect(await findFaults(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Lưu", exact: true }).click();
  await page.getByText("4 đơn vị, 3 đơn vị được xếp hạng").waitFor();
  const rows = () => page.locator(".bloc tbody tr").allInnerTexts();
  expect((await rows()).map((text) => text.replace(/\s+/g, " ").trim())).toEqual([
    "Thôn 3 Nhất Cờ thi đua và 1.000.000 đồng",
    "Thôn 1 Nhì –",
    "Thôn 4 Nhì –",
    "Thôn 2 – –",
  ]);
  expect(await findFaults(page)).toEqual([]);

  await page.getByRole("combobox", { name: "Năm", exact: true }).selectOption("2026");
  await page.getByText("Năm 2026 chưa ghi xếp hạng").waitFor();
  await press("Ghi xếp hạng");
  await dialog
    .getByLabel("Chép các đơn vị của khối năm 2025")
    .selectOption({ label: "Khối thi đua các thôn" });
  await dialog.getByRole("textbox", { name: "Đơn vị 4" }).waitFor();
  await rank(1).selectOption({ label: "Nhất" });
  await dialog.getByRole("button", { name: "Lưu", exact: true }).click();
  await page.getByText("4 đơn vị, 1 đơn vị được xếp hạng").waitFor();
  await press("Rút: Khối thi đua các thôn");
  await dialog.getByRole("button", { name: "Rút khỏi danh sách" }).click();
  await page.getByText("Năm 2026 chưa ghi xếp hạng").waitFor();
  await page.getByLabel("Hiện cả khối đã rút").check();
  await press("Đưa lại vào danh sách: Khối thi đua các thôn");
  await dialog.getByRole("button", { name: "Đưa lại vào danh sách" }).click();
  await page.getByRole("button", { name: "Sửa: Khối thi đua các thôn" }).waitFor();
  await page.context().close();
}, 120_000);

test("nominations show who waits above and since when; results, withdrawals and erasures follow", async () => {
  const page = await open("/de-nghi-khen-thuong");
  const dialog = page.getByRole("dialog");
  const save = () => dialog.getByRole("button", { name: "Lưu", exact: true }).click();
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await page.getByText("Đơn vị này chưa ghi đề nghị nào.").waitFor();
  expect(await findFaults(page)).toEqual([]);
  const enter = async (name: string, sentOn: string) => {
    await press("Ghi đề nghị");
    await dialog.getByLabel("Họ và tên").fill(name);
    await dialog.getByLabel("Cấp khen").selectOption({ label: "Cấp tỉnh" });
    await dialog
      .getByLabel("Hình thức, danh hiệu đề nghị")
      .fill("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh");
    await dialog.getByLabel("Nơi quyết định").fill("Ủy ban nhân dân tỉnh Khánh Hòa");
    await dialog.getByLabel("Ngày gửi").fill(sentOn);
  };
  await enter("Nguyễn Thị Hoa", "2026-12-24");
  expect(await findFaults(page)).toEqual([]);
  await save();
  await dialog.getByRole("link", { name: "Ngày này chưa tới." }).waitFor();
  await dialog.getByLabel("Ngày gửi").fill("2026-11-02");
  await save();
  await page.getByText("đã 20 ngày").waitFor();
  await enter("Trần Văn Ba", "2025-11-22");
  await dialog.getByLabel("Năm khen thưởng").fill("2025");
  await save();
  await page.getByText("đã 365 ngày").waitFor();
  await page.getByRole("link", { name: "2 đang chờ trả lời" }).click();
  await page.getByText("lâu nhất từ 22/11/2025").waitFor();
  // The longest wait comes first.
  expect(await page.locator("tbody th b").allInnerTexts()).toEqual(["Trần Văn Ba", "Nguyễn Thị Hoa"]);
  expect(await findFaults(page)).toEqual([]);

  await press("Ghi kết quả: Trần Văn Ba");
  await dialog.getByLabel("Ngày có kết quả").fill("2024-01-01");
  await dialog.getByRole("button", { name: "Ghi kết quả" }).click();
  await dialog.getByRole("link", { name: "Kết quả không thể có trước ngày gửi đề nghị." }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await dialog.getByLabel(/^Số quyết định, văn bản trả lời/).fill("1254/QĐ-UBND");
  await dialog.getByLabel("Ngày có kết quả").fill("2026-01-15");
  await dialog.getByRole("button", { name: "Ghi kết quả" }).click();
  await page.getByRole("link", { name: "1 được khen", exact: true }).click();
  await page
    .getByRole("row")
    .filter({ hasText: "Trần Văn Ba" })
    .getByText("1254/QĐ-UBND, 15/01/2026")
    .waitFor();
  await press("Xóa dữ liệu cá nhân: Trần Văn Ba");
  await dialog.getByRole("button", { name: "Xóa dữ liệu cá nhân" }).click();
  await page.getByText("(đã xóa theo yêu cầu)").waitFor();
  expect(await page.getByText("Trần Văn Ba").count()).toBe(0);

  await page.getByRole("link", { name: "1 đang chờ trả lời" }).click();
  await press("Rút: Nguyễn Thị Hoa");
  await dialog.getByRole("button", { name: "Rút đề nghị" }).click();
  await page.getByText("Không có mục nào khớp với bộ lọc.").waitFor();
  await page.getByLabel("Kết quả").selectOption({ label: "Đã rút" });
  await press("Đưa lại: Nguyễn Thị Hoa");
  await dialog.getByRole("button", { name: "Đưa lại đề nghị" }).click();
  await page.getByRole("link", { name: "1 đang chờ trả lời" }).waitFor();
  await page.context().close();
}, 120_000);
