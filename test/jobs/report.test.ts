import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginJob, type Job } from "#core/jobs/job.ts";
import { dismiss, moveReport, writeTexts } from "#core/report/lifecycle.ts";
import type { ReportModel } from "#core/report/model.ts";
import type { ReportRecord, Verification } from "#core/report/record.ts";
import { readFaces } from "../../functions/documents/faces.ts";
import { reconcileFigures } from "../../functions/figures/rebuild.ts";
import { createReportStep } from "../../functions/jobs/report.ts";
import { fileKey, pageKey, verificationKey } from "../../functions/jobs/report-making/files.ts";
import { createReportHandler } from "../../functions/jobs/report-making/making.ts";
import { type Bucket, openBucket } from "../../functions/store/aws/objects.ts";
import { reportKey } from "../../functions/store/keys.ts";
import { loadWorkbook } from "../../local/example.ts";
import { startS3 } from "../../local/standins/s3.ts";
import { bucketConfig } from "../../local/standins/storage.ts";
import { createTestTable } from "../support/table.ts";

const now = "2026-12-25T00:00:00.000Z";
const clock = () => now;
const { store, table, client } = await createTestTable(clock);
const folder = await mkdtemp(join(tmpdir(), "test-report-"));
const s3 = await startS3(folder, { documents: "documents", uploads: "uploads" });
const bucket = openBucket("documents", bucketConfig(s3.endpoint));
const faces = readFaces();
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true });
});
beforeAll(async () => {
  await loadWorkbook(store);
  // The example brings texts; these tests begin without a record.
  await client.send(new DeleteCommand({ TableName: table.name, Key: reportKey(place) }));
  await reconcileFigures(store);
});

const place = { unit: "dien-khanh", from: "2019", to: "2021" };
const person = { id: "quan-tri", name: "Võ Thị Kim Oanh" };
const stamp = { by: person, at: now };
const why = "Đã đối chiếu với văn bản được dẫn";

/** Runs a job of the report to the end of its step; `through` is the bucket that it writes to. */
async function run(parameters: Record<string, string>, through: Bucket = bucket, of = place): Promise<Job> {
  const { unit, from, to } = of;
  const id = randomBytes(16).toString("base64url");
  const given = { id, kind: "report", unit, year: null, parameters: { from, to, ...parameters } } as const;
  const reports = createReportHandler({ store, bucket: through, faces, clock });
  const step = createReportStep({ reports, runs: store.reportRuns, staff: store.staff, clock });
  return step(beginJob(given, { staff: null, role: null }, now));
}

async function read(of = place): Promise<ReportRecord & { made: NonNullable<ReportRecord["made"]> }> {
  const record = await store.reports.get(of);
  if (!record?.made) throw new Error("no report");
  return { ...record, made: record.made };
}

const readJson = async <T>(key: string) => JSON.parse(new TextDecoder().decode(await bucket.get(key))) as T;
const readVerification = async () => readJson<Verification>(verificationKey((await read()).made.prefix));
const files = async () => {
  const { made } = await read();
  return Promise.all(
    made.files.map(async (format) =>
      Buffer.from(await bucket.get(fileKey(made.prefix, format))).toString("base64"),
    ),
  );
};
const change = async (make: (record: ReportRecord) => ReportRecord) => store.reports.save(make(await read()));
const move = (form: Omit<Parameters<typeof moveReport>[1], "version">) =>
  change((record) => moveReport(record, { version: 0, ...form }, stamp, "2026-12-25"));

/** A bucket that fails at the n-th write, as a network would in the midst. */
function failing(at: number): Bucket {
  let writes = 0;
  const count = () => {
    writes += 1;
    if (writes === at) throw new Error("the bucket does not answer");
  };
  return {
    ...bucket,
    put: async (...given) => {
      count();
      await bucket.put(...given);
    },
    putStream: async (key, chunks, type) => {
      count();
      await bucket.putStream(key, chunks, type);
    },
  };
}

describe("the job of a report", () => {
  it("leaves no record where the bucket fails, at whichever file, and a retry completes", async () => {
    for (const at of [1, 4, 6]) {
      await expect(run({ task: "make" }, failing(at))).rejects.toThrow("does not answer");
      expect(await store.reports.get(place)).toBeNull();
    }
    expect(await run({ task: "make" })).toMatchObject({ state: "done" });
    const { made, log, version } = await read();
    expect([log.length, version]).toEqual([1, 1]);
    expect(made.warnings.filter(({ code }) => code === "total.mislabelled")).toHaveLength(1);
    const names = [...made.files.map((format) => fileKey(made.prefix, format)), pageKey(made.prefix)];
    expect((await bucket.list(made.prefix)).toSorted()).toEqual(names.toSorted());
  });

  it("run twice gives the same bytes in every format, under the same name, and one entry in the log", async () => {
    const [before, first] = [await read(), await files()];
    expect(await run({ task: "make" })).toMatchObject({ state: "done" });
    const after = await read();
    expect(await files()).toEqual(first);
    expect(after.made).toEqual(before.made);
    expect(after.log).toEqual(before.log);
  });

  it("keeps of a hostile text the text, and takes the files of the draft before away", async () => {
    const before = await read();
    const proposals = `<script>alert(1)</script> & "khen thưởng"\n\n=HYPERLINK("http://x")`;
    await change((record) => writeTexts(record, { proposals }, stamp));
    await run({ task: "make" });
    const { made } = await read();
    expect(made.dataHash).toBe(before.made.dataHash);
    expect(made.prefix).not.toBe(before.made.prefix);
    expect(await bucket.list(before.made.prefix)).toEqual([]);
    const html = new TextDecoder().decode(await bucket.get(fileKey(made.prefix, "html")));
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).not.toContain("<script>alert");
  });

  it("is refused, not tried again, for a unit that is none", async () => {
    const nowhere = { ...place, unit: "nowhere" };
    expect(await run({ task: "make" }, bucket, nowhere)).toMatchObject({
      state: "refused",
      problem: "problem.unit.notFound",
    });
  });
});

describe("verifying", () => {
  it("finds the files as they were made, and nothing moved", async () => {
    expect(await run({ task: "verify" })).toMatchObject({ state: "done", outcome: { wrong: 0, moved: 0 } });
    const found = await readVerification();
    expect(found.files).toHaveLength(5);
    expect(found.files.every(({ ok, renders }) => ok && renders)).toBe(true);
  });

  it("finds a file that was altered, and one that is gone", async () => {
    const { made } = await read();
    const [html, docx] = [fileKey(made.prefix, "html"), fileKey(made.prefix, "docx")];
    const [whole, other] = [await bucket.get(html), await bucket.get(docx)];
    await bucket.put(html, whole.slice(0, -1), "text/html");
    await bucket.remove(docx);
    expect(await run({ task: "verify" })).toMatchObject({ outcome: { wrong: 2, moved: 0 } });
    expect((await readVerification()).files.filter(({ ok }) => !ok)).toEqual([
      { format: "html", ok: false, renders: true },
      { format: "docx", ok: false, renders: true },
    ]);
    await bucket.put(html, whole, "text/html");
    await bucket.put(docx, other, "application/octet-stream");
  });

  it("finds a figure of the model altered", async () => {
    const { made } = await read();
    const key = fileKey(made.prefix, "json");
    const whole = await bucket.get(key);
    const text = new TextDecoder().decode(whole);
    await bucket.put(
      key,
      new TextEncoder().encode(text.replace('"value": 20', '"value": 21')),
      "application/json",
    );
    const { files: found } = (await run({ task: "verify" })) && (await readVerification());
    expect(found.find(({ format }) => format === "json")?.ok).toBe(false);
    await bucket.put(key, whole, "application/json");
  });

  it("names the figure that moved when one record is corrected, while the files stay right; made anew, the hash differs", async () => {
    const { made } = await read();
    const [figure] = (await store.figures.declaredOf(place.unit)).filter(
      ({ key, from, to }) => key === "recognised" && from === "2020" && to === "2020",
    );
    if (!figure) throw new Error("the example declares it");
    await store.figures.putDeclared({ ...figure, value: (figure.value ?? 0) + 1 });
    expect(await run({ task: "verify" })).toMatchObject({ outcome: { wrong: 0 } });
    const { moved } = await readVerification();
    expect(moved.map(({ id }) => id)).toContain("recognised/2020-2020");
    const { before, after } = moved.find(({ id }) => id === "recognised/2020-2020") ?? {};
    expect(before).not.toBe(after);
    await run({ task: "make" });
    const anew = await read();
    expect(anew.made.dataHash).not.toBe(made.dataHash);
    expect(anew.made.hash).not.toBe(made.hash);
    expect(anew.log.at(-1)).toMatchObject({ did: "make", about: anew.made.dataHash });
  });
});

describe("an approved report", () => {
  it("is made no more, and given out under its number from the model that was kept, whatever the records say now", async () => {
    for (const { id } of (await read()).made.warnings)
      await change((record) => dismiss(record, id, why, stamp));
    await move({ move: "approve" });
    expect(await run({ task: "make" })).toMatchObject({
      state: "refused",
      problem: "problem.report.notDraft",
    });
    const approved = await read();
    const model = await readJson<ReportModel>(fileKey(approved.made.prefix, "json"));

    const [figure] = await store.figures.declaredOf(place.unit);
    if (figure) await store.figures.putDeclared({ ...figure, value: (figure.value ?? 0) + 7 });
    await move({ move: "number", number: "31/BC-MTTQ-BTT", signedOn: "2026-12-24" });
    await expect(run({ task: "issue" }, failing(3))).rejects.toThrow("does not answer");
    expect((await read()).made.issued).toBe(false);
    expect(await run({ task: "issue" })).toMatchObject({ state: "done" });
    const issued = await read();
    expect(issued.made).toMatchObject({ issued: true, dataHash: approved.made.dataHash });
    expect(await readJson(fileKey(issued.made.prefix, "json"))).toEqual(model);
    const html = new TextDecoder().decode(await bucket.get(fileKey(issued.made.prefix, "html")));
    expect(html).toContain("31/BC-MTTQ-BTT");
    expect(html).toContain("24 tháng 12 năm 2026");
    // Twice changes nothing.
    await run({ task: "issue" });
    expect(await read()).toEqual(issued);
    expect(await run({ task: "verify" })).toMatchObject({ outcome: { wrong: 0 } });
  });

  it("stays with all its files when a new edition is begun and made", async () => {
    await move({ move: "publish" });
    const published = await read();
    await change((record) =>
      moveReport(
        record,
        { version: 0, move: "reopen", reason: "Bổ sung số liệu của hai đơn vị" },
        stamp,
        "2026-12-25",
      ),
    );
    await run({ task: "make" });
    const second = await read();
    expect(second).toMatchObject({ edition: 2, state: "draft" });
    expect(second.made.prefix).not.toBe(published.made.prefix);
    for (const format of published.made.files)
      expect((await bucket.get(fileKey(published.made.prefix, format))).length).toBeGreaterThan(0);
    expect(second.dismissals.map(({ warning }) => warning)).toEqual(
      published.dismissals.map(({ warning }) => warning),
    );
  });
});

describe("two who make a report at once", () => {
  it("leave one that is whole: whoever comes second makes it once more", async () => {
    const before = await read();
    await change((record) => writeTexts(record, { directions: "Phát động sớm hơn." }, stamp));
    const ends = await Promise.allSettled([run({ task: "make" }), run({ task: "make" })]);
    for (const end of ends)
      if (end.status === "rejected") expect(end.reason).toMatchObject({ code: "version.conflict" });
    await run({ task: "make" });
    const { made } = await read();
    expect(made.prefix).not.toBe(before.made.prefix);
    expect(await run({ task: "verify" })).toMatchObject({ outcome: { wrong: 0 } });
  });
});
