import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { type AuthorNoticeDeps, notifyAuthor } from "../../functions/notices/author-notice.ts";
import { answerKeyRequest } from "../../functions/notices/key-renewal.ts";
import { sendSummaries } from "../../functions/notices/letter-summary.ts";
import { followScannedFile } from "../../functions/notices/scanned-file.ts";
import { type Mail, MailError, type Mailer } from "../../functions/store/aws/mail.ts";
import { autoLinks } from "../support/auto-links.ts";
import { buildInitiative, buildTransition } from "../support/submissions.ts";
import { createTestTable } from "../support/table.ts";
import { seedDirectory, testNow } from "../support/units.ts";

const origin = "https://sang-kien.example.vn";
let now = testNow;
const { store } = await createTestTable(() => now);
await seedDirectory(store);

const sent: Mail[] = [];
const mail: Mailer = {
  send: async (letter) => {
    sent.push(letter);
  },
};
const failing = (kind: "refused" | "busy"): Mailer => ({
  send: () => Promise.reject(new MailError(kind, "no")),
});
const depsWith = (mailer: Mailer): AuthorNoticeDeps => ({
  store,
  mail: mailer,
  origin,
  clock: () => now,
  log: () => {},
  measure: () => {},
});
const deps = depsWith(mail);

const after = (minutes: number) => new Date(Date.parse(testNow) + minutes * 60_000).toISOString();
const drawAddress = () => `${randomUUID()}@example.vn`;
const to = (email: string) => sent.filter((letter) => letter.to === email);

async function keep(email: string, title = "Ủ phân hữu cơ"): Promise<FormInitiative> {
  const initiative = buildInitiative({ now, application: { contact: { phone: "", email }, title } });
  await store.initiatives.create(initiative);
  return initiative;
}
async function submit(email: string, count: number): Promise<FormInitiative[]> {
  const all: FormInitiative[] = [];
  for (let i = 0; i < count; i++) {
    const initiative = await keep(email, `Sáng kiến thứ ${i + 1}`);
    await notifyAuthor(deps, initiative, new Uint8Array([1]));
    all.push(initiative);
  }
  return all;
}

describe("an officer who submits for forty farmers with her own address", () => {
  it("gets three letters, and after the hour one of all the others, with code and title of each", async () => {
    now = testNow;
    const email = drawAddress();
    const all = await submit(email, 40);
    expect(to(email)).toHaveLength(3);
    expect(to(email).every(({ attachment }) => attachment)).toBe(true);
    now = after(59);
    await sendSummaries(deps);
    expect(to(email)).toHaveLength(3);
    now = after(60);
    await sendSummaries(deps);
    await sendSummaries(deps);
    expect(to(email)).toHaveLength(4);
    const summary = to(email)[3];
    for (const { id, application } of all.slice(3)) {
      expect(summary?.text).toContain(id);
      expect(summary?.text).toContain(`“${application.title}”`);
    }
    for (const { id } of all.slice(0, 3)) expect(summary?.text).not.toContain(id);
    expect(summary?.subject).toBe("Tổng hợp 37 thông báo về 37 hồ sơ");
    expect(summary?.text).toContain(`${origin}/tra-cuu`);
    expect(summary?.text).toContain("Nếu ông/bà không gửi");
  });

  it("gets nothing twice, however often the stream delivers", async () => {
    now = testNow;
    const email = drawAddress();
    const all = await submit(email, 6);
    for (const initiative of all) await notifyAuthor(deps, initiative, null);
    expect(to(email)).toHaveLength(3);
    now = after(70);
    await Promise.all([sendSummaries(deps), sendSummaries(deps)]);
    for (const initiative of all) await notifyAuthor(deps, initiative, null);
    await sendSummaries(deps);
    expect(to(email)).toHaveLength(4);
  });

  it("gets letters again at once when the hour has passed, and others are not held to hers", async () => {
    now = testNow;
    const email = drawAddress();
    await submit(email, 5);
    const other = drawAddress();
    await submit(other, 1);
    expect(to(other)).toHaveLength(1);
    now = after(61);
    await submit(email, 1);
    expect(to(email)).toHaveLength(4);
    await sendSummaries(deps);
    expect(to(email)).toHaveLength(5);
  });
});

describe("a summary", () => {
  it("tells each step with its reason, and no more than words of what people wrote", async () => {
    now = testNow;
    const email = drawAddress();
    await submit(email, 3);
    const before = await keep(email, "Xem https://vi-du.example\nDòng hai");
    const returned = buildTransition(before, "return");
    await store.initiatives.save(returned, before);
    await notifyAuthor(deps, returned.initiative, null);
    now = after(60);
    await sendSummaries(deps);
    const summary = to(email).at(-1);
    expect(summary?.text).toContain("Lý do: Phần nội dung chưa nêu rõ cách phân loại rác tại sạp");
    const rest = summary?.text.split("\n").filter((line) => !line.startsWith(origin)) ?? [];
    expect(rest.flatMap(autoLinks)).toEqual([]);
    expect(summary?.html).not.toContain("vi-du.example");
  });

  it("that cannot be sent is tried again, and one that is refused is given up", async () => {
    now = testNow;
    const email = drawAddress();
    await submit(email, 4);
    now = after(60);
    await expect(sendSummaries(depsWith(failing("busy")))).rejects.toThrow(MailError);
    await sendSummaries(deps);
    expect(to(email)).toHaveLength(4);
    await submit(email, 4);
    now = after(130);
    await sendSummaries(depsWith(failing("refused")));
    await sendSummaries(deps);
    expect(to(email)).toHaveLength(7);
  });

  it("that a run was killed behind is not sent again, and what came since is told", async () => {
    now = testNow;
    const email = drawAddress();
    await submit(email, 4);
    now = after(60);
    const letters = { ...store.letters, endSummary: () => Promise.reject(new Error("killed")) };
    await expect(sendSummaries({ ...deps, store: { ...store, letters } })).rejects.toThrow("killed");
    expect(to(email)).toHaveLength(4);
    now = after(61);
    const [later] = await submit(email, 4).then((all) => all.slice(-1));
    now = after(130);
    await sendSummaries(deps);
    await sendSummaries(deps);
    expect(to(email)).toHaveLength(8);
    expect(to(email)[7]?.subject).toBe("Tổng hợp 1 thông báo về 1 hồ sơ");
    expect(to(email)[7]?.text).toContain(later?.id);
    expect(await store.letters.due(after(600))).toEqual([]);
  });

  it("tells of a refused file by its name, and of no file twice", async () => {
    now = testNow;
    const email = drawAddress();
    await submit(email, 3);
    const file = { id: `D${"f".repeat(21)}`, name: "bản vẽ.jpg", type: "image/jpeg", size: 9 } as const;
    const fresh = buildInitiative({ now, application: { contact: { phone: "", email } } });
    await store.initiatives.create({ ...fresh, attachments: [file] });
    await store.uploads.settle(file.id, { state: "refused", reason: "attachment.infected" });
    const scanned = { id: file.id, initiative: fresh.id } as Parameters<typeof followScannedFile>[1];
    const follow = () => followScannedFile(deps as Parameters<typeof followScannedFile>[0], scanned);
    await follow();
    await follow();
    expect(to(email)).toHaveLength(3);
    now = after(60);
    await sendSummaries(deps);
    expect(to(email)).toHaveLength(4);
    expect(to(email)[3]?.text).toContain("Không nhận được tệp bản vẽ.jpg. ");
    expect(to(email)[3]?.text).toContain("mã độc");
    now = after(125);
    await follow();
    await sendSummaries(deps);
    expect(to(email)).toHaveLength(4);
  });

  it("and the letter of the step say of a dossier that it came after the closing day", async () => {
    now = testNow;
    const email = drawAddress();
    for (let i = 0; i < 4; i++) {
      const initiative = {
        ...buildInitiative({ now, application: { contact: { phone: "", email } } }),
        late: true,
      };
      await store.initiatives.create(initiative);
      await notifyAuthor(deps, initiative, null);
    }
    now = after(60);
    await sendSummaries(deps);
    expect(to(email)[3]?.text).toContain("ngày 15/6/2026 (nhận sau hạn)");
    expect(to(email)[0]?.text).toContain("ngày 15/6/2026 (nhận sau hạn)");
    expect(to(email)[0]?.text).toContain("on 15/6/2026 (after the closing day)");
  });

  it("that a run began and did not end is taken up by a later one", async () => {
    now = testNow;
    const email = drawAddress();
    await submit(email, 4);
    now = after(60);
    const [address = ""] = await store.letters.due(now);
    expect(await store.letters.beginSummary(address, now)).toBe(true);
    await sendSummaries(deps);
    expect(to(email)).toHaveLength(3);
    now = after(80);
    await sendSummaries(deps);
    expect(to(email)).toHaveLength(4);
  });

  it("goes to the address that the record names by then, and to none where it was erased", async () => {
    now = testNow;
    const email = drawAddress();
    const corrected = drawAddress();
    await submit(email, 3);
    const moved = await keep(email, "Đổi địa chỉ");
    const erased = await keep(email, "Xóa địa chỉ");
    for (const initiative of [moved, erased]) await notifyAuthor(deps, initiative, null);
    const change = async (before: FormInitiative, address: string) => {
      const { initiative, ...noted } = buildTransition(before, "accept");
      const contact = { phone: "0912345678", email: address };
      const changed = { ...initiative, application: { ...initiative.application, contact } };
      await store.initiatives.save({ ...noted, initiative: { ...changed, number: null } }, before);
    };
    await change(moved, corrected);
    await change(erased, "");
    now = after(60);
    await sendSummaries(deps);
    await sendSummaries(deps);
    expect(to(email)).toHaveLength(3);
    expect(to(corrected).map(({ text }) => text.includes(moved.id))).toEqual([true]);
    expect(await store.letters.due(now)).toEqual([]);
  });
});

describe("letters with a new key", () => {
  const ask = async (id: string, email: string) => {
    await store.receipts.putKeyRequest({ id, email, at: now });
    await answerKeyRequest({ ...deps, random: (count) => randomBytes(count) }, id);
  };

  it("are five an hour to one address, however often they are asked for, and counted apart from those about dossiers", async () => {
    now = testNow;
    const email = drawAddress();
    const [initiative] = await submit(email, 1);
    for (let i = 0; i < 10; i++) {
      now = after(i / 10);
      await ask(initiative?.id ?? "", email);
    }
    expect(to(email).filter(({ subject }) => subject.startsWith("Khóa tra cứu mới"))).toHaveLength(5);
    await submit(email, 1);
    expect(to(email)).toHaveLength(7);
    now = after(61);
    await ask(initiative?.id ?? "", email);
    expect(to(email)).toHaveLength(8);
  });
});
