import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { findFaults, openDesk } from "../../support/desk.ts";
import { withSystem } from "../../support/system.ts";

let page: Page;
const { browser, system } = await withSystem({ clock: () => "2026-11-22T05:00:00.000Z" });
beforeAll(async () => {
  page = await signIn();
}, 120_000);

const campaignPage = () => `${system.origin}/quan-tri/dot-phat-dong/khanh-hoa-2026`;

const signIn = () => openDesk(browser, campaignPage(), "quan-tri@example.vn", 40_000);

const save = (at: Page) => at.getByRole("button", { name: "Lưu", exact: true }).click();

test("two people change one campaign: nobody overwrites the other, and both changes can be kept", async () => {
  const other = await signIn();
  for (const each of [page, other]) {
    await each.goto(campaignPage());
    await each.getByLabel("Tên đợt").waitFor();
  }
  await other.getByLabel("Tên đợt").fill("Phong trào thi đua năm 2026, sửa trước");
  await save(other);
  await other.getByText(/Đã lưu lúc/).waitFor();

  await page.getByLabel("Ngày đóng").fill("2026-12-25");
  await save(page);
  await page.getByText("Nội dung ông/bà nhập vẫn còn ở dưới và chưa được lưu.").waitFor();
  expect(await page.getByLabel("Ngày đóng").inputValue()).toBe("2026-12-25");
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole("button", { name: /^Ghép:/ }).click();
  await save(page);
  await page.getByText(/Đã lưu lúc/).waitFor();
  const [kept] = (await system.store.directory.campaigns()).filter(({ id }) => id === "khanh-hoa-2026");
  expect(kept).toMatchObject({ name: "Phong trào thi đua năm 2026, sửa trước", closesOn: "2026-12-25" });
  await other.context().close();
}, 60_000);

test("a council is founded beside the campaign, chosen by name with its unit, and renamed", async () => {
  await page.goto(campaignPage());
  await page.getByText("Hội đồng xét sáng kiến xã Diên Khánh").waitFor();
  await page.getByRole("button", { name: "Lập hội đồng mới" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Đặt tại").selectOption("xa-dien-lac");
  await dialog.getByLabel("Tên hội đồng").fill("");
  await dialog.getByRole("button", { name: "Lưu hội đồng" }).click();
  await dialog.getByText("Hãy nhập tên hội đồng.").first().waitFor();
  expect(await findFaults(page)).toEqual([]);
  await dialog.getByLabel("Tên hội đồng").fill("Hội đồng xét sáng kiến xã Diên Lạc");
  await dialog.getByRole("button", { name: "Lưu hội đồng" }).click();
  const line = page.getByRole("listitem").filter({ hasText: "Hội đồng xét sáng kiến xã Diên Lạc" });
  await line.getByText("Diên Lạc", { exact: false }).first().waitFor();

  // Taken out again, it is offered in the list, with its unit beside it.
  await line.getByRole("button", { name: /^Bỏ / }).click();
  await page
    .getByLabel("Thêm hội đồng vào đợt")
    .selectOption({ label: "Hội đồng xét sáng kiến xã Diên Lạc (Xã Diên Lạc)" });
  await line.getByRole("button", { name: /^Sửa / }).click();
  await dialog.getByLabel("Tên hội đồng").fill("Hội đồng sáng kiến Diên Lạc");
  await dialog.getByRole("button", { name: "Lưu hội đồng" }).click();
  await page.getByText("Hội đồng sáng kiến Diên Lạc", { exact: true }).waitFor();
  expect(await page.locator("#section-councils").innerText()).not.toMatch(/hd-[0-9a-f]/);
  expect(await findFaults(page)).toEqual([]);
  await save(page);
  await page.getByText(/Đã lưu lúc/).waitFor();
  const kept = await system.store.campaigns.now("khanh-hoa-2026");
  expect(kept?.councils.map(({ name, unit, level }) => [name, unit, level])).toContainEqual([
    "Hội đồng sáng kiến Diên Lạc",
    "xa-dien-lac",
    "commune",
  ]);
}, 60_000);

test("what is wrong with its days is said at the day, and nothing typed is lost", async () => {
  await page.getByLabel("Ngày đóng").fill("2026-01-02");
  await save(page);
  await page.getByText("Chưa lưu được.").first().waitFor();
  await page.locator("[aria-invalid=true]").first().waitFor();
  expect(await page.getByLabel("Ngày đóng").inputValue()).toBe("2026-01-02");
  expect(await findFaults(page)).toEqual([]);
  await page.goto(`${system.origin}/quan-tri/dot-phat-dong`);
  await page.locator("caption", { hasText: "1 đợt phát động" }).waitFor();
  expect(await findFaults(page)).toEqual([]);
});

test("a figure is declared with its word and period, stands as the sentence said, and is corrected with a reason", async () => {
  await page.goto(`${system.origin}/quan-tri/so-lieu?unit=xa-dien-khanh`);
  await page.getByText("Chưa có số liệu khai báo nào ở đây.").waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Khai báo số liệu" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Chỉ tiêu", { exact: true }).selectOption({ label: "Chỉ tiêu khác, tự đặt tên" });
  await dialog.getByRole("button", { name: "Ghi số liệu" }).click();
  await dialog.getByText(/Chưa ghi được/).waitFor();
  // An empty field is not a number that nobody knows; all else is told with it.
  const told = await dialog.getByRole("alert").getByRole("link").allTextContents();
  expect(told).toContain("Hãy nhập số, hoặc đánh dấu “Chưa biết số này”.");
  expect(told.length).toBe(3);
  expect(await findFaults(page)).toEqual([]);
  await dialog.getByLabel("Tên chỉ tiêu").fill("Tiền làm lợi từ sáng kiến");
  await dialog.getByLabel("Số khai báo").fill("105");
  await dialog.getByLabel("Từ đi kèm").selectOption("moreThan");
  await dialog.getByLabel("Đơn vị tính").fill("tỷ đồng");
  await dialog.getByLabel("Từ", { exact: true }).fill("2016");
  await dialog.getByLabel("Đến", { exact: true }).fill("2020");
  await dialog.getByText(/Tiền làm lợi từ sáng kiến: hơn 105 tỷ đồng, .*2016–2020/i).waitFor();
  await dialog.getByRole("button", { name: "Ghi số liệu" }).click();
  const row = page.locator("tbody tr", { hasText: "Tiền làm lợi từ sáng kiến" });
  await row.getByText(/hơn 105/i).waitFor();
  await row.getByRole("button", { name: /Sửa/ }).click();
  expect(await dialog.getByLabel("Số khai báo").inputValue()).toBe("105");
  await page.keyboard.press("Escape");
  // What was only looked at is not what is entered next.
  await page.getByRole("button", { name: "Khai báo số liệu" }).click();
  expect(await dialog.getByLabel("Số khai báo").inputValue()).toBe("");
  await page.keyboard.press("Escape");
  await row.getByRole("button", { name: /Sửa/ }).click();
  await dialog.getByLabel("Số khai báo").fill("106");
  await dialog.getByLabel("Lý do đính chính").fill("Cộng sót một đơn vị");
  await dialog.getByRole("button", { name: "Ghi số liệu" }).click();
  await row.getByText(/hơn 106/i).waitFor();
  await row.getByText("đã đính chính 1 lần").waitFor();
  expect(await findFaults(page)).toEqual([]);
}, 60_000);

test("a figure names its section, its whole of another measure, its day and its sentence", async () => {
  await page.goto(`${system.origin}/quan-tri/so-lieu?unit=xa-dien-khanh`);
  await page.getByRole("button", { name: "Khai báo số liệu" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Chỉ tiêu", { exact: true }).selectOption({ label: "Chỉ tiêu khác, tự đặt tên" });
  await dialog.getByLabel("Tên chỉ tiêu").fill("Tổ tự quản đang duy trì");
  await dialog.getByLabel("Đơn vị tính").fill("tổ");
  await dialog.getByLabel("Số khai báo").fill("296");
  await dialog.getByLabel("Giai đoạn tính theo").selectOption({ label: "một ngày (số tính đến ngày đó)" });
  await dialog.getByLabel("Tính đến ngày").fill("2026-05-31");
  await dialog.getByLabel("Phần của báo cáo").selectOption({ label: "Về mô hình, nhân rộng" });
  await dialog.getByLabel("Thứ tự trong phần đó").fill("1");
  await dialog.getByText("Nằm trong (chọn được nhiều)").click();
  await dialog.getByLabel("Mô hình đang duy trì (mô hình)").check();
  await dialog.getByLabel("Câu viết riêng").fill("Toàn xã có 269 tổ tự quản.");
  await dialog.getByRole("button", { name: "Ghi số liệu" }).click();
  await dialog
    .getByText(/phải nêu đúng số và đơn vị tính đã khai: “296 tổ”/)
    .first()
    .waitFor();
  expect(await findFaults(page)).toEqual([]);
  await dialog.getByLabel("Câu viết riêng").fill("Toàn xã có 296 tổ tự quản.");
  await dialog.getByRole("button", { name: "Ghi số liệu" }).click();
  const row = page.locator("tbody tr", { hasText: "Tổ tự quản đang duy trì" });
  await row.getByText("trong: Mô hình đang duy trì").waitFor();
  await page.locator("tr.group", { hasText: "Về mô hình, nhân rộng" }).waitFor();
  await row.getByRole("button", { name: /Sửa/ }).click();
  expect(await dialog.getByLabel("Câu viết riêng").inputValue()).toBe("Toàn xã có 296 tổ tự quản.");
  expect(await dialog.getByLabel("Tính đến ngày").inputValue()).toBe("2026-05-31");
  await dialog.getByLabel("Số khai báo").fill("0");
  await dialog.getByLabel("Từ đi kèm").selectOption("moreThan");
  await dialog.getByText("Số 0 thì không kèm “hơn”, “gần”: hãy xem lại.").waitFor();
  await page.keyboard.press("Escape");
  expect(await findFaults(page)).toEqual([]);
}, 60_000);
