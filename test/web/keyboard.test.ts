import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { describe, expect, it, vi } from "vitest";
import { openDesk } from "../support/desk.ts";
import { authorFields, fillAuthors } from "../support/fill-form.ts";
import { withSystem } from "../support/system.ts";
import { waitFor } from "../support/wait.ts";

/** A day within the demonstration's campaign, whatever day the tests are run on. */
const clock = () => "2026-11-22T05:00:00.000Z";
const titles = [
  "Ai là tác giả?",
  "Sáng kiến của ông/bà là gì?",
  "Sáng kiến được làm như thế nào?",
  "Áp dụng ra sao, được lợi gì?",
  "Tệp kèm theo, cam đoan và đồng ý",
  "Kiểm tra lại trước khi gửi",
];
const mostTabs = 40;

vi.setConfig({ testTimeout: 90_000 });

const { browser, system } = await withSystem({ clock });

/** The form in a browser of its own, and the accessibility tree that the browser hands to a screen reader. */
async function openForm(): Promise<{ context: BrowserContext; page: Page; cdp: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "vi-VN" });
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Accessibility.enable");
  await page.goto(`${system.origin}/gui`);
  await page.getByRole("heading", { name: "Ai là tác giả?", level: 1 }).waitFor();
  await page.getByLabel("Họ và tên").waitFor();
  return { context, page, cdp };
}

/** What a screen reader is told of one thing on the page. */
interface Spoken {
  id: string;
  parent: string | undefined;
  role: string;
  name: string;
  description: string;
  properties: Record<string, unknown>;
}

type AxNode = Awaited<ReturnType<typeof fetchNodes>>[number];
const fetchNodes = async (cdp: CDPSession) => (await cdp.send("Accessibility.getFullAXTree")).nodes;
const speak = (node: AxNode): Spoken => ({
  id: node.nodeId,
  parent: node.parentId,
  role: String(node.role?.value ?? ""),
  name: String(node.name?.value ?? "").trim(),
  description: String(node.description?.value ?? "").trim(),
  properties: Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
});

async function readTree(cdp: CDPSession): Promise<Spoken[]> {
  return (await fetchNodes(cdp)).filter(({ ignored }) => !ignored).map(speak);
}

async function readFocused(cdp: CDPSession): Promise<Spoken> {
  const { result } = await cdp.send("Runtime.evaluate", { expression: "document.activeElement" });
  const { nodes } = await cdp.send("Accessibility.getPartialAXTree", {
    ...(result.objectId && { objectId: result.objectId }),
    fetchRelatives: false,
  });
  if (!nodes[0]) throw new Error("nothing has the focus");
  return speak(nodes[0]);
}

/** Where the focus is must be seen: on something, within the window, with a ring of its own or of the card around it. */
const expectFocusSeen = (page: Page) =>
  waitFor(async () =>
    expect(
      await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return "nowhere";
        if (!element.matches(":focus-visible"))
          return `${element.outerHTML.slice(0, 200)}: not :focus-visible`;
        const { top, bottom, left, right } = element.getBoundingClientRect();
        if (bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth)
          return `${element.outerHTML.slice(0, 200)}: outside of the window`;
        const ringed = [element, element.closest("label")].some((shown) => {
          const style = shown && getComputedStyle(shown);
          return (
            style &&
            ((style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none")
          );
        });
        return ringed ? "seen" : `${element.outerHTML.slice(0, 200)}: no ring`;
      }),
    ).toBe("seen"),
  );

/** Presses Tab (or Shift+Tab) until what has the focus is called so. */
async function tabTo(
  page: Page,
  cdp: CDPSession,
  name: string,
  key: "Tab" | "Shift+Tab" = "Tab",
): Promise<Spoken> {
  const passed: string[] = [];
  while (passed.length < mostTabs) {
    await page.keyboard.press(key);
    await expectFocusSeen(page);
    const focused = await readFocused(cdp);
    expect(focused.name, `a stop without a name after ${passed.join(" | ")}`).not.toBe("");
    if (focused.name.startsWith(name)) return focused;
    passed.push(focused.name);
  }
  throw new Error(`${key} does not lead to ${name}, only to ${passed.join(" | ")}`);
}

const waitForFocus = (cdp: CDPSession, role: string, name: string) =>
  waitFor(async () => {
    const focused = await readFocused(cdp);
    expect(`${focused.role} ${focused.name}`).toContain(`${role} ${name}`);
    return focused;
  });

describe("with the keyboard alone", () => {
  it("the whole form is filled in, put right and sent", async () => {
    const { context, page, cdp } = await openForm();
    const press = (key: string) => page.keyboard.press(key);
    const type = async (name: string, text: string) => {
      await tabTo(page, cdp, name);
      await page.keyboard.type(text);
    };
    const goOn = async (step: number) => {
      await tabTo(page, cdp, "Lưu và tiếp tục");
      await press("Enter");
      await waitForFocus(cdp, "heading", titles[step] ?? "");
    };

    const { "Ngày sinh": birthDate, ...others } = authorFields;
    for (const [name, text] of Object.entries(others)) await type(name, text);
    await tabTo(page, cdp, "Lưu và tiếp tục");
    await press("Enter");
    await waitForFocus(cdp, "region", "Còn một chỗ cần sửa");
    await press("Tab");
    await expectFocusSeen(page);
    expect((await readFocused(cdp)).role).toBe("link");
    await press("Enter");
    const faulty = await waitForFocus(cdp, "textbox", "Ngày sinh");
    expect(faulty.properties.invalid).toBe("true");
    await expectFocusSeen(page);
    await page.keyboard.type(birthDate);
    await waitFor(async () => expect((await readFocused(cdp)).properties.invalid).toBe("false"));
    await tabTo(page, cdp, "Họ và tên", "Shift+Tab");
    await goOn(1);

    await tabTo(page, cdp, "Giải pháp đã áp dụng");
    await press("Space");
    await press("ArrowDown");
    expect((await waitForFocus(cdp, "radio", "")).name).not.toContain("Giải pháp đã áp dụng");
    await press("ArrowUp");
    const radio = await waitForFocus(cdp, "radio", "Giải pháp đã áp dụng");
    expect(radio.properties.checked).toBe("true");
    await type("Tên sáng kiến", "Tủ sách gõ bằng phím");
    await tabTo(page, cdp, "Lĩnh vực áp dụng");
    await press("ArrowDown");
    await press("ArrowDown");
    await press("ArrowUp");
    await type("Ngày áp dụng lần đầu", "01/06/2026");
    await goOn(2);

    await type("Nội dung của sáng kiến", "Mỗi nhà góp một cuốn, mỗi tuần đổi một lần.");
    await goOn(3);
    await type("Điều kiện cần thiết để áp dụng", "Một cái tủ và hai người trực.");
    await type("Lợi ích theo ý kiến của tác giả", "Trẻ em có sách đọc.");
    await goOn(4);
    for (const name of ["Tôi cam đoan", "Tôi đồng ý"]) {
      await tabTo(page, cdp, name);
      await press("Space");
      expect((await readFocused(cdp)).properties.checked).toBe("true");
    }
    await goOn(5);
    await tabTo(page, cdp, "Gửi hồ sơ");
    await press("Enter");
    await waitForFocus(cdp, "heading", "Đã gửi hồ sơ");
    const records = await Array.fromAsync(system.store.initiatives.all());
    const sent = records.filter(
      (record) => record.origin === "application" && record.application.title === "Tủ sách gõ bằng phím",
    );
    expect(sent).toHaveLength(1);
    await context.close();
  });
});

const controls = ["textbox", "combobox", "radio", "checkbox", "button", "link", "spinbutton", "listbox"];

/** What holds of every step, whatever it asks for. */
async function expectSpoken(page: Page, cdp: CDPSession, step: number): Promise<Spoken[]> {
  const tree = await readTree(cdp);
  const faults = tree
    .filter(
      ({ role, properties }) => controls.includes(role) || (properties.focusable && role !== "RootWebArea"),
    )
    .filter(({ role, name }) => name === "" || role === "" || role === "generic");
  expect(faults, `unnamed in step ${step + 1}`).toEqual([]);
  expect(tree.filter(({ role, properties }) => role === "heading" && properties.level === 1)).toMatchObject([
    { name: titles[step] },
  ]);
  const said = tree.filter(({ role }) => role === "StaticText").map(({ name }) => name);
  expect(said).toContain(`bước ${step + 1} trên 6`);
  expect(tree.find(({ role, name }) => role === "navigation" && name === "Các bước")).toBeDefined();
  expect(said.some((text) => /lưu trên máy này/.test(text))).toBe(true);

  // Whatever stands at a field as its hint or fault is said with it, and every id that is named exists.
  const unsaid = await page.evaluate(() =>
    [...document.querySelectorAll("main [aria-describedby], main [aria-labelledby]")].flatMap((element) =>
      ["aria-describedby", "aria-labelledby"]
        .flatMap((name) => element.getAttribute(name)?.trim().split(/ +/) ?? [])
        .filter((id) => !document.getElementById(id)?.textContent?.trim()),
    ),
  );
  expect(unsaid, "described by nothing").toEqual([]);
  const silent = await page.evaluate(() =>
    [...document.querySelectorAll("main form .field .hint[id], main form .error")]
      .filter(({ id }) => !document.querySelector(`[aria-describedby~="${id}"]`))
      .map(({ outerHTML }) => outerHTML),
  );
  expect(silent, "stands at a field and is not said with it").toEqual([]);
  return tree;
}

describe("from what a screen reader says alone", () => {
  it("every step, its fields, their hints and faults can be followed", async () => {
    const { context, page, cdp } = await openForm();
    const find = (tree: readonly Spoken[], role: string, name: string) => {
      const found = tree.find((node) => node.role === role && node.name.startsWith(name));
      if (!found) throw new Error(`no ${role} ${name}`);
      return found;
    };
    const goOn = async () => {
      await page.getByRole("button", { name: "Lưu và tiếp tục", exact: true }).press("Enter");
    };
    /** Leaves everything empty: each of these must then be invalid and say why, and the summary names as many. */
    const expectFaults = async (step: number, fields: readonly [role: string, name: string][]) => {
      await goOn();
      const summary = await waitForFocus(cdp, "region", "Còn ");
      expect(summary.name).toBe(
        fields.length === 1 ? "Còn một chỗ cần sửa" : `Còn ${fields.length} chỗ cần sửa`,
      );
      const tree = await expectSpoken(page, cdp, step);
      const links = await page.getByRole("region", { name: summary.name }).getByRole("link").allInnerTexts();
      expect(links).toHaveLength(fields.length);
      for (const [i, [role, name]] of fields.entries()) {
        const field = find(tree, role, name);
        if (role !== "radio") expect(field.properties.invalid, name).toBe("true");
        expect(field.description, name).toContain(links[i]);
      }
    };
    const arrive = async (step: number) => {
      const heading = await waitForFocus(cdp, "heading", titles[step] ?? "");
      expect(heading.properties.level).toBe(1);
      return await expectSpoken(page, cdp, step);
    };

    let tree = await expectSpoken(page, cdp, 0);
    expect(find(tree, "textbox", "Ngày sinh").description).toContain("Ngày/tháng/năm");
    expect(find(tree, "textbox", "Họ và tên").properties.required).toBe(true);
    await expectFaults(0, [
      ["textbox", "Họ và tên"],
      ["textbox", "Ngày sinh"],
      ["textbox", "Nơi công tác"],
      ["textbox", "Số điện thoại"],
    ]);
    await fillAuthors(page);

    tree = await arrive(1);
    const radios = tree.filter(({ role }) => role === "radio");
    expect(radios).toHaveLength(2);
    for (const { parent, description } of radios) {
      expect(description).not.toBe("");
      expect(await groupOf(cdp, parent)).toBe("Đây là");
    }
    expect(find(tree, "textbox", "Tên sáng kiến").description).toContain("Nói được đã làm gì");
    await expectFaults(1, [
      ["radio", "Giải pháp đã áp dụng"],
      ["textbox", "Tên sáng kiến"],
      ["combobox", "Lĩnh vực áp dụng"],
    ]);
    await page.getByLabel("Giải pháp đã áp dụng").check();
    await page.getByLabel("Tên sáng kiến").fill("Đọc lên nghe được");
    await page.getByLabel("Lĩnh vực áp dụng").selectOption("socialWelfare");
    await page.getByLabel("Ngày áp dụng lần đầu").fill("01/06/2026");
    await goOn();

    tree = await arrive(2);
    expect(find(tree, "textbox", "Nội dung của sáng kiến").properties.multiline).toBe(true);
    await expectFaults(2, [["textbox", "Nội dung của sáng kiến"]]);
    await page.getByLabel("Nội dung của sáng kiến").fill("Mỗi nhà góp một cuốn.");
    await goOn();

    await arrive(3);
    await expectFaults(3, [
      ["textbox", "Điều kiện cần thiết để áp dụng"],
      ["textbox", "Lợi ích theo ý kiến của tác giả"],
    ]);
    await page.getByLabel("Điều kiện cần thiết để áp dụng").fill("Một cái tủ.");
    await page.getByLabel("Lợi ích theo ý kiến của tác giả").fill("Trẻ em có sách đọc.");
    await goOn();

    await waitForFocus(cdp, "heading", titles[4] ?? "");
    await page.locator("main input[type=file]").waitFor({ state: "attached" });
    await arrive(4);
    await expectFaults(4, [
      ["checkbox", "Tôi cam đoan"],
      ["checkbox", "Tôi đồng ý"],
    ]);
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await goOn();

    tree = await arrive(5);
    find(tree, "button", "Gửi hồ sơ");
    const edits = tree.filter(({ role, name }) => role === "link" && name.startsWith("Sửa"));
    expect(new Set(edits.map(({ name }) => name)).size).toBe(edits.length);
    await context.close();
  });

  it("shares that do not add up lead to the button that divides them", async () => {
    const { context, page, cdp } = await openForm();
    const addAuthor = page.getByRole("button", { name: "Thêm tác giả" });
    await addAuthor.press("Enter");
    await waitForFocus(cdp, "textbox", "Họ và tên");
    for (const [label, value] of Object.entries(authorFields))
      for (const field of await page.getByLabel(label).all()) await field.fill(value);
    for (const share of await page.getByLabel("Tỷ lệ đóng góp").all()) await share.fill("60");
    await page.getByRole("button", { name: "Lưu và tiếp tục", exact: true }).press("Enter");
    await waitForFocus(cdp, "region", "Còn một chỗ cần sửa");
    await expectSpoken(page, cdp, 0);
    const link = page.getByRole("region", { name: "Còn một chỗ cần sửa" }).getByRole("link");
    const fault = await link.innerText();
    await link.press("Enter");
    expect((await waitForFocus(cdp, "button", "Chia đều")).description).toBe(fault);
    await page.keyboard.press("Enter");
    await waitFor(async () => expect((await readFocused(cdp)).description).toBe(""));
    await context.close();
  });
});

/** The name of the group that something stands in. */
async function groupOf(cdp: CDPSession, parent: string | undefined): Promise<string | undefined> {
  const nodes = new Map((await fetchNodes(cdp)).map((node) => [node.nodeId, speak(node)]));
  let at = nodes.get(parent ?? "");
  while (at && !["group", "radiogroup"].includes(at.role)) at = nodes.get(at.parent ?? "");
  return at?.name;
}

it("papers typed in one after the other keep their day, and the keyboard goes on at the heading", async () => {
  const page = await openDesk(
    browser,
    `${system.origin}/quan-tri/nhap-ho-so`,
    "tiep-nhan@example.vn",
    15_000,
  );
  await page.getByLabel("Ngày nhận hồ sơ giấy").fill("2026-11-16");
  for (const [label, value] of Object.entries(authorFields)) await page.getByLabel(label).fill(value);
  await page.getByLabel("Giải pháp đã áp dụng").check();
  await page.locator("#form-title").fill("Đơn giấy thứ nhất");
  await page.getByLabel("Lĩnh vực áp dụng").selectOption("socialWelfare");
  await page.getByLabel("Ngày áp dụng lần đầu").fill("01/06/2026");
  await page.getByLabel("Nội dung của sáng kiến").fill("Mỗi cụ có một trang sổ.");
  await page.getByLabel("Điều kiện cần thiết để áp dụng").fill("Hai người trực.");
  await page.getByLabel("Lợi ích theo ý kiến của tác giả").fill("Không còn cụ nào quên lịch khám.");
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "Ghi hồ sơ vào hệ thống" }).click();
  await page.getByRole("button", { name: "Nhập hồ sơ khác" }).press("Enter");
  const title = page.getByRole("heading", { level: 1, name: "Nhập hồ sơ giấy" });
  await expect.poll(() => title.evaluate((heading) => heading === document.activeElement)).toBe(true);
  expect(await page.getByLabel("Ngày nhận hồ sơ giấy").inputValue()).toBe("2026-11-16");
  expect(await page.locator("#form-title").inputValue()).toBe("");
  await page.context().close();
});
