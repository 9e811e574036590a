import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hashSecret } from "#core/base/canonical.ts";
import type { Move } from "#core/initiatives/lifecycle.ts";
import type { InitiativeView } from "../../../functions/api/initiatives/views.ts";
import { findViolations } from "../../support/axe.ts";
import { submitExample } from "../../support/example-dossier.ts";
import { withSystem } from "../../support/system.ts";

/** A day within the demonstration's campaign, whatever day the tests are run on. */
const now = "2026-11-22T05:00:00.000Z";
const unit = "xa-dien-khanh";
const reason = "Đề nghị nêu rõ điều kiện áp dụng ở chợ khác.";

const complaints: string[] = [];
const { browser, system } = await withSystem({ clock: () => now });

interface Dossier {
  id: string;
  accessKey: string;
}

const submit = (campaign?: string): Promise<Dossier> => submitExample(system.store, { unit, now, campaign });

/** A move that the reviewer of the unit makes through the API. */
async function review(id: string, move: Move, form: unknown = {}): Promise<void> {
  const staff = await system.store.staff.byEmail("tiep-nhan@example.vn");
  if (!staff) throw new Error("no reviewer");
  const token = randomBytes(32).toString("base64url");
  const { name, email } = staff;
  await system.store.staff.putSession({
    tokenHash: hashSecret(token),
    staff: { id: staff.id, name, email },
    signedInAt: now,
    seenAt: now,
  });
  const kept = await system.store.initiatives.get(id);
  const response = await fetch(`${system.origin}/api/initiatives/${id}/moves`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      cookie: `__Host-session=${token}`,
      origin: system.origin,
    },
    body: JSON.stringify({ move, version: kept?.version, form }),
  });
  if (!response.ok) throw new Error(await response.text());
}

const viewOf = async ({ id, accessKey }: Dossier): Promise<InitiativeView> => {
  const headers = { authorization: `Bearer ${accessKey}` };
  return (await (
    await fetch(`${system.origin}/api/initiatives/${id}`, { headers })
  ).json()) as InitiativeView;
};

/** A browser of one person's own, on a phone. Anything the pages complain of fails the test. */
async function openPage(path: string, width = 360): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 740 }, locale: "vi-VN" });
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/40[149]/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(`${system.origin}${path}`);
  return page;
}
const follow = ({ id, accessKey }: Dossier) => `/tra-cuu#${id}.${accessKey}`;
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** What axe finds on a page. */
async function faultsOn(page: Page): Promise<string[]> {
  return (await findViolations(page)).map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
  );
}

describe("a dossier that came back", () => {
  it("is corrected beside the reason, survives a reload, and is sent again", async () => {
    const dossier = await submit();
    await review(dossier.id, "return", { reason });
    const page = await openPage(follow(dossier));
    await button(page, "Sửa và gửi lại").click();
    await page.getByText(reason).waitFor();
    expect(await page.getByText(reason).isVisible()).toBe(true);
    await page
      .getByLabel("Điều kiện cần thiết để áp dụng")
      .fill("Hai thùng phuy và một mái che ở bất kỳ chợ nào.");
    await page.reload();
    expect(await page.getByLabel("Điều kiện cần thiết để áp dụng").inputValue()).toContain("bất kỳ chợ nào");
    // The declaration is given anew: without it the summary names it, and nothing is sent.
    await button(page, "Gửi lại hồ sơ").click();
    await page.locator("#form-faults").waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await faultsOn(page)).toEqual([]);
    expect((await viewOf(dossier)).state).toBe("returned");
    for (const box of await page.locator(".application-form").getByRole("checkbox").all()) await box.check();
    await button(page, "Gửi lại hồ sơ").click();
    await page.getByText("Đã gửi. Tình trạng mới").waitFor();
    const view = await viewOf(dossier);
    expect(view.state).toBe("registered");
    expect(view.application?.conditions).toContain("bất kỳ chợ nào");
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("correction"))),
    ).toEqual([]);
    await page.context().close();
  });

  it("changed by somebody else meanwhile, keeps what was typed and says why", async () => {
    const dossier = await submit();
    await review(dossier.id, "return", { reason });
    const page = await openPage(follow(dossier));
    await button(page, "Sửa và gửi lại").click();
    await page.getByLabel("Điều kiện cần thiết để áp dụng").fill("Điều kiện đã sửa.");
    for (const box of await page.locator(".application-form").getByRole("checkbox").all()) await box.check();
    await fetch(`${system.origin}/api/initiatives/${dossier.id}/contact`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${dossier.accessKey}` },
      body: JSON.stringify({ contact: { phone: "0987654321" } }),
    });
    await button(page, "Gửi lại hồ sơ").click();
    await page.getByText("Nội dung ông/bà đã sửa vẫn còn dưới đây").waitFor();
    expect(await page.getByLabel("Điều kiện cần thiết để áp dụng").inputValue()).toBe("Điều kiện đã sửa.");
    await button(page, "Gửi lại hồ sơ").click();
    await page.getByText("Đã gửi. Tình trạng mới").waitFor();
    await page.context().close();
  });
});

describe("a co-author", () => {
  it("confirms by the link, in a browser that knows nothing of it, and the author sees it", async () => {
    const dossier = await submit();
    const page = await openPage(follow(dossier));
    await button(page, "Lấy liên kết cho đồng tác giả").click();
    const link = await page.getByLabel("Liên kết của Huỳnh Ngọc Quý").inputValue();
    const other = await openPage(link.slice(system.origin.length));
    await other.getByText("Huỳnh Ngọc Quý").waitFor();
    const text = await other.locator("main").innerText();
    for (const secret of ["0912", "1984", "1990", "anh.tuyet"]) expect(text).not.toContain(secret);
    expect(await faultsOn(other)).toEqual([]);
    const consents = async () => {
      const record = await system.store.initiatives.get(dossier.id);
      return record?.origin === "application" ? record.nameConsents.map(({ author }) => author) : null;
    };
    const agree = other.getByLabel("Tôi đồng ý công bố họ tên của tôi");
    expect(await agree.isChecked()).toBe(false);
    const [box, words] = [await agree.boundingBox(), await other.locator(".co-author .tick").boundingBox()];
    expect((box?.x ?? 0) - (words?.x ?? 0)).toBeLessThan(20);
    await agree.check();
    await button(other, "Đúng, tôi là đồng tác giả").click();
    await other.getByText("Đã ghi nhận: ông/bà là đồng tác giả").waitFor();
    expect(await consents()).toEqual([1]);
    // Opened again, the box is as it was left; cleared, the consent is taken back.
    await other.reload();
    await expect.poll(() => agree.isChecked()).toBe(true);
    await agree.uncheck();
    await button(other, "Đúng, tôi là đồng tác giả").click();
    await expect.poll(consents).toEqual([]);
    await page.reload();
    await page.getByText("Xác nhận là đồng tác giả").first().waitFor();
    expect((await viewOf(dossier)).coAuthors[0]?.answer).toBe("confirmed");
    await other.goto(`${system.origin}/tra-cuu/dong-tac-gia#${dossier.id}.1.AAAAAAAAAAAAAAAAAAAAAAAA`);
    await other.reload();
    await other.getByText("Liên kết này không còn dùng được").waitFor();
    await page.context().close();
    await other.context().close();
  });
});

describe("personal data", () => {
  it("are seen, corrected, taken along and erased in the page, and gone from the table", async () => {
    const dossier = await submit();
    const page = await openPage(follow(dossier), 1366);
    await page.getByText("Dữ liệu cá nhân của tôi").click();
    await page.getByText("0912345678", { exact: false }).waitFor();
    await button(page, "Sửa liên hệ").click();
    await page.getByLabel("Số điện thoại", { exact: true }).fill("12");
    await button(page, "Lưu liên hệ").click();
    await page.getByText("Số điện thoại không đúng").waitFor();
    await page.getByLabel("Số điện thoại", { exact: true }).fill("0987 654 321");
    await button(page, "Lưu liên hệ").click();
    await page.getByText("Đã sửa liên hệ.").waitFor();

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      button(page, "Tải bản sao dữ liệu (tệp JSON)").click(),
    ]);
    expect(download.suggestedFilename()).toBe(`du-lieu-ca-nhan-${dossier.id}.json`);

    await button(page, "Xóa vĩnh viễn").click();
    await page.getByText("Hãy chọn dữ liệu cần xóa").waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await page.getByLabel("Số điện thoại và thư điện tử").check();
    await page.getByLabel("Tôi hiểu dữ liệu đã xóa không lấy lại được.").check();
    await button(page, "Xóa vĩnh viễn").click();
    await page.getByText("hết hạn chậm nhất ngày 27/12/2026").waitFor();
    await page.getByText("(đã xóa theo yêu cầu)").waitFor();
    expect(await page.locator("main").innerText()).not.toContain("0987654321");
    const kept = JSON.stringify(await system.store.initiatives.getWithHistory(dossier.id));
    for (const text of ["0912345678", "0987654321", "anh.tuyet@example.vn"]) expect(kept).not.toContain(text);
    await page.context().close();
  });
});

describe("at the counter", () => {
  it("the reviewer sees what co-authors answered, and erases a contact for somebody who asks", async () => {
    const dossier = await submit();
    const page = await openPage("/quan-tri", 1366);
    await page
      .getByRole("link", { name: "Đăng nhập", exact: true })
      .or(button(page, "Đăng nhập"))
      .first()
      .click();
    await page.getByRole("button", { name: /tiep-nhan@example.vn/ }).click();
    await page.getByRole("button", { name: "Đăng xuất" }).waitFor();
    await page.goto(`${system.origin}/quan-tri/ho-so/${dossier.id}?unit=${unit}`);
    await page.getByRole("heading", { name: "Xác nhận của đồng tác giả" }).waitFor();
    await page.getByText("Chưa trả lời").waitFor();
    await page.locator("summary", { hasText: "Dữ liệu cá nhân" }).click();
    await page.getByLabel("Số điện thoại và thư điện tử").check();
    await page.getByLabel("Tôi hiểu dữ liệu đã xóa không lấy lại được.").check();
    await button(page, "Xóa vĩnh viễn").click();
    await page.getByText("hết hạn chậm nhất ngày").waitFor();
    expect(JSON.stringify(await system.store.initiatives.get(dossier.id))).not.toContain("0912345678");
    await page.context().close();
  });
});

it("what was erased is said in the language of the page, to its author and to staff", async () => {
  const dossier = await submit();
  await review(dossier.id, "accept");
  const headers = { authorization: `Bearer ${dossier.accessKey}`, "content-type": "application/json" };
  const ask = async (path: string, body: object) => {
    const address = `${system.origin}/api/initiatives/${dossier.id}/${path}`;
    const response = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
    expect(response.status).toBe(200);
  };
  await ask("moves", { move: "withdraw", version: 2, form: {} });
  await ask("erasure", { who: "all", confirm: true });
  const desk = await openPage("/quan-tri", 1366);
  await desk.getByRole("link", { name: "Đăng nhập", exact: true }).last().click();
  await desk.getByRole("button", { name: /tiep-nhan@example.vn/ }).click();
  await desk.getByRole("button", { name: "Đăng xuất" }).waitFor();
  const page = await openPage(follow(dossier));
  for (const [language, said] of [
    ["vi", "(đã xóa theo yêu cầu)"],
    ["en", "(erased on request)"],
  ] as const) {
    for (const each of [desk, page])
      await each.evaluate((chosen) => localStorage.setItem("language", chosen), language);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: said }).waitFor();
    await desk.goto(`${system.origin}/quan-tri/ho-so/${dossier.id}?unit=${unit}`);
    await desk.getByRole("heading", { level: 2, name: said }).waitFor();
    expect(await desk.locator(".application-sheet").first().innerText()).toContain(said);
    await desk.goto(`${system.origin}/quan-tri/so-tiep-nhan?unit=${unit}&year=2026`);
    const row = desk.locator("table.dossiers tr", { hasText: dossier.id });
    await row.waitFor();
    expect(await row.locator("th.title").innerText()).toBe(said);
    expect(await row.locator("td.author").innerText()).toContain(said);
  }
  for (const each of [desk, page]) await each.context().close();
});

describe("a campaign that asks for the result apart", () => {
  it("has it told in the page once the dossier was accepted, and proposed only then", async () => {
    const campaign = (await system.store.directory.campaigns()).find(({ year }) => year === 2026);
    if (!campaign) throw new Error("no campaign");
    await system.store.directory.putCampaign({ ...campaign, id: "dot-tach", merged: false });
    for (const each of (await system.store.directory.campaignUnits(campaign.id)).values())
      await system.store.directory.putCampaignUnit("dot-tach", each);
    const dossier = await submit("dot-tach");
    await review(dossier.id, "accept");
    await expect(review(dossier.id, "propose", { opinion: "" })).rejects.toThrow("move.notAllowed");
    const page = await openPage(follow(dossier));
    await button(page, "Báo cáo kết quả").click();
    await button(page, "Gửi báo cáo kết quả").click();
    await page.getByText("Hãy nêu lợi ích thu được").waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await page.getByLabel("Lợi ích theo ý kiến của tác giả").fill("Bớt một phần ba lượng rác.");
    await page.reload();
    expect(await page.getByLabel("Lợi ích theo ý kiến của tác giả").inputValue()).toContain("một phần ba");
    await button(page, "Gửi báo cáo kết quả").click();
    await page.getByText("Đã báo cáo kết quả").first().waitFor();
    await review(dossier.id, "propose", { opinion: "" });
    expect((await viewOf(dossier)).state).toBe("proposed");
    await page.context().close();
  });
});

it("no page complained on the way", () => {
  expect(complaints).toEqual([]);
});
