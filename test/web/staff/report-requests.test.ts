import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { findFaults, openDesk } from "../../support/desk.ts";
import { readMail } from "../../support/mail.ts";
import { buildReport } from "../../support/report-requests.ts";
import { withSystem } from "../../support/system.ts";

let superior: Page;
let commune: Page;
const period = { from: "2026", to: "2026" };
const reviewer = "tiep-nhan@example.vn";
const { browser, system } = await withSystem({ clock: () => "2026-12-10T05:00:00.000Z" });
beforeAll(async () => {
  superior = await signIn("quan-tri@example.vn");
  commune = await signIn(reviewer);
}, 120_000);

const lists = () => `${system.origin}/quan-tri/yeu-cau-bao-cao`;

const signIn = (account: string) => openDesk(browser, lists(), account, 40_000);

const rowOf = (name: string) => superior.locator("tbody tr", { hasText: name });
let id = "";

test("a province asks chosen communes, and those responsible are told by mail", async () => {
  await superior.goto(`${lists()}?unit=khanh-hoa`);
  await superior.getByText("Đơn vị chưa yêu cầu báo cáo nào.").waitFor();
  await superior.getByRole("button", { name: "Yêu cầu nộp báo cáo" }).click();
  const dialog = superior.getByRole("dialog");
  await dialog.getByText(/^Đơn vị nhận yêu cầu: (\d+) trên \1$/).waitFor();
  expect(await findFaults(superior)).toEqual([]);
  await dialog.getByLabel("Hạn nộp").fill("2026-12-01");
  await dialog.getByRole("button", { name: /^Gửi yêu cầu/ }).click();
  await dialog
    .getByText(/Hạn nộp đã qua/)
    .first()
    .waitFor();
  // A Sunday.
  await dialog.getByLabel("Hạn nộp").fill("2026-12-13");
  await dialog.getByText(/ngày làm việc tiếp theo là 14\/12\/2026/).waitFor();
  await dialog.getByRole("button", { name: "Bỏ chọn" }).click();
  await dialog.getByLabel("Tìm đơn vị").fill("dien khanh");
  await dialog.getByRole("checkbox", { name: /xã Diên Khánh/i }).check();
  await dialog.getByLabel("Tìm đơn vị").fill("dien");
  await dialog.getByRole("checkbox", { name: /xã Diên Lạc/i }).check();
  await dialog.getByRole("button", { name: "Gửi yêu cầu cho 2 đơn vị" }).click();
  await superior.getByText("0 trên 2 đơn vị").waitFor();
  id = new URL(superior.url()).pathname.split("/").at(-1) ?? "";
  await expect.poll(() => readMail(system.mailViewer, reviewer), { timeout: 40_000 }).toHaveLength(1);
  const [letter] = await readMail(system.mailViewer, reviewer);
  expect(letter?.body.text).toContain(`${lists()}/${id}`);
  await rowOf("Diên Khánh").getByText("đã nhắc hôm nay").waitFor();
  await rowOf("Diên Lạc").getByText("chưa có người phụ trách").waitFor();
  expect(await findFaults(superior)).toEqual([]);
}, 60_000);

test("the commune submits what it has approved; it may come back with a reason, and a later edition takes its place", async () => {
  await commune.goto(`${lists()}?unit=xa-dien-khanh`);
  await commune.getByText("còn 3 ngày").waitFor();
  expect(await findFaults(commune)).toEqual([]);
  await commune.getByRole("link", { name: /Báo cáo kết quả phong trào/ }).click();
  await commune.getByText("Đơn vị chưa lập báo cáo của kỳ này.").waitFor();
  await system.store.reports.save(buildReport("xa-dien-khanh", period, { registered: 94, recognised: 41 }));
  await commune.reload();
  await commune.getByRole("button", { name: "Nộp bản 1" }).click();
  await commune.getByText("Bản 1 đã được nộp.").waitFor();
  expect(await findFaults(commune)).toEqual([]);

  await superior.reload();
  await superior.getByText("1 trên 2 đơn vị").first().waitFor();
  for (const said of ["Đã nộp", "94", "41", "43,6%"])
    await rowOf("Diên Khánh").getByText(said, { exact: true }).waitFor();
  expect(await findFaults(superior)).toEqual([]);
  await superior
    .getByRole("button", { name: /xã Diên Khánh/i })
    .first()
    .click();
  const dialog = superior.getByRole("dialog");
  await dialog.getByRole("link", { name: "PDF" }).waitFor();
  await dialog.getByRole("button", { name: "Trả lại" }).click();
  await dialog.getByLabel("Lý do trả lại").fill("Thiếu số liệu biểu dương <b>");
  expect(await findFaults(superior)).toEqual([]);
  await dialog.getByRole("button", { name: "Trả lại" }).click();
  await dialog.getByText("Thiếu số liệu biểu dương <b>").waitFor();

  await system.store.reports.save(buildReport("xa-dien-khanh", period, { registered: 95, edition: 2 }));
  await commune.reload();
  await commune.getByText("Thiếu số liệu biểu dương <b>").waitFor();
  await commune.getByRole("button", { name: "Nộp bản 2 thay bản trước" }).click();
  await commune.getByText("Bản 2 đã được nộp.").waitFor();
  expect(await findFaults(commune)).toEqual([]);
}, 60_000);

test("filter and order of the board lie in its address; closing says what it does and ends it", async () => {
  await superior.goto(`${lists()}/${id}?show=owing&sort=registered`);
  await superior.getByText("1 trên 2 đơn vị được yêu cầu").waitFor();
  expect(await superior.locator("tbody th").allTextContents()).toEqual([expect.stringContaining("Diên Lạc")]);
  await superior.getByRole("link", { name: /^Tất cả/ }).click();
  await superior.locator('[aria-sort="descending"]', { hasText: "Đăng ký" }).waitFor();
  await superior.getByText("Cộng các đơn vị đã nộp").waitFor();
  await superior.emulateMedia({ media: "print" });
  expect(await superior.getByRole("button", { name: "Đóng yêu cầu" }).count()).toBe(0);
  await superior.emulateMedia({ media: "screen" });
  const dialog = superior.getByRole("dialog");
  await superior.getByRole("button", { name: "Đổi hạn hoặc nội dung" }).click();
  await dialog.getByLabel("Hạn nộp").fill("2026-12-18");
  expect(await findFaults(superior)).toEqual([]);
  await dialog.getByRole("button", { name: "Lưu thay đổi" }).click();
  await superior.getByText("18/12/2026").waitFor();
  await superior.getByRole("button", { name: "Đóng yêu cầu" }).click();
  await dialog.getByText("Còn 1 đơn vị chưa nộp.").waitFor();
  await dialog.getByRole("button", { name: "Đóng yêu cầu" }).click();
  await superior.getByText("đã đóng").waitFor();
  expect(await superior.getByRole("button", { name: /Nhắc/ }).count()).toBe(0);
  await superior.goto(`${lists()}?unit=khanh-hoa&show=all`);
  await superior.getByText("1 trên 2 đơn vị").waitFor();
  expect(await findFaults(superior)).toEqual([]);
}, 60_000);
