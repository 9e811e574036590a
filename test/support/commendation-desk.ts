import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";

export const commendingUnit = "xa-dien-khanh";

const head = ["STT", "Họ và tên", "Năm sinh", "Đơn vị", "Hình thức", "Thành tích"];

/** Cells of a pasted row, by column; `changes` replaces some. */
export const pasteRow = (n: number, changes: Partial<Record<number, string>> = {}) =>
  [
    String(n),
    `Nguyễn Văn Thử ${n}`,
    String(1960 + (n % 40)),
    `Thôn ${n % 7}, xã Diên Khánh`,
    "Giấy khen",
    `Làm tốt việc thứ ${n}`,
  ].map((cell, i) => changes[i] ?? cell);

const sheetOf = (rows: readonly string[][]) => [head, ...rows].map((cells) => cells.join("\t")).join("\r\n");

/** Steps that several browser tests take on the commendation pages. */
export function commendationDesk(page: () => Page, origin: string) {
  const dialog = () => page().getByRole("dialog");
  const press = (name: string) => page().getByRole("button", { name, exact: true }).click();
  const confirm = (name: string | RegExp) => dialog().getByRole("button", { name }).click();
  const heading = (name: string | RegExp) => page().getByRole("heading", { name }).waitFor();
  return {
    dialog,
    press,
    confirm,
    heading,

    /** Creates a draft and stays on its page. */
    async draft(subject: string): Promise<string> {
      await page().goto(`${origin}/quan-tri/khen-thuong?unit=${commendingUnit}&year=2026`);
      await press("Lập quyết định");
      await dialog().getByLabel("Trích yếu").fill(subject);
      await dialog().getByLabel("Nơi ban hành").fill("Chủ tịch Ủy ban nhân dân xã Diên Khánh");
      await confirm("Lập dự thảo");
      await heading(subject);
      return page().url().split("/").at(-1) ?? "";
    },

    /** Pastes cells into the open dialog, as from another program. */
    paste: (rows: readonly string[][]) =>
      dialog()
        .getByLabel("Các ô đã chép")
        .evaluate((field: HTMLTextAreaElement, text) => {
          field.select();
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", text);
          field.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
          );
        }, sheetOf(rows)),

    /** The file of the open print dialog, once it is made. */
    async takePrint() {
      const link = dialog().getByRole("link", { name: /^Tải về / });
      await link.waitFor();
      const coming = page().waitForEvent("download");
      await link.click();
      const file = await coming;
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
    },

    /** Issues the open draft. */
    async issue(number: string, signedOn: string): Promise<void> {
      await press("Ban hành");
      await dialog().getByLabel("Số quyết định").fill(number);
      await dialog().getByLabel("Ngày ký").fill(signedOn);
      await dialog().locator("button[type=submit]:enabled").waitFor();
      const seen = dialog().getByLabel(/^Tôi đã xem \d+ điều/);
      if ((await seen.count()) > 0) await seen.check();
      await confirm("Ban hành quyết định");
      await page().locator("h1 + .tag", { hasText: "Đã ban hành" }).waitFor();
    },
  };
}
