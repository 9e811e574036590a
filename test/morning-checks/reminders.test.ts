import { describe, expect, it } from "vitest";
import { closeRequest } from "#core/report/request.ts";
import { returnSubmission } from "#core/report/submission.ts";
import { remindDue } from "../../functions/morning-checks/reminders.ts";
import { sendReminder } from "../../functions/notices/report-reminder.ts";
import { MailError } from "../../functions/store/aws/mail.ts";
import { createMailSink } from "../support/mail.ts";
import { keepRequest, keepSubmission } from "../support/report-requests.ts";
import { createTestTable } from "../support/table.ts";
import { commune, neighbour, province, seedDirectory, staff } from "../support/units.ts";

const origin = "https://sang-kien.example.vn";
const now = "2026-12-18T00:00:00.000Z";
const stamp = { by: { id: "quan-tri-tinh", name: "Võ Thị Kim Oanh" }, at: now };

/** A system of its own, with mail; `deliver` does with each reminder of a day what the stream does. */
async function start() {
  const { store } = await createTestTable(() => now);
  await seedDirectory(store);
  const { mail, received: receivedInAll } = await createMailSink();
  // The sink is one for the file: what lay there before is another test's.
  const everybody = Object.values(staff);
  const before = await Promise.all(everybody.map(async ({ email }) => (await receivedInAll(email)).length));
  const received = async (email: string) =>
    (await receivedInAll(email)).slice(before[everybody.findIndex((each) => each.email === email)] ?? 0);
  const logged: unknown[] = [];
  const deps = {
    ...{ store, mail, origin, clock: () => now, measure: () => {} },
    log: (message: string) => logged.push(message),
  };
  return {
    store,
    deps,
    logged,
    received,
    run: (day: string) => remindDue({ store, clock: () => now }, day),
    deliver: async (day: string, changes: Partial<typeof deps> = {}) => {
      for (const reminder of await store.reportRequests.remindedOn(day))
        await sendReminder({ ...deps, ...changes }, reminder);
    },
    mailsTo: async (person: { email: string }) => (await received(person.email)).length,
  };
}

describe("reminders by themselves", () => {
  it("go to whoever owes a report: one mail a day and unit of all that it owes, however often they run", async () => {
    const { store, run, deliver, mailsTo, received } = await start();
    const year = await keepRequest(store);
    const half = await keepRequest(store, {
      title: "Báo cáo <b>6 tháng</b>",
      to: "2026-06-30",
      from: "2026-01-01",
    });
    await keepSubmission(store, year, neighbour.id);
    await keepSubmission(store, half, neighbour.id);

    expect(await run("2026-12-16")).toEqual({ reminded: [], already: [] });
    expect(await run("2026-12-18")).toEqual({ reminded: [commune.id], already: [] });
    expect(await run("2026-12-18")).toEqual({ reminded: [], already: [commune.id] });
    // Days later, as where the table was put back, it reminds of nothing any more.
    await deliver("2026-12-18", { clock: () => "2026-12-20T00:00:00.000Z" });
    expect(await mailsTo(staff.reviewer)).toBe(0);
    await deliver("2026-12-18");
    await deliver("2026-12-18");
    expect(await mailsTo(staff.reviewer)).toBe(1);
    // Nobody who has submitted, sits on a council or administers from above.
    for (const other of [staff.neighbourReviewer, staff.secretary, staff.administrator])
      expect(await mailsTo(other)).toBe(0);

    const [letter] = await received(staff.reviewer.email);
    expect(letter?.subject).toBe(`Nhắc nộp báo cáo phong trào Đoàn kết sáng tạo: ${commune.name}`);
    for (const said of [
      `Kính gửi ông/bà ${staff.reviewer.name}`,
      `${year.title} (${province.name}, kỳ 2026, hạn nộp 20/12/2026): còn 2 ngày.`,
      "kỳ 01/01/2026 – 30/6/2026",
      "2 days left",
      `${origin}/quan-tri/yeu-cau-bao-cao/${year.id}`,
      `${origin}/quan-tri/yeu-cau-bao-cao/${half.id}`,
    ])
      expect(letter?.body.text).toContain(said);
    expect(letter?.body.html).not.toContain("<b>6 tháng");

    // The next day it is another mail, and the day may have changed meanwhile.
    expect((await run("2026-12-25")).reminded).toEqual([commune.id]);
    await deliver("2026-12-25");
    const [, overdue] = await received(staff.reviewer.email);
    expect(overdue?.body.text).toContain("quá hạn 5 ngày");
    expect((await run("2027-01-03")).reminded).toEqual([commune.id]);
    expect(await run("2027-01-04")).toEqual({ reminded: [], already: [] });
  });

  it("tell why a report was returned, and leave out what was submitted or closed before the mail went", async () => {
    const { store, run, deliver, received, mailsTo } = await start();
    const request = await keepRequest(store);
    const first = await keepSubmission(store, request, commune.id);
    const returned = returnSubmission(request, first, "Thiếu số liệu biểu dương", stamp);
    if (returned) await store.reportRequests.giveBack(returned);
    expect((await run("2026-12-18")).reminded).toEqual([commune.id, neighbour.id]);
    await keepSubmission(store, request, neighbour.id);
    await deliver("2026-12-18");
    expect(await mailsTo(staff.neighbourReviewer)).toBe(0);
    expect((await received(staff.reviewer.email))[0]?.body.text).toContain("Thiếu số liệu biểu dương");

    expect((await run("2026-12-19")).reminded).toEqual([commune.id]);
    const closing = closeRequest(request, stamp);
    if (closing) await store.reportRequests.save(closing);
    await deliver("2026-12-19");
    expect(await mailsTo(staff.reviewer)).toBe(1);
    expect(await run("2026-12-20")).toEqual({ reminded: [], already: [] });
  });

  it("are tried again where the mail did not go, and stop nobody where an address takes none", async () => {
    const { store, run, deliver, mailsTo, logged } = await start();
    const second = { ...staff.reviewer, id: "can-bo-2", email: "can-bo-2@example.vn" };
    await store.staff.put(second);
    await keepRequest(store, { units: [commune.id] });
    await run("2026-12-18");
    const failing = (kind: "refused" | "busy") => ({
      mail: { send: () => Promise.reject(new MailError(kind, "no")) },
    });
    await expect(deliver("2026-12-18", failing("busy"))).rejects.toThrow(MailError);
    await deliver("2026-12-18");
    expect([await mailsTo(staff.reviewer), await mailsTo(second)]).toEqual([1, 1]);
    await run("2026-12-19");
    await deliver("2026-12-19", failing("refused"));
    expect(logged).toEqual(["mail refused", "mail refused"]);
  });

  it("spare a unit that has ended meanwhile", async () => {
    const { store, run } = await start();
    await keepRequest(store);
    await store.directory.putUnit({ ...neighbour, validTo: "2026-12-10" });
    expect((await run("2026-12-18")).reminded).toEqual([commune.id]);
  });
});

describe("what the superior's report compares itself with", () => {
  it("is the latest that each unit has in for the period", async () => {
    const { store } = await start();
    const first = await keepRequest(store, { units: [commune.id] });
    const second = await keepRequest(store, { units: [commune.id, neighbour.id], title: "Bổ sung" });
    await keepRequest(store, { from: "2025", to: "2025" });
    await keepSubmission(store, first, commune.id, { registered: 20 });
    await keepSubmission(store, second, commune.id, { registered: 21, at: "2026-12-11T03:00:00.000Z" });
    const latest = await store.reportRequests.latestSubmissions(province.id, { from: "2026", to: "2026" });
    expect([...latest].map(([unit, figures]) => [unit, figures?.[0]?.value ?? null])).toEqual([
      [commune.id, 21],
      [neighbour.id, null],
    ]);
  });
});
