import { describe, expect, it } from "vitest";
import type { LogEntry } from "#core/activities/record.ts";
import { dayOf } from "#core/base/calendar.ts";
import { hashSecret } from "#core/base/canonical.ts";
import { usualPlace } from "#core/commendation/certificate.ts";
import { unplaced } from "#core/figures/figure.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import type { Move } from "#core/initiatives/lifecycle.ts";
import { beginJob } from "#core/jobs/job.ts";
import { beginReport } from "#core/report/lifecycle.ts";
import type { ReportRecord } from "#core/report/record.ts";
import { closeRequest } from "#core/report/request.ts";
import { beginRun } from "#core/report/run.ts";
import { applyUnitChange } from "#core/units/change-effect.ts";
import { countedKey } from "../../functions/store/keys.ts";
import { buildModel, keepActivity, keepModel, keepReplication } from "../support/activities.ts";
import { keepCommendation, keepNomination, lineForm } from "../support/commendations.ts";
import { countedInitiative } from "../support/counted.ts";
import { declaredForm } from "../support/declared.ts";
import { keepRequest, keepSubmission } from "../support/report-requests.ts";
import { buildDocumentInitiative, buildInitiative, buildTransition } from "../support/submissions.ts";
import { createTestTable } from "../support/table.ts";
import {
  buildCampaign,
  commune,
  communeCouncil,
  councils,
  freezeUnits,
  neighbour,
  province,
  seedDirectory,
  staff,
  testNow,
  testYear,
  womensUnion,
} from "../support/units.ts";

const { store, countRequests } = await createTestTable(() => testNow);
await seedDirectory(store);

/** Keeps a new dossier and takes it along these moves; the register's numbers are given on the way. */
async function keep(moves: Move[] = [], key?: string): Promise<FormInitiative> {
  let initiative = buildInitiative(key ? { key } : {});
  await store.initiatives.create(initiative);
  for (const move of moves) {
    const number = await store.initiatives.nextNumber(initiative.unit, initiative.year);
    const transition = buildTransition(initiative, move, number);
    await store.initiatives.save(transition, initiative);
    initiative = transition.initiative;
  }
  return initiative;
}

/** Runs an access pattern and holds it to one request, the figure that every row of keys.ts promises. */
async function inOne<T>(request: string, run: () => Promise<T>): Promise<T> {
  const { result, requests } = await countRequests(run);
  expect(requests).toEqual([request]);
  return result;
}

describe("each access pattern of the table takes one request", () => {
  it("one initiative with its history", async () => {
    const kept = await keep(["accept", "propose"]);
    const found = await inOne("Query", () => store.initiatives.getWithHistory(kept.id));
    expect(found?.initiative).toEqual(kept);
    expect(found?.events.map(({ event }) => event.move)).toEqual(["accept", "propose"]);
    expect(await inOne("GetItem", () => store.initiatives.get(kept.id))).toEqual(kept);
  });

  it("the links that co-authors were given, which are no event of the history", async () => {
    const { id } = await keep(["accept"]);
    expect(await inOne("GetItem", () => store.coAuthorLinks.get(id))).toEqual({});
    await inOne("PutItem", () => store.coAuthorLinks.put(id, { 1: { holds: "check" } }));
    expect(await inOne("GetItem", () => store.coAuthorLinks.get(id))).toEqual({ 1: { holds: "check" } });
    expect((await store.initiatives.getWithHistory(id))?.events).toHaveLength(1);
  });

  it("a unit's inbox, most urgent first, and page by page", async () => {
    for (const now of ["2026-06-03", "2026-06-01", "2026-06-02"])
      await store.initiatives.create(buildInitiative({ now: `${now}T05:00:00.000Z` }));
    const first = await inOne("Query", () => store.initiatives.inbox(commune.id, "registered", null, 2));
    const second = await inOne("Query", () =>
      store.initiatives.inbox(commune.id, "registered", first.cursor, 2),
    );
    expect([...first.items, ...second.items].map(({ dueOn }) => dueOn).slice(0, 3)).toEqual([
      "2026-07-01",
      "2026-07-02",
      "2026-07-03",
    ]);
  });

  it("all councils", async () => {
    expect(await store.councils.now()).toEqual(councils);
    expect(await store.directory.councils()).toEqual(councils);
    const [council] = councils.values();
    if (!council) throw new Error("no council");
    const renamed = { ...council, name: "Hội đồng khác", version: 2 };
    await store.councils.save(council, renamed, councils);
    const now = await store.councils.now();
    await expect(store.councils.save(council, renamed, now)).rejects.toThrow("version.conflict");
    await expect(store.councils.save(null, renamed, now)).rejects.toThrow("version.conflict");
    // Another council of the unit, judged by what was known before the change.
    const another = { ...council, id: `hd-${"9".repeat(32)}` };
    await expect(store.councils.save(null, another, councils)).rejects.toThrow("version.conflict");
    expect((await store.directory.councils()).get(council.id)).toEqual(renamed);
    await store.councils.save(renamed, { ...council, version: 3 }, now);
  });

  it("the council's queue of a year", async () => {
    const kept = await keep(["accept", "propose"]);
    const page = await inOne("Query", () =>
      store.initiatives.councilQueue(communeCouncil.id, testYear, "proposed", null, 50),
    );
    expect(page.items.map(({ id }) => id)).toContain(kept.id);
    const inbox = await store.initiatives.inbox(commune.id, "proposed", null, 50);
    expect(inbox.items).toEqual([]);
  });

  it("a unit's register of a year: by running number, those without one behind", async () => {
    await keep(["accept"]);
    await keep();
    const { rows } = await inOne("Query", () => store.initiatives.register(commune.id, testYear, null, 50));
    expect(rows[0]?.entry).toMatchObject({ acceptedOn: dayOf(testNow), phone: expect.stringMatching(/^0/) });
    const all = await inOne("Query", () =>
      Array.fromAsync(store.initiatives.registerRows(commune.id, testYear)),
    );
    expect(all).toEqual(rows);
    // The other lists are not told how to reach an author.
    const { items } = await store.initiatives.inbox(commune.id, "registered", null, 50);
    expect(JSON.stringify(items)).not.toContain(rows[0]?.entry?.phone);
    const numbers = rows.map(({ summary }) => summary.number);
    const given = numbers.filter((number) => number !== null);
    expect(given).toEqual(given.map((_, i) => i + 1));
    expect(numbers.slice(given.length).every((number) => number === null)).toBe(true);
  });

  it("a year's library, the latest first", async () => {
    const kept = await keep(["accept", "propose", "recognise"]);
    await store.initiatives.create(buildDocumentInitiative({ year: testYear, id: "tai-lieu-2" }));
    const { items } = await inOne("Query", () => store.initiatives.library(province.id, testYear, null, 50));
    expect(items.map(({ id }) => id)).toEqual([kept.id, "tai-lieu-2"]);
    expect((await Array.fromAsync(store.initiatives.recognised(province.id, testYear))).length).toBe(2);
  });

  it("all figures of a unit from a year on, counted and declared", async () => {
    const declared = {
      unit: commune.id,
      key: "models.built",
      from: "2024",
      to: "2026-06-30",
      value: 3,
      qualifier: null,
      measure: "mô hình",
      label: "Mô hình",
      partOf: [],
      ...unplaced,
      document: null,
      declaredBy: null,
      withdrawn: false,
      version: 1,
      earlier: [],
      note: "",
    };
    await store.figures.putDeclared(declared);
    await store.figures.putDeclared({ ...declared, to: "2024" });
    const rows = await inOne("Query", () => store.figures.rows(commune.id, 2025));
    const { earlier, ...standing } = declared;
    expect(rows.declared).toEqual([standing]);
  });

  it("a unit's open dossiers of a year that were due by a day", async () => {
    const dueOn = { before: "2026-07-01", on: "2026-07-02", after: "2026-07-03" };
    for (const day of Object.values(dueOn)) {
      const initiative = { ...buildInitiative(), path: ["don-vi-cho"], dueOn: day };
      await store.figures.aggregate([countedInitiative(initiative)]);
    }
    const ask = (year: number) => store.figures.openDueBy("don-vi-cho", year, dueOn.on);
    expect(await inOne("Query", () => ask(testYear))).toBe(2);
    expect(await inOne("Query", () => ask(testYear - 1))).toBe(0);
  });

  it("a unit's direct children of a year, by themselves and behind the figures", async () => {
    const [unit, child] = ["tinh-bang", "xa-bang"];
    for (const year of [2024, 2025, 2026]) {
      const initiative = { ...buildInitiative(), path: ["thon-bang", child, unit], year };
      await store.figures.aggregate([countedInitiative(initiative)]);
    }
    const { dueOn } = buildInitiative();
    const counters = { registered: 1, recognised: 0, states: new Map([["registered", 1]]) };
    const expected = (year: number) => ({ ...counters, child, year, due: new Map([[dueOn, 1]]) });
    expect(await inOne("Query", () => store.figures.children(unit, 2025))).toEqual([expected(2025)]);
    expect(await inOne("Query", () => store.figures.children(child, 2026))).toMatchObject([
      { child: "thon-bang" },
    ]);
    const rows = await inOne("Query", () => store.figures.rows(unit, 2025));
    expect(new Set(rows.counted.map(({ year }) => year))).toEqual(new Set([2025, 2026]));
    const both = await inOne("Query", () => store.figures.rowsWithChildren(unit, 2025, 2025));
    expect(both).toEqual({ ...rows, children: [expected(2026), expected(2025)] });
  });

  it("what an initiative has been counted as, and the last number of a register", async () => {
    const kept = await keep();
    await inOne("GetItem", () => store.initiatives.nextNumber(kept.unit, kept.year));
    expect(countedKey({ kind: "initiative", id: kept.id }).pk).toBe(`COUNTED#initiative#${kept.id}`);
  });

  it("what was done with units, with the units themselves, on condition that nobody was faster", async () => {
    const form = {
      kind: "rename",
      on: "2026-07-01",
      unit: neighbour.id,
      name: "Xã Đồng Xuân mới",
      code: "90009",
    } as const;
    const units = await inOne("Query", () => store.units.now());
    expect(units.get(neighbour.id)).toEqual(neighbour);
    const after = applyUnitChange(units, form);
    const change = { id: "doi-ten", n: 1, form, document: "", by: { id: "a", name: "A" }, at: testNow };
    await inOne("TransactWriteItems", () => store.units.save(change, units, after));
    expect(await inOne("Query", () => store.units.changes())).toEqual([change]);
    expect((await store.directory.units()).get(neighbour.id)).toMatchObject({
      name: form.name,
      code: form.code,
    });

    // The same number twice, or units that are not as they were read: the second comes too late, and nothing is half written.
    await expect(store.units.save(change, units, after)).rejects.toThrow("version.conflict");
    await expect(store.units.save({ ...change, n: 2 }, units, after)).rejects.toThrow("version.conflict");
    const twoAtOnce = await store.units.now();
    const moved = { ...form, on: "2026-08-01", name: "Xã khác" };
    const saves = await Promise.allSettled(
      ["mot", "hai"].map((id) =>
        store.units.save({ ...change, id, n: 2 }, twoAtOnce, applyUnitChange(twoAtOnce, moved)),
      ),
    );
    expect(saves.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await store.units.changes()).toHaveLength(2);
    await store.directory.putUnit(neighbour);
  });

  it("campaigns, frozen units, the unit tree and documents, each one Query and then from memory", async () => {
    const document = {
      id: "cv-1",
      type: "Công văn",
      symbol: "1/MTTQ",
      issuedOn: "2026-01-02",
      issuer: "Ban Thường trực",
      subject: "Về việc thử",
      cites: [],
      unit: null,
    };
    await store.directory.putDocument(document);
    expect(await inOne("Query", () => store.directory.campaigns())).toEqual([buildCampaign()]);
    expect((await inOne("Query", () => store.directory.campaignUnits("dot-2026"))).size).toBe(
      freezeUnits().length,
    );
    expect((await inOne("Query", () => store.directory.units())).get(commune.id)).toEqual(commune);
    expect((await inOne("Query", () => store.directory.documents())).get("cv-1")).toEqual(document);
    const { requests } = await countRequests(() =>
      Promise.all([store.directory.campaign("dot-2026"), store.directory.units()]),
    );
    expect(requests).toEqual([]);
  });

  it("what was done with a campaign, and which one is open for a unit and year", async () => {
    const after = buildCampaign({ id: "dot-khac", unit: commune.id });
    const by = { id: staff.administrator.id, name: staff.administrator.name };
    const entry = { n: 1, at: testNow, by, did: "open" as const, changed: [] };
    const change = { before: null, after, entry, over: null, figures: [] };
    await inOne("TransactWriteItems", () => store.campaigns.save(change));
    expect(await inOne("Query", () => store.campaigns.log(after.id))).toEqual([entry]);
    expect(await inOne("GetItem", () => store.campaigns.openOf(commune.id, testYear))).toBe(after.id);
    expect(await inOne("Query", () => store.campaigns.now(after.id))).toEqual(after);
    await expect(store.campaigns.save(change)).rejects.toMatchObject({ code: "version.conflict" });
  });

  it("activities, models and replications: one with its log, a unit's, those below, and the spread of a solution", async () => {
    const activity = await keepActivity(store);
    const model = await keepModel(store, buildModel({}, womensUnion.id));
    const replication = await keepReplication(store);
    const found = await inOne("Query", () => store.activities.getWithLog("activity", activity.id));
    expect([found?.record, found?.log.map(({ action }) => action)]).toEqual([activity, ["enter"]]);
    expect(await inOne("GetItem", () => store.activities.get("model", model.id))).toEqual(model);
    const own = { path: [commune.id, province.id], below: false, year: testYear };
    const ids = async <K extends "activity" | "model" | "replication">(kind: K, list: typeof own) =>
      (await inOne("Query", () => store.activities.page(kind, list, null, 50))).items.map(({ id }) => id);
    expect(await ids("activity", own)).toEqual([activity.id]);
    expect(await ids("activity", { ...own, year: 2025 })).toEqual([]);
    expect(await ids("model", own)).toEqual([]);
    expect(await ids("replication", own)).toEqual([replication.id]);
    const below = { ...own, below: true };
    expect(await ids("activity", below)).toEqual([activity.id]);
    expect(await ids("model", below)).toEqual([model.id]);
    expect(await ids("replication", { ...below, path: [province.id] })).toEqual([replication.id]);
    expect(await ids("replication", { ...below, path: [neighbour.id, province.id] })).toEqual([]);
    const spread = await inOne("Query", () => store.activities.spread(replication.of));
    expect(spread).toMatchObject([{ kind: "replication", id: replication.id, unit: commune.id }]);
    const entry: LogEntry = {
      n: 1,
      action: "change",
      stamp: activity.changed,
      why: "",
      fields: [],
      before: {},
    };
    await expect(store.activities.save("activity", { record: activity, entry }, null)).rejects.toThrow(
      "version.conflict",
    );
    const next = { record: { ...activity, version: 2 }, entry: { ...entry, n: 2 } };
    const stale = { ...activity, version: 9 };
    await expect(store.activities.save("activity", next, stale)).rejects.toThrow("version.conflict");
    const unchanged = [{ id: model.id, version: 9 }];
    await expect(store.activities.save("activity", next, activity, unchanged)).rejects.toThrow(
      "version.conflict",
    );
  });

  it("every declared figure of a unit with what was taken back, and one of them", async () => {
    const unit = neighbour.id;
    const figure = {
      unit,
      ...declaredForm({ key: "models.built", withdrawn: true }),
      key: "models.built",
      declaredBy: null,
      version: 1,
      earlier: [],
    };
    await inOne("TransactWriteItems", () => store.figures.saveDeclared(figure, null));
    expect(await inOne("Query", () => store.figures.declaredOf(unit))).toEqual([figure]);
    expect((await inOne("Query", () => store.figures.rows(unit, 2019))).declared).toEqual([]);
    expect(await inOne("GetItem", () => store.figures.declared(figure))).toEqual(figure);
    await expect(store.figures.saveDeclared(figure, { ...figure, version: 7 })).rejects.toMatchObject({
      code: "version.conflict",
    });
  });

  it("what a client did in a stretch of time: counted, and checked against the limit", async () => {
    const take = () => store.limits.take("test", "client", { count: 1, seconds: 600 }, testNow);
    expect(await inOne("UpdateItem", take)).toBeNull();
    expect(await inOne("UpdateItem", take)).toBe(600);
  });

  it("whether a receipt has been made, whether a mail has been sent, and who asks for a new key", async () => {
    const id = "7K3M-9QTX-2F4H";
    expect(await inOne("GetItem", () => store.receipts.ready(id))).toBeNull();
    await inOne("PutItem", () => store.receipts.putReady(id, "receipts/a.pdf"));
    expect(await store.receipts.ready(id)).toBe("receipts/a.pdf");
    await store.receipts.removeReady(id);
    expect(await store.receipts.ready(id)).toBeNull();

    expect(await inOne("PutItem", () => store.receipts.claimMail(id, 1))).toBe(true);
    expect(await inOne("PutItem", () => store.receipts.claimMail(id, 1))).toBe(false);
    expect(await store.receipts.claimMail(id, 2)).toBe(true);
    await inOne("DeleteItem", () => store.receipts.releaseMail(id, 1));
    expect(await store.receipts.claimMail(id, 1)).toBe(true);

    const request = { id, email: "a@example.vn", at: testNow };
    await inOne("PutItem", () => store.receipts.putKeyRequest(request));
    expect(await inOne("GetItem", () => store.receipts.keyRequest(id, testNow))).toEqual(request);
    expect(await store.receipts.keyRequest(id, "2026-06-15T06:00:01.000Z")).toBeNull();
    await store.receipts.removeKeyRequest(id);
    expect(await store.receipts.keyRequest(id, testNow)).toBeNull();
  });

  it("the access key that was mailed and not used yet, which is no event of the history", async () => {
    const { id } = await keep();
    expect(await inOne("GetItem", () => store.receipts.pendingKey(id))).toBeNull();
    const pending = { hash: "a", replaces: "b", sentTo: "c" };
    await inOne("PutItem", () => store.receipts.putPendingKey(id, pending));
    expect(await inOne("GetItem", () => store.receipts.pendingKey(id))).toEqual(pending);
    expect((await store.initiatives.getWithHistory(id))?.events).toEqual([]);
  });

  it("the letters an address got in the last hour, those held back from it, and whose are due", async () => {
    const two = { count: 2, seconds: 3600 };
    const take = (what: string, now: string) => store.letters.take("notice", "address", what, two, now);
    expect(await take("a", "2026-06-15T05:00:00.000Z")).toBe(true);
    expect(await take("b", "2026-06-15T05:30:00.000Z")).toBe(true);
    expect(await take("c", "2026-06-15T05:59:59.000Z")).toBe(false);
    expect(await take("a", "2026-06-15T05:59:59.000Z")).toBe(true);
    expect(await take("c", "2026-06-15T06:00:00.000Z")).toBe(true);
    const held = (id: string, due: string) => ({ address: "address", id, n: 0, file: null, due });
    const first = held("1", "2026-06-15T07:00:00.000Z");
    const later = held("0", "2026-06-15T07:30:00.000Z");
    for (const letter of [later, first]) await inOne("PutItem", () => store.letters.hold(letter));
    expect(await store.letters.due("2026-06-15T06:59:59.000Z")).toEqual([]);
    expect(await inOne("Query", () => store.letters.due("2026-06-15T07:00:00.000Z"))).toEqual(["address"]);
    expect(await inOne("Query", () => store.letters.held("address"))).toEqual([first, later]);
    await store.letters.endSummary("address", [first, later]);
    expect(await store.letters.due("2026-06-16T00:00:00.000Z")).toEqual([]);
  });

  it("what became of uploads, one and several, and the first outcome stands", async () => {
    const refused = { state: "refused", reason: "attachment.differs" } as const;
    const clean = { state: "clean", type: "image/png", size: 3 } as const;
    expect(await inOne("UpdateItem", () => store.uploads.settle("upload-1", refused))).toBe(true);
    expect(await inOne("UpdateItem", () => store.uploads.settle("upload-1", clean))).toBe(false);
    await store.uploads.settle("upload-2", clean);
    expect(await inOne("GetItem", () => store.uploads.get("upload-1"))).toEqual({ arrival: refused });
    expect(await store.uploads.get("upload-3")).toEqual({});
    const several = await inOne("BatchGetItem", () =>
      store.uploads.arrivals(["upload-1", "upload-2", "upload-3"]),
    );
    expect(Object.fromEntries(several)).toEqual({ "upload-1": refused, "upload-2": clean });
  });

  it("a member of staff at sign-in, and a session", async () => {
    const { reviewer } = staff;
    expect(await inOne("GetItem", () => store.staff.byEmail(reviewer.email.toUpperCase()))).toEqual(reviewer);
    const session = {
      tokenHash: hashSecret("t"),
      staff: reviewer,
      signedInAt: testNow,
      seenAt: testNow,
    };
    await store.staff.putSession(session);
    expect(await inOne("GetItem", () => store.staff.session(session.tokenHash))).toEqual(session);
    await store.staff.endSession(session.tokenHash);
    expect(await store.staff.session(session.tokenHash)).toBeNull();
  });

  it("accounts: all, by id, with what was done and when they signed in", async () => {
    const { secretary } = staff;
    const all = await inOne("Query", () => store.staff.all());
    expect(all.map(({ id }) => id).sort()).toEqual(
      Object.values(staff)
        .map(({ id }) => id)
        .sort(),
    );
    // The id leads to the address, under which the record lies.
    expect((await store.staff.byId(secretary.id))?.email).toBe(secretary.email);
    expect(await inOne("GetItem", () => store.staff.byId("nobody"))).toBeNull();
    const by = { id: staff.administrator.id, name: staff.administrator.name };
    const entry = { n: 2, at: testNow, by, did: "change", grants: [], reason: null, other: null } as const;
    const after = { ...secretary, name: "Tên mới", version: 2 };
    const change = { before: secretary, after, entry: { ...entry, grants: [] }, invitation: null };
    await inOne("TransactWriteItems", () => store.staff.save(change));
    await expect(store.staff.save(change)).rejects.toThrow("version.conflict");
    expect(await inOne("Query", () => store.staff.log(secretary.id))).toEqual([entry]);
    for (const [at, outcome] of [
      ["2026-06-01T00:00:00.000Z", "signedIn"],
      ["2026-06-02T00:00:00.000Z", "signIn.unused"],
    ] as const)
      await store.staff.putSignIn(secretary.id, { at, outcome }, "a");
    const signIns = await inOne("Query", () => store.staff.signIns(secretary.id, testNow));
    expect(signIns.map(({ outcome }) => outcome)).toEqual(["signIn.unused", "signedIn"]);
    const last = "2026-06-01T00:00:00.000Z";
    expect(await inOne("GetItem", () => store.staff.lastSignIn(secretary.id))).toBe(last);
    expect(await inOne("Query", () => store.staff.lastSignIns())).toEqual(new Map([[secretary.id, last]]));
  });

  it("a draft behind a link, kept on condition of its version and write key", async () => {
    const draft = {
      id: "a".repeat(22),
      writeKeyHash: hashSecret("w"),
      ciphertext: "AAAA",
      iv: "i".repeat(16),
      version: 1,
      expiresAt: Date.parse(testNow) / 1000 + 60,
    };
    expect(await inOne("PutItem", () => store.drafts.put(draft, testNow))).toBeNull();
    expect(await inOne("GetItem", () => store.drafts.get(draft.id))).toEqual(draft);
    expect(await inOne("PutItem", () => store.drafts.put(draft, testNow))).toEqual(draft);
    const next = { ...draft, version: 2, ciphertext: "BBBB" };
    expect(await store.drafts.put({ ...next, writeKeyHash: hashSecret("x") }, testNow)).toEqual(draft);
    expect(await store.drafts.put(next, testNow)).toBeNull();
    expect(await inOne("DeleteItem", () => store.drafts.remove(draft.id, hashSecret("x")))).toBe(false);
    expect(await store.drafts.remove(draft.id, draft.writeKeyHash)).toBe(true);
    expect(await store.drafts.get(draft.id)).toBeNull();
  });
});

describe("writes", () => {
  it("of a taken id give back what is there, in the same request", async () => {
    const kept = await keep();
    const existing = await inOne("PutItem", () => store.initiatives.create(kept));
    expect(existing).toEqual(kept);
  });

  it("on a version that has passed change nothing", async () => {
    const kept = await keep();
    await store.initiatives.save(buildTransition(kept, "withdraw"), kept);
    await expect(store.initiatives.save(buildTransition(kept, "refuse"), kept)).rejects.toMatchObject({
      code: "version.conflict",
    });
    expect((await store.initiatives.get(kept.id))?.state).toBe("withdrawn");
  });

  it("keep keys and record together: no key attribute is left in what is read", async () => {
    const kept = await keep(["accept"]);
    const read = await store.initiatives.get(kept.id);
    expect(
      Object.keys(read ?? {}).filter(
        (name) => name.startsWith("by") || ["pk", "sk", "summary"].includes(name),
      ),
    ).toEqual([]);
  });
});

describe("jobs and imports", () => {
  const request = { kind: "export", unit: "xa-cua-tac-vu", year: null, parameters: {} } as const;
  const begin = (id: string, at: string) => beginJob({ ...request, id }, { staff: null, role: null }, at);

  it("a job, the tries of its step, and the latest of a unit, each in one request", async () => {
    const job = begin("tac-vu-1", "2026-03-01T00:00:00.000Z");
    await inOne("PutItem", () => store.jobs.create(job));
    expect(await store.jobs.create(job)).toEqual(job);
    expect(await inOne("GetItem", () => store.jobs.get(job.id))).toEqual(job);
    expect(await inOne("UpdateItem", () => store.jobs.countAttempt(job, testNow))).toBe(1);
    expect(await store.jobs.countAttempt(job, testNow)).toBe(2);
    await store.jobs.create(begin("tac-vu-2", "2026-03-02T00:00:00.000Z"));
    const latest = await inOne("Query", () => store.jobs.latest(request.unit, 20));
    expect(latest.map(({ id }) => id)).toEqual(["tac-vu-2", "tac-vu-1"]);
    expect(latest[0]).not.toHaveProperty("cursor");
  });

  it("a step's end, on condition that it is the next one", async () => {
    const job = begin("tac-vu-3", testNow);
    await store.jobs.create(job);
    expect(await inOne("PutItem", () => store.jobs.save({ ...job, version: 2, done: 1 }))).toBe(true);
    expect(await store.jobs.save({ ...job, version: 2, done: 9 })).toBe(false);
    expect(await store.jobs.get(job.id)).toMatchObject({ version: 2, done: 1 });
  });

  it("the key of a register's imported rows, which is made once", async () => {
    const first = new Uint8Array(32).fill(1);
    expect(await inOne("GetItem", () => store.imports.registerKey(commune.id, 2026))).toBeNull();
    expect(await inOne("PutItem", () => store.imports.keepRegisterKey(commune.id, 2026, first))).toEqual(
      first,
    );
    expect(await store.imports.keepRegisterKey(commune.id, 2026, new Uint8Array(32).fill(2))).toEqual(first);
    expect(await store.imports.registerKey(commune.id, 2026)).toEqual(first);
  });
});

describe("reports", () => {
  it("one, and all of a unit with the latest period first, each in one request", async () => {
    const unit = commune.id;
    const [older, newer] = ["2025", "2026"].map((year) => ({
      ...beginReport(unit, { from: year, to: year }, null, null),
      version: 1,
    })) as [ReportRecord, ReportRecord];
    const half = { ...older, from: "2026-01-01", to: "2026-06-30" };
    for (const record of [older, half, newer]) await inOne("PutItem", () => store.reports.save(record));
    expect(await inOne("GetItem", () => store.reports.get(older))).toEqual(older);
    expect(await store.reports.get({ unit, from: "2024", to: "2024" })).toBeNull();
    expect(await inOne("Query", () => store.reports.list(unit))).toEqual([half, newer, older]);
    const asked = [unit, neighbour.id];
    expect(await inOne("BatchGetItem", () => store.reports.madeOf(asked, older))).toEqual(new Set());
    expect(await store.reports.list(neighbour.id)).toEqual([]);
  });

  it("are written on condition of the version that was read", async () => {
    const report = { ...beginReport(neighbour.id, { from: "2026", to: "2026" }, null, null), version: 1 };
    await store.reports.save(report);
    await expect(store.reports.save(report)).rejects.toThrow("version.conflict");
    const next = { ...report, version: 2 };
    await store.reports.save(next);
    await expect(store.reports.save({ ...next, layout: "party" })).rejects.toThrow("version.conflict");
    expect(await store.reports.get(report)).toEqual(next);
  });
});

describe("runs of reports", () => {
  it("are listed by their root and read in one request; their jobs and notices in one each", async () => {
    const begun = { id: "2026-12-25~dot-2026", by: null, at: testNow };
    const run = await store.reportRuns.begin(beginRun(buildCampaign(), freezeUnits(), begun));
    expect(run).toMatchObject({ version: 2, whole: true });
    expect(await inOne("GetItem", () => store.reportRuns.get(province.id, run.id))).toEqual(run);
    expect(await inOne("Query", () => store.reportRuns.list(province.id))).toEqual([run]);
    expect((await inOne("BatchGetItem", () => store.reportRuns.jobsOf(run))).size).toBe(run.units.length);
    const notice = { run: run.id, root: province.id, unit: commune.id, year: testYear };
    await inOne("PutItem", () => store.reportRuns.notify(notice));
    expect(await store.reportRuns.outcomes(run)).toEqual(new Map());
    await inOne("PutItem", () => store.reportRuns.settleNotice(notice, { sent: 1, refused: 0 }));
    // Word that was left before stays as it was handled.
    await store.reportRuns.notify(notice);
    const outcomes = await inOne("BatchGetItem", () => store.reportRuns.outcomes(run));
    expect(outcomes).toEqual(new Map([[commune.id, { sent: 1, refused: 0 }]]));
  });
});

describe("requests for reports", () => {
  it("a request with its log and submissions, and the lists around it, each in one request", async () => {
    const request = await keepRequest(store);
    const submission = await keepSubmission(store, request, commune.id);
    const file = await inOne("Query", () => store.reportRequests.read(request.id));
    expect(file).toEqual({
      request,
      log: [expect.objectContaining({ n: 1, did: "ask" })],
      submissions: [submission],
    });
    expect(await store.reportRequests.read("khong-co")).toBeNull();
    expect(await inOne("Query", () => store.reportRequests.ofUnit(province.id))).toEqual([request]);
    expect(await inOne("Query", () => store.reportRequests.open())).toEqual([request]);
    const { figures, files, prefix, ...summary } = submission;
    expect(await inOne("Query", () => store.reportRequests.submittedBy(commune.id))).toEqual([summary]);
    expect(await inOne("Query", () => store.reportRequests.submittedTo(province.id))).toEqual([summary]);
  });

  it("are written on condition of what was read; a closed one is in no queue", async () => {
    const request = await keepRequest(store, { title: "Sẽ đóng" });
    const closing = closeRequest(request, { by: request.createdBy, at: testNow });
    if (!closing) throw new Error("closed already");
    await inOne("TransactWriteItems", () => store.reportRequests.save(closing));
    await expect(store.reportRequests.save(closing)).rejects.toThrow("version.conflict");
    expect((await store.reportRequests.open()).map(({ id }) => id)).not.toContain(request.id);
    const submission = await keepSubmission(store, request, neighbour.id);
    await expect(store.reportRequests.submit(submission)).rejects.toThrow("version.conflict");
    await inOne("PutItem", () => store.reportRequests.giveBack({ ...submission, state: "returned" }));
    await expect(store.reportRequests.giveBack(submission)).rejects.toThrow("version.conflict");
  });

  it("remind a unit once on a day", async () => {
    const stamp = { day: "2026-12-18", by: null, at: testNow };
    const remind = () => store.reportRequests.remind([commune.id], stamp);
    expect(await inOne("PutItem", remind)).toEqual({ reminded: [commune.id], already: [] });
    expect(await remind()).toEqual({ reminded: [], already: [commune.id] });
    const kept = { unit: commune.id, ...stamp };
    expect(await inOne("Query", () => store.reportRequests.remindedOn(stamp.day))).toEqual([kept]);
  });
});

describe("commendations", () => {
  it("of a unit and year, their lines, log and awards of a name take one request each", async () => {
    const lines = ["Bùi Thị Nga", "Bùi Thị Nga", "Bùi Văn Nga"].map((name) => lineForm({ name }));
    const decision = await keepCommendation(store, { form: { year: 2019 }, lines });
    const { id } = decision;
    const { commendations } = store;
    expect(await inOne("GetItem", () => commendations.get(id))).toEqual(decision);
    const listed = await inOne("Query", () => commendations.ofUnit(commune.id, 2019));
    expect(listed.map((each) => each.id)).toEqual([id]);
    const path = [commune.id, province.id];
    const below = await inOne("Query", () => commendations.below([province.id], 2019, null, 10));
    expect(below.items).toEqual(listed);
    expect((await commendations.below(path, 2019, null, 10)).items).toEqual(listed);
    expect((await commendations.below([neighbour.id, province.id], 2019, null, 10)).items).toEqual([]);
    const page = await inOne("Query", () => commendations.linesAfter(id, 0, 2));
    expect([page.lines.map(({ n }) => n), page.next]).toEqual([[1, 2], 2]);
    const rest = await inOne("Query", () => commendations.linesAfter(id, 2, 2));
    expect([rest.lines.map(({ n }) => n), rest.next]).toEqual([[3], null]);
    expect(await inOne("BatchGetItem", () => commendations.linesOf(id, [2]))).toMatchObject([{ n: 2 }]);
    const log = await inOne("Query", () => Array.fromAsync(commendations.log(id)));
    expect(log.map(({ did }) => did)).toEqual(["propose", "addLines"]);
    expect(await inOne("GetItem", () => commendations.entry(id, 2))).toEqual(log[1]);
    const newest = await inOne("Query", () => commendations.logBefore(id, null, 1));
    expect(newest.map(({ n }) => n)).toEqual([2]);
    expect((await commendations.logBefore(id, 2, 5)).map(({ n }) => n)).toEqual([1]);
    const awards = await inOne("Query", () => commendations.awardsOf([province.id], "bui thi nga"));
    expect(awards.map(({ n }) => n)).toEqual([1, 2]);
  });

  it("issued under a number, and lines for an initiative, are found in one request", async () => {
    const initiative = "7K3M-9QTX-2F4H";
    const issued = { number: "Số 15/QĐ-UBND", signedOn: "2026-06-01" };
    const lines = [lineForm({ initiative }), lineForm()];
    const { id } = await keepCommendation(store, { lines, issued });
    await keepCommendation(store, { lines: [lineForm()] });
    const { commendations } = store;
    const of = (number: string, signedOn = issued.signedOn) =>
      commendations.ofNumber([province.id], { number, signedOn });
    expect((await inOne("Query", () => of("15/qd ubnd"))).map((each) => each.id)).toEqual([id]);
    expect(await of("15/QĐ-UBND", "2026-06-02")).toEqual([]);
    expect(await of("16/QĐ-UBND")).toEqual([]);
    const awards = await inOne("Query", () => commendations.awardsFor(initiative));
    expect(awards.map(({ decision, n }) => [decision, n])).toEqual([[id, 1]]);
  });

  it("a nomination, its log and those of a unit and year take one request each", async () => {
    const kept = await keepNomination(store);
    const { awardRecords: records } = store;
    expect(await inOne("GetItem", () => records.get("nomination", kept.id))).toEqual(kept);
    const ofYear = await inOne("Query", () => records.ofUnit("nomination", commune.id, 2026));
    expect(ofYear).toEqual([kept]);
    const entry = await inOne("GetItem", () => records.entry("nomination", kept.id, 1));
    expect(entry).toMatchObject({ n: 1, did: "write" });
    expect(await inOne("Query", () => records.ofUnit("nomination", commune.id, null))).toEqual([kept]);
    expect(await records.ofUnit("bloc", commune.id, 2026)).toEqual([]);
    const named = await inOne("Query", () => records.nominationsOf([province.id], "nguyen thi hoa"));
    expect(named).toEqual([kept]);
  });

  it("the positions on a unit's certificates take one request", async () => {
    const { certificatePlaces: places } = store;
    const setting = {
      unit: commune.id,
      version: 1,
      place: usualPlace,
      changed: { by: { id: "a", name: "A" }, at: testNow },
    };
    await inOne("TransactWriteItems", () => places.save(setting));
    expect(await inOne("GetItem", () => places.get(commune.id))).toEqual(setting);
    await expect(places.save(setting)).rejects.toThrow("version.conflict");
  });
});

describe("the heads of a day", () => {
  it("are noted and read in one request each; seen twice they are one, and two that contradict each other are two", async () => {
    const head = { id: "7K3M-9QTX-2F4H", n: 2, hash: "h2" };
    const day = "2026-06-15";
    await inOne("PutItem", () => store.heads.note(head, day));
    await store.heads.note(head, day);
    const other = { ...head, hash: "h3" };
    await store.heads.note(other, day);
    await store.heads.note({ ...head, n: 10 }, day);
    await store.heads.note(head, "2026-06-16");
    expect(await inOne("Query", () => store.heads.ofDay(day))).toEqual([head, other, { ...head, n: 10 }]);
  });
});

describe("a cursor", () => {
  it("that is bent is refused, and so is one of another list", async () => {
    const { cursor } = await store.initiatives.inbox(commune.id, "registered", null, 1);
    expect(cursor).not.toBeNull();
    const read = (unit: string, given: string | null) =>
      store.initiatives.inbox(unit, "registered", given, 5);
    await expect(read(commune.id, cursor)).resolves.toBeDefined();
    for (const [unit, given] of [
      [commune.id, "????"],
      [commune.id, `${cursor}A`],
      ["hoi-phu-nu-suoi-mo", cursor],
    ] as const)
      await expect(read(unit, given)).rejects.toMatchObject({ code: "query.invalid" });
  });
});
