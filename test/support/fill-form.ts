import type { Page } from "playwright-core";

/** What the first step asks for, by the labels that people read. */
export const authorFields = {
  "Họ và tên": "Nguyễn Thị Minh Hoạ",
  "Ngày sinh": "08/03/1984",
  "Nơi công tác hoặc nơi cư trú": "Chi hội Phụ nữ tổ dân phố 5",
  "Số điện thoại": "0912 345 678",
};

const next = (page: Page) => page.getByRole("button", { name: "Lưu và tiếp tục", exact: true }).click();

/** Fills in the first step of the open form and goes on. */
export async function fillAuthors(page: Page, name = authorFields["Họ và tên"]): Promise<void> {
  for (const [label, value] of Object.entries({ ...authorFields, "Họ và tên": name }))
    await page.getByLabel(label).fill(value);
  await next(page);
}

interface Filling {
  /** The first author; the usual one where left out. */
  name?: string;
  /** The step that is open; the first where left out. */
  from?: "authors" | "initiative";
  /** False where the campaign asks for the result later. */
  asksResult?: boolean;
}

/** Fills in every step of the open form up to the last, where everything is read once more. */
export async function fillForm(page: Page, title: string, filling: Filling = {}): Promise<void> {
  if (filling.from !== "initiative") await fillAuthors(page, filling.name);
  await page.getByLabel("Giải pháp đã áp dụng").check();
  await page.getByLabel("Tên sáng kiến").fill(title);
  await page.getByLabel("Lĩnh vực áp dụng").selectOption("socialWelfare");
  await page.getByLabel("Ngày áp dụng lần đầu").fill("01/06/2026");
  await next(page);
  await page.getByLabel("Nội dung của sáng kiến").fill(`Mỗi cụ có một trang sổ. ${title}`);
  await next(page);
  await page.getByLabel("Điều kiện cần thiết để áp dụng").fill("Một điện thoại có mạng và hai người trực.");
  if (filling.asksResult !== false)
    await page.getByLabel("Lợi ích theo ý kiến của tác giả").fill("Không còn cụ nào quên lịch khám.");
  await next(page);
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await next(page);
  await page.getByRole("heading", { name: "Kiểm tra lại trước khi gửi" }).waitFor();
}
