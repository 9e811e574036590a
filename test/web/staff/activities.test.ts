import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { enterModel, parseModel } from "#core/activities/model.ts";
import { dayOf } from "#core/base/calendar.ts";
import { drawRecordId, modelForm } from "../../support/activities.ts";
import { findFaults, openDesk } from "../../support/desk.ts";
import { withSystem } from "../../support/system.ts";

const { browser, system } = await withSystem();
const desk = `${system.origin}/quan-tri`;
const commune = "xa-dien-khanh";

let page: Page;
/** Administrator of the province. */
let above: Page;
beforeAll(async () => {
  page = await openDesk(browser, desk, "tiep-nhan@example.vn", 40_000);
  above = await openDesk(browser, desk, "quan-tri@example.vn", 40_000);
}, 120_000);

const press = (at: Page, name: string) => at.getByRole("button", { name, exact: true }).click();
const dialog = () => page.getByRole("dialog");
const saved = (at: Page) => at.getByText("Đã lưu.").waitFor();

describe("outreach", () => {
  test("is entered by mouse, with its faults told at once, and counted where the list shows it", async () => {
    await page.getByRole("link", { name: "Hoạt động", exact: true }).click();
    await page.getByText("Chưa có hoạt động nào.").waitFor();
    expect(await findFaults(page)).toEqual([]);
    await press(page, "Ghi hoạt động");
    await press(page, "Lưu");
    await dialog().getByText("Hãy nhập tên hoạt động.").first().waitFor();
    await dialog().getByText("Hãy chọn ít nhất một hình thức tuyên truyền.").first().waitFor();
    expect(await findFaults(page)).toEqual([]);
    await dialog().getByLabel("Tên hoạt động").fill("Sinh hoạt chi hội phụ nữ");
    await dialog().getByText("Sinh hoạt chi hội, câu lạc bộ").click();
    await dialog().getByLabel("Số lượt người tham dự").fill("1.900");
    await dialog().getByText("= 1.900").waitFor();
    await press(page, "Lưu");
    await page.getByRole("heading", { name: "Sinh hoạt chi hội phụ nữ" }).waitFor();
    await page.getByText("1.900", { exact: true }).waitFor();
    expect(await findFaults(page)).toEqual([]);
    const year = Number(new Date().toISOString().slice(0, 4));
    const counted = async () =>
      (await system.store.figures.rows(commune, year)).counted
        .filter(({ key }) => key.startsWith("outreach."))
        .map(({ key, value }) => `${key} ${value}`)
        .toSorted();
    await expect
      .poll(counted, { timeout: 40_000 })
      .toEqual(["outreach.participants 1900", "outreach.sessions 1"]);
    await page.getByRole("link", { name: "Phát động, tuyên truyền" }).first().click();
    await page.getByRole("link", { name: "1.900 lượt người" }).click();
    expect(new URL(page.url()).searchParams.get("kind")).toBe("outreach");
    expect(await page.locator("tbody tr").count()).toBe(1);
    await page.getByRole("link", { name: "0 đợt phát động" }).click();
    await page.getByText("Không có mục nào khớp với bộ lọc.").waitFor();
  }, 60_000);

  test("that two people change keeps what was typed", async () => {
    await page.goto(`${desk}/hoat-dong`);
    await page.locator("tbody th a").first().click();
    await press(page, "Sửa");
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const kept = await system.store.activities.getWithLog("activity", id);
    if (!kept) throw new Error("lost");
    const { record } = kept;
    const entry = { n: 2, action: "change" as const, stamp: record.changed, why: "", fields: [], before: {} };
    await system.store.activities.save("activity", { record: { ...record, version: 2 }, entry }, record);
    await dialog().getByLabel("Đối tượng").fill("Hội viên phụ nữ");
    await press(page, "Lưu");
    await dialog().getByText("Người khác vừa sửa mục này.").waitFor();
    expect(await dialog().getByLabel("Đối tượng").inputValue()).toBe("Hội viên phụ nữ");
    await press(page, "Lưu");
    await saved(page);
    await page.getByText("Hội viên phụ nữ").waitFor();
    await press(page, "Rút khỏi danh sách");
    await dialog().getByRole("button", { name: "Rút khỏi danh sách" }).click();
    await dialog().getByText("Hãy nêu lý do rút khỏi danh sách.").first().waitFor();
    await dialog().getByLabel("Lý do").fill("Nhập trùng");
    await dialog().getByRole("button", { name: "Rút khỏi danh sách" }).click();
    await page.getByText("Đã rút khỏi danh sách").first().waitFor();
    expect(await findFaults(page)).toEqual([]);
  }, 60_000);
});

test("a model is entered, checked, replicated by another unit, confirmed from above, and shown where it spread", async () => {
  await page.goto(`${desk}/mo-hinh`);
  await press(page, "Ghi mô hình");
  await dialog().getByLabel("Tên mô hình").fill("Tuyến đường hoa thôn 3");
  await dialog().getByLabel("Lĩnh vực").selectOption("environment");
  await dialog().getByLabel("Ngày quyết định").fill("2024-03-01");
  await dialog().getByLabel("Ngày ra mắt").fill("2024-02-01");
  await dialog().getByLabel("Số hộ ký cam kết").fill("90");
  await dialog().getByLabel("Tổng số hộ").fill("80");
  await press(page, "Lưu");
  await dialog().getByText("Ngày ra mắt ở trước ngày quyết định thành lập.").first().waitFor();
  await dialog().getByText("Số hộ ký cam kết nhiều hơn tổng số hộ.").first().waitFor();
  expect(await findFaults(page)).toEqual([]);
  await dialog().getByLabel("Ngày ra mắt").fill("2024-04-01");
  await dialog().getByLabel("Tổng số hộ").fill("100");
  await press(page, "Lưu");
  await page.getByRole("heading", { name: "Tuyến đường hoa thôn 3" }).waitFor();
  const model = new URL(page.url()).pathname;

  await press(page, "Ghi kiểm tra năm");
  await dialog().getByLabel("Năm").fill("2024");
  await dialog().getByLabel("Ngày kiểm tra").fill("2024-12-20");
  await dialog().getByLabel("Người hoặc đơn vị kiểm tra").fill("Ủy ban MTTQ xã");
  await press(page, "Lưu");
  await page.getByText("Đang duy trì").first().waitFor();
  expect(await findFaults(page)).toEqual([]);

  // The province's own page of replications; the commune may not confirm.
  await above.goto(`${desk}/nhan-rong?unit=tinh-khanh-hoa`);
  await press(above, "Ghi nhân rộng");
  const asked = above.getByRole("dialog");
  await asked.getByRole("radio", { name: "Mô hình" }).click();
  await asked.getByLabel("Từ trong tên, hoặc mã").fill("duong hoa");
  await above.keyboard.press("Enter");
  await asked.getByRole("radio", { name: /Tuyến đường hoa thôn 3/ }).click();
  await press(above, "Lưu");
  await asked.getByText("Hãy mô tả cách áp dụng.").first().waitFor();
  expect(await findFaults(above)).toEqual([]);
  await asked.getByLabel("Cách áp dụng").fill("Làm ở ba phường.");
  await press(above, "Lưu");
  await above.getByText("Chờ xác nhận").first().waitFor();
  await press(above, "Xác nhận");
  await above.getByText("Đã xác nhận.").waitFor();
  expect(await findFaults(above)).toEqual([]);
  await press(above, "Trả lời còn áp dụng hay không");
  await above.getByRole("dialog").getByRole("radio", { name: "Đã thôi áp dụng" }).click();
  await press(above, "Lưu");
  await above.getByText("Đã kết thúc").first().waitFor();

  await page.goto(system.origin + model);
  await page.getByText("1 nơi áp dụng ở 1 đơn vị").waitFor();
  await page.locator(".spread").getByText("Tỉnh Khánh Hòa").waitFor();
  expect(await findFaults(page)).toEqual([]);
}, 90_000);

test("575 models with long names are listed, filtered and found, at both widths", async () => {
  const units = await system.store.units.now();
  const now = new Date().toISOString();
  const context = {
    units,
    stamp: { by: { id: "x", name: "Người nhập" }, at: now },
    today: dayOf(now),
    origin: null,
  };
  const keep = async (n: number) => {
    const head = { id: drawRecordId(), unit: commune };
    const name = `Mô hình số ${n} ${"tự quản bảo vệ môi trường ".repeat(18)}`.trim();
    const form = modelForm({ name, selfManaged: n % 2 === 0, launchedOn: n % 5 === 0 ? null : "2025-03-10" });
    const written = enterModel(parseModel(form, head, context, null), head, context);
    await system.store.activities.save("model", written, null);
  };
  for (let n = 0; n < 575; n += 25) await Promise.all(Array.from({ length: 25 }, (_, i) => keep(n + i)));
  await page.goto(`${desk}/mo-hinh`);
  await page.getByText("576 mô hình").waitFor();
  await page.getByRole("link", { name: "115 Đã đăng ký" }).click();
  await page.getByText("115 mô hình").waitFor();
  expect(await page.locator("tbody tr").count()).toBe(115);
  await page.getByLabel("Tìm", { exact: true }).fill("so 570");
  await page.getByText("1 mô hình", { exact: true }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.locator("tbody th a").first().click();
  await page.getByRole("heading", { name: /Mô hình số 570/ }).waitFor();
  expect(await findFaults(page)).toEqual([]);
}, 90_000);
