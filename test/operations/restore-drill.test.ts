import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, expect, test } from "vitest";
import { verifyHistory } from "#core/initiatives/history.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { firstOpenings } from "#core/initiatives/submission.ts";
import { dismiss, moveReport, openWarnings } from "#core/report/lifecycle.ts";
import type { MadeFiles, ReportRecord } from "#core/report/record.ts";
import type { InitiativeView, UploadView } from "../../functions/api/initiatives/views.ts";
import type { DownloadView } from "../../functions/api/jobs/views.ts";
import { readFaces } from "../../functions/documents/faces.ts";
import { createHeadsHandler } from "../../functions/history-heads/handler.ts";
import { createReportHandler } from "../../functions/jobs/report-making/making.ts";
import { nameAddress } from "../../functions/store/letters.ts";
import type { Item, Table } from "../../functions/store/table.ts";
import { openCommandStorage } from "../../local/command-storage.ts";
import { startStorage } from "../../local/standins/storage.ts";
import type { System } from "../../local/system.ts";
import { exportData } from "../../operations/data/export-data.ts";
import { restoreData } from "../../operations/data/restore-data.ts";
import { drawPng } from "../support/files.ts";
import { readMail } from "../support/mail.ts";
import { submissionHeaders } from "../support/proof.ts";
import { buildApplication, drawIdempotencyKey } from "../support/submissions.ts";
import { startTestSystem } from "../support/system.ts";
import { createVisitor } from "../support/visitor.ts";
import { waitFor } from "../support/wait.ts";

/*
 * The drill of docs/operations.md: a system is taken out, lost, and put back on another machine, and whoever uses it notices nothing but that
 * they have to sign in again.
 */
const unit = "xa-dien-khanh";
const now = "2026-11-22T05:00:00.000Z";
const clock = () => now;
const address = "anh.tuyet@example.vn";
const place = { unit, from: "2026", to: "2026" };
const stamp = { by: { id: "minh-hoa-quan-tri", name: "Quản trị (minh họa)" }, at: now };

const folder = await mkdtemp(join(tmpdir(), "restore-drill-"));
const [lost, out, found] = [join(folder, "lost"), join(folder, "out"), join(folder, "found")];
let system: System | null = null;
afterAll(async () => {
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What a system is asked for by whoever uses it. */
function asking({ origin }: System) {
  const read = (path: string, accessKey: string) =>
    fetch(`${origin}/api/initiatives/${path}`, {
      headers: { accept: "application/json", authorization: `Bearer ${accessKey}` },
    });
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${origin}/api/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  return {
    read,
    async submit(key: string, body: object) {
      const answer = await post("initiatives", body, await submissionHeaders(origin, key));
      expect(answer.status).toBe(201);
      return (await answer.json()) as { id: string; accessKey: string };
    },
    async upload() {
      const bytes = drawPng(40, 30);
      const asked = { name: "anh.png", type: "image/png", size: bytes.length };
      const { id, url, fields } = (await (await post("uploads", asked)).json()) as UploadView;
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append("file", new Blob([bytes]));
      expect((await fetch(url, { method: "POST", body: form, headers: { origin } })).ok).toBe(true);
      return { id, ...asked };
    },
    /** The bytes of the record's one file and of its receipt, once they are there. */
    files: (id: string, accessKey: string) =>
      waitFor(async () => {
        const { attachments } = (await (await read(id, accessKey)).json()) as InitiativeView;
        const paths = [`${id}/attachments/${attachments[0]?.id}`, `${id}/receipt`];
        const addresses = await Promise.all(
          paths.map(async (path) => ((await (await read(path, accessKey)).json()) as DownloadView).url),
        );
        return Promise.all(
          addresses.map(async (each) => {
            const answer = await fetch(each);
            expect(answer.status).toBe(200);
            return Buffer.from(await answer.arrayBuffer());
          }),
        );
      }),
  };
}

/** Accepted, proposed, taken up, recognised: by those whose task it is. */
async function recognise(origin: string, id: string): Promise<void> {
  const [reviewer, secretary] = [createVisitor(), createVisitor()];
  await reviewer.signIn(origin, "tiep-nhan@example.vn");
  await secretary.signIn(origin, "thu-ky@example.vn");
  const steps = [
    [reviewer, "accept", {}],
    [reviewer, "propose", { opinion: "Đề nghị Hội đồng xét." }],
    [secretary, "takeUp", {}],
    [secretary, "recognise", { decision: { number: "27/QĐ-UBND", signedOn: "2026-11-22" } }],
  ] as const;
  for (const [n, [visitor, move, form]] of steps.entries()) {
    const { response } = await visitor.visit(`${origin}/api/initiatives/${id}/moves`, {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: JSON.stringify({ move, version: n + 1, form }),
    });
    expect([move, response.status]).toEqual([move, 200]);
  }
}

const reportsOf = ({ store, bucket }: Pick<System, "store" | "bucket">) =>
  createReportHandler({ store, bucket, faces: readFaces(), clock });

async function approveReport({ store, bucket }: System): Promise<MadeFiles> {
  const made = await reportsOf({ store, bucket }).make(place);
  const clean = openWarnings(made).reduce<ReportRecord>(
    (record, { id }) => dismiss(record, id, "Đã đối chiếu với sổ của xã.", stamp),
    made,
  );
  const { version } = clean;
  await store.reports.save({
    ...moveReport(clean, { version, move: "approve" }, stamp, "2026-11-22"),
    version: made.version + 1,
  });
  return made.made;
}

async function countMails(viewer: string): Promise<number> {
  const { emails } = (await (await fetch(`${viewer}/store`)).json()) as { emails: unknown[] };
  return emails.length;
}

/** Every item, by its key, but for those that an export leaves out and the heads that are noted each time that the stream tells of a record. */
async function itemsOf(table: Table): Promise<Record<string, Item>> {
  const all: Record<string, Item> = {};
  let ExclusiveStartKey: Item | undefined;
  do {
    const page = await table.client.send(new ScanCommand({ TableName: table.name, ExclusiveStartKey }));
    for (const item of page.Items ?? [])
      if (!/^(SESSION|LIMIT|KEYREQUEST|HEAD)#/.test(item.pk)) all[`${item.pk} ${item.sk}`] = item;
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return all;
}

test("what was taken out and put back is what was there, and nothing is counted or mailed again", async () => {
  system = await startTestSystem({ dataDir: lost, clock });
  const before = asking(system);
  const campaign = (await system.store.directory.campaigns()).find(({ year }) => year === 2026);
  const application = buildApplication({ consent: campaign?.consent ?? "" });
  const body = { campaign: campaign?.id, unit, channel: "web", application };
  const attachments = [await before.upload()];
  const key = drawIdempotencyKey();
  const { id, accessKey } = await before.submit(key, { ...body, attachments });
  const files = await before.files(id, accessKey);
  await recognise(system.origin, id);
  const { mailViewer } = system;
  // Of the receipt, the acceptance and the recognition.
  await waitFor(async () => expect(await readMail(mailViewer, address)).toHaveLength(3));
  const { store } = system;
  await waitFor(async () => {
    const { counted } = await store.figures.rows(unit, 2026);
    expect(counted.some(({ key, value }) => key === "recognised" && value > 0)).toBe(true);
  });
  const made = await approveReport(system);

  // Beside the running system, as in the cloud.
  const running = await startStorage({ dataDir: lost, clock });
  const note = createHeadsHandler({
    store,
    bucket: running.heads,
    log: (message) => expect.unreachable(message),
    measure: () => {},
    clock,
  });
  await note({ scheduledAt: "2026-11-22T18:30:00.000Z" });
  const days = await running.heads.days();
  expect(days).toContain("2026-11-22");
  const items = await itemsOf(running.table);
  const live = await openCommandStorage(clock, { DATA_DIR: lost });
  const taken = await exportData({ storage: live, out, rate: 0, clock });
  expect(taken.leftOut).toMatchObject({ SESSION: 2 });
  await expect(exportData({ storage: live, out, rate: 0, clock })).rejects.toThrow(/holds an export already/);
  await Promise.all([live.stop(), running.stop(), system.stop()]);
  await rm(lost, { recursive: true });

  // On another machine, into a system that is empty and whose streams are read at once; broken off and begun again it is the same.
  system = await startTestSystem({ dataDir: found, empty: true, clock });
  const after = asking(system);
  const { mailViewer: viewer } = system;
  const storage = await openCommandStorage(clock, { DATA_DIR: found });
  const restore = (over: boolean) => restoreData({ storage, from: out, rate: 0, over, clock });
  expect(await restore(false)).toEqual({ items: taken.items, objects: taken.objects });
  await expect(restore(false)).rejects.toThrow(/not empty/);
  await restore(true);
  expect(await itemsOf(storage.table)).toEqual(items);

  expect(await after.submit(key, { ...body, attachments })).toMatchObject({ id, accessKey });
  expect(await after.files(id, accessKey)).toEqual(files);
  const record = await system.store.initiatives.getWithHistory(id);
  const initiative = record?.initiative as FormInitiative;
  const first = { event: initiative.first, openings: firstOpenings(initiative) };
  expect(initiative.state).toBe("recognised");
  expect(verifyHistory([first, ...(record?.events ?? [])])).toEqual([]);
  const report = await reportsOf(system).verify(place);
  expect([report.files.every(({ ok }) => ok), report.moved]).toEqual([true, []]);
  expect((await system.store.reports.get(place))?.made?.dataHash).toBe(made.dataHash);
  expect((await fetch(`${system.origin}/api/session`)).status).toBe(401);

  // What is submitted now is the last that the streams tell of: when it is counted and its letter there, all that was put back has been handled.
  const contact = { phone: "0912 345 678", email: "sau@example.vn" };
  const own = await after.submit(drawIdempotencyKey(), {
    ...body,
    application: { ...application, contact },
  });
  await waitFor(async () => {
    expect(await readMail(viewer, contact.email)).toHaveLength(1);
    expect(Object.keys(await itemsOf(storage.table))).toContain(`COUNTED#initiative#${own.id} COUNTED`);
  });
  expect(await countMails(viewer)).toBe(1);
  // The new record's own items, and the count of letters to its address.
  const isOwn = (name: string) => name.includes(own.id) || name.includes(nameAddress(contact.email));
  const changed = Object.entries(await itemsOf(storage.table)).filter(
    ([name, item]) => !isOwn(name) && JSON.stringify(item) !== JSON.stringify(items[name]),
  );
  const beside = await startStorage({ dataDir: found, clock });
  expect(await beside.heads.days()).toEqual(days);
  await Promise.all([beside.stop(), storage.stop()]);
  // Of all that was put back nothing has changed but the figures that count the new one.
  // A figure holds one number, what a unit counts of a unit below it several.
  const differences = changed.flatMap(([name, item]) =>
    Object.keys(item)
      .filter((attribute) => typeof item[attribute] === "number")
      .filter((attribute) => item[attribute] !== items[name]?.[attribute])
      .map((attribute) => [name.split("#")[0], item[attribute] - (items[name]?.[attribute] ?? 0)]),
  );
  expect(differences.length).toBeGreaterThan(0);
  // One initiative, and each of its authors.
  const steps = [1, body.application.authors.length].map((by) => JSON.stringify(["FIGURE", by]));
  expect(new Set(differences.map((each) => JSON.stringify(each)))).toEqual(new Set(steps));
}, 60_000);
