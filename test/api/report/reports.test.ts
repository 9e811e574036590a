import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeUploadId } from "#core/initiatives/attachment.ts";
import type { ReportDifference } from "#core/report/difference.ts";
import type { Staff } from "#core/staff/staff.ts";
import type { JobView } from "../../../functions/api/jobs/views.ts";
import type { ReportEditionView, ReportListView, ReportView } from "../../../functions/api/report/views.ts";
import { readFaces } from "../../../functions/documents/faces.ts";
import { createReportStep } from "../../../functions/jobs/report.ts";
import { createReportHandler } from "../../../functions/jobs/report-making/making.ts";
import { openBucket } from "../../../functions/store/aws/objects.ts";
import { startS3 } from "../../../local/standins/s3.ts";
import { bucketConfig } from "../../../local/standins/storage.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { declaredForm } from "../../support/declared.ts";
import { commune, province, staff, testNow, testYear } from "../../support/units.ts";

const folder = await mkdtemp(join(tmpdir(), "test-reports-"));
const s3 = await startS3(folder, { documents: "documents", uploads: "uploads" });
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true });
});
const api = await createTestApi(`${s3.endpoint}/documents`);
const { store } = api;
const bucket = openBucket("documents", bucketConfig(s3.endpoint));
/** Each change comes a second later than the one before: of two jobs the later is the latest. */
let now = Date.parse(testNow);
const clock = () => new Date(now).toISOString();
const tick = () => {
  now += 1_000;
  api.setNow(clock());
};
const step = createReportStep({
  reports: createReportHandler({ store, bucket, faces: readFaces(), clock }),
  runs: store.reportRuns,
  staff: store.staff,
  clock,
});

const { reviewer, member, neighbourReviewer, administrator } = staff;
const year = String(testYear);
const path = `/api/reports/${commune.id}/${year}/${year}`;
const why = "Đã đối chiếu với số liệu của các hội thành viên";

async function answer<T>(method: string, at: string, by: Staff, body?: unknown, status = 200): Promise<T> {
  if (method !== "GET") tick();
  const response = await api.ask(at, { method, staff: by, ...(body === undefined ? {} : { body }) });
  expect([response.status, response.status === status ? null : await response.clone().json()]).toEqual([
    status,
    null,
  ]);
  return (await response.json()) as T;
}
const read = (by: Staff = reviewer) => answer<ReportView>("GET", path, by);
const versionNow = async () => (await read()).record.version;
const write = (texts: object, version: number, by = reviewer) =>
  answer<ReportView>("PUT", `${path}/texts`, by, { version, texts });
const dismissIt = (warning: string, reason: string | null, version: number) =>
  answer<ReportView>("PUT", `${path}/dismissals`, reviewer, { version, warning, reason });
const moveIt = async (form: object, version?: number) =>
  answer<ReportView>("POST", `${path}/moves`, administrator, {
    version: version ?? (await versionNow()),
    ...form,
  });

/** The code of a refusal, its status, and the codes of its errors. */
async function refused(method: string, at: string, by: Staff, body: unknown) {
  const problem = await problemOf(await api.ask(at, { method, staff: by, body }));
  return [problem.status, problem.code, problem.errors.map(({ code }) => code)];
}

const drawId = () => randomBytes(16).toString("base64url");
const jobBody = (task: string, changes: object = {}) => ({
  ...{ id: drawId(), kind: "report", unit: commune.id },
  parameters: { from: year, to: year, task, ...changes },
});

/** Runs the jobs that wait, as the table's stream would have it. */
async function work(): Promise<void> {
  for (const { id, state } of await store.jobs.latest(commune.id, 20)) {
    const job = state === "waiting" ? await store.jobs.get(id) : null;
    if (job) await store.jobs.save(await step(job));
  }
}
async function make(changes: object = {}): Promise<ReportView> {
  await answer<JobView>("POST", "/api/jobs", reviewer, jobBody("make", changes), 202);
  await work();
  return read();
}

const declared = (key: string, value: number, partOf: string[] = []) =>
  store.figures.putDeclared({
    ...declaredForm({ from: year, to: year, value, partOf, measure: "hồ sơ", label: key }),
    ...{ key, unit: commune.id, declaredBy: null, version: 1, earlier: [] },
  } as Parameters<typeof store.figures.putDeclared>[0]);

beforeAll(async () => {
  await declared("registered", 20);
  // More recognised than registered: somebody should look at it.
  await declared("recognised", 25, ["registered"]);
});

/** Follows a download, as a browser does. */
async function download(at: string): Promise<Response> {
  const answer = await api.ask(at, { staff: administrator });
  expect(answer.status).toBe(302);
  return fetch(answer.headers.get("location") ?? "");
}

describe("a report that nobody has made", () => {
  it("is not there, and none is in the list", async () => {
    expect(await refused("GET", path, reviewer, undefined)).toEqual([404, "report.notFound", []]);
    const list = await answer<ReportListView>("GET", `/api/units/${commune.id}/reports`, reviewer);
    expect(list).toMatchObject({ reports: [], may: ["edit"] });
  });

  it.each([
    [{ from: "2027", to: "2026" }, "report.period.reversed"],
    [{ from: "1980", to: "2026" }, "report.period.tooLong"],
    [{ from: "2026-02-30" }, "period.invalid"],
    [{ layout: "letter" }, "report.layout.invalid"],
  ])("is not made with %j", async (changes, code) => {
    const [status, problem, errors] = await refused("POST", "/api/jobs", reviewer, jobBody("make", changes));
    expect([status, problem, errors]).toEqual([422, "job.invalid", [code]]);
  });
});

describe("a draft", () => {
  it("is made by a job, with its model, links to its files, and what stands in the way of an approval", async () => {
    const view = await make();
    expect(view).toMatchObject({
      record: { state: "draft", edition: 1, layout: "decree30", made: { issued: false } },
      blockers: ["report.warningsOpen"],
      may: ["edit"],
      job: { kind: "report", state: "done" },
    });
    expect(view.model?.figures.map(({ key, value }) => [key, value])).toContainEqual(["registered", 20]);
    expect(view.record.made?.files.toSorted()).toEqual(["docx", "html", "json", "pdf", "xlsx"]);
    const file = await download(`${path}/files/pdf`);
    expect(file.headers.get("content-disposition")).toMatch(/bao-cao_xa-suoi-mo_2026-2026_[\w-]{8}\.pdf/);
    expect(new Uint8Array(await file.arrayBuffer()).slice(0, 5)).toEqual(new TextEncoder().encode("%PDF-"));
    expect((await read(administrator)).may).toEqual(["edit", "approve"]);
    expect((await read(member)).may).toEqual([]);
  });

  it("is approved only when its warnings are dismissed, each with a reason of a few words", async () => {
    const { record } = await read();
    const [warning] = record.made?.warnings ?? [];
    if (!warning) throw new Error("no warning");
    const { version } = record;
    expect(await refused("POST", `${path}/moves`, administrator, { version, move: "approve" })).toEqual([
      409,
      "report.notReady",
      ["report.warningsOpen"],
    ]);
    const dismissal = (reason: unknown) =>
      refused("PUT", `${path}/dismissals`, reviewer, { version, warning: warning.id, reason });
    expect(await dismissal("ổn")).toEqual([422, "report.invalid", ["report.reason.tooShort"]]);
    expect(await dismissal("   ")).toMatchObject([
      422,
      "report.invalid",
      ["report.reason.required", expect.anything()],
    ]);
    const other = { version, warning: "total.differs/none/2026-2026", reason: why };
    expect(await refused("PUT", `${path}/dismissals`, reviewer, other)).toEqual([
      422,
      "report.invalid",
      ["report.warning.unknown"],
    ]);
    for (const { id } of record.made?.warnings ?? []) await dismissIt(id, why, await versionNow());
    expect(await read()).toMatchObject({ blockers: [] });
  });

  it("takes texts as text, and must be made anew to say them", async () => {
    const view = await write({ proposals: "  <b>Đề nghị</b>\r\n\r\nkhen thưởng \u202e" }, await versionNow());
    expect(view.record.texts).toEqual({ proposals: "<b>Đề nghị</b>\n\nkhen thưởng" });
    expect(view.blockers).toEqual(["report.textsChanged"]);
    const tooLong = { version: view.record.version, texts: { proposals: "a".repeat(10_001) } };
    expect(await refused("PUT", `${path}/texts`, reviewer, tooLong)).toEqual([
      422,
      "report.invalid",
      ["report.text.tooLong"],
    ]);
    const made = await make();
    expect(made.blockers).toEqual([]);
    const proposals = made.model?.sections.find(({ id }) => id === "proposals");
    expect(proposals?.paragraphs.flat()).toEqual(["<b>Đề nghị</b>", "khen thưởng"]);
    expect(await (await download(`${path}/files/html`)).text()).toContain("&lt;b&gt;Đề nghị&lt;/b&gt;");
  });

  it("takes a change sent twice for one, and another on the same version for a conflict", async () => {
    const version = await versionNow();
    const texts = { directions: "Phát động sớm hơn.", proposals: "Không." };
    const first = await write(texts, version);
    expect((await write(texts, version)).record).toEqual(first.record);
    const late = { version, texts: { directions: "Khác hẳn." } };
    for (const by of [reviewer, administrator])
      expect(await refused("PUT", `${path}/texts`, by, late)).toEqual([409, "version.conflict", []]);
    await make();
  });

  it("takes signers and recipients, a second issuer by its name, and must be made anew to show them", async () => {
    const signing = {
      ...{ authority: "KT. CHỦ TỊCH", position: "Phó Chủ tịch", name: " Nguyễn  Văn Bình " },
      joint: { issuer: "Ủy ban nhân dân xã", name: "Trần Thị Mai" },
      recipients: "- Thường trực Đảng ủy\nLưu: VT, BPT.",
    };
    const nameless = { version: await versionNow(), signing: { ...signing, joint: { issuer: " " } } };
    expect(await refused("PUT", `${path}/signing`, reviewer, nameless)).toEqual([
      422,
      "report.invalid",
      ["report.issuer.required"],
    ]);
    const body = { version: await versionNow(), signing };
    const view = await answer<ReportView>("PUT", `${path}/signing`, reviewer, body);
    expect(view.record.signing).toMatchObject({ name: "Nguyễn Văn Bình", joint: { position: "" } });
    expect(view.blockers).toEqual(["report.textsChanged"]);
    const again = await answer<ReportView>("PUT", `${path}/signing`, reviewer, body);
    expect(again.record).toEqual(view.record);
    expect((await make()).blockers).toEqual([]);
    const page = await (await download(`${path}/files/html`)).text();
    for (const words of ["PHÓ CHỦ TỊCH", "Nguyễn Văn Bình", "ỦY BAN NHÂN DÂN XÃ", "Trần Thị Mai"])
      expect(page).toContain(words);
    expect(page).toContain("<li>Thường trực Đảng ủy;</li><li>Lưu: VT, BPT.</li>");
  });
});

describe("an approval", () => {
  it("of two at once is one; the other is told that somebody was faster", async () => {
    const version = await versionNow();
    const other = { ...administrator, id: "quan-tri-hai", email: "quan-tri-hai@example.vn" };
    await store.staff.put(other);
    const answers = await Promise.all(
      [administrator, other].map((by) =>
        api.ask(`${path}/moves`, { method: "POST", staff: by, body: { version, move: "approve" } }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect((await problemOf(lost as Response)).code).toBe("version.conflict");
    expect((await read()).record).toMatchObject({ state: "approved", version: version + 1 });
  });

  it("closes the draft: neither texts nor dismissals change", async () => {
    const { record } = await read();
    const { version } = record;
    const texts = { version, texts: { proposals: "Thêm." } };
    expect(await refused("PUT", `${path}/texts`, reviewer, texts)).toEqual([409, "report.notDraft", []]);
    const taken = { version, warning: record.dismissals[0]?.warning, reason: null };
    expect(await refused("PUT", `${path}/dismissals`, reviewer, taken)).toEqual([409, "report.notDraft", []]);
  });

  it("is followed by a number and a day, by files that bear them, and by publishing", async () => {
    const before = await read();
    const early = { version: before.record.version, move: "publish" };
    expect(await refused("POST", `${path}/moves`, administrator, early)).toEqual([
      409,
      "report.moveNotAllowed",
      [],
    ]);
    const form = { move: "number", number: "12/BC-MTTQ-BTT", signedOn: testNow.slice(0, 10) };
    const numbered = await moveIt(form, before.record.version);
    expect(numbered).toMatchObject({ job: { kind: "report", state: "waiting" }, may: ["edit", "reopen"] });
    // The answer was lost: the same again begins no second job.
    await moveIt(form, before.record.version);
    const begun = (await store.jobs.latest(commune.id, 20)).filter(({ state }) => state === "waiting");
    expect(begun).toHaveLength(1);
    await work();
    const issued = await read(administrator);
    expect(issued).toMatchObject({
      record: { made: { issued: true } },
      may: ["edit", "publish", "reopen", "sign"],
    });
    expect(issued.model).toEqual(before.model);
    expect(await (await download(`${path}/files/html`)).text()).toContain("12/BC-MTTQ-BTT");
    expect((await moveIt({ move: "publish" })).record.state).toBe("published");
  });
});

describe("a new edition", () => {
  it("takes the signed PDF once it is scanned, which others download from then on", async () => {
    const type = "application/pdf" as const;
    const file = { id: makeUploadId(clock(), "dossier", randomBytes(12)), name: "ky.pdf", type, size: 12 };
    const at = `${path}/signed`;
    const keep = async (by: Staff = administrator, changes: object = {}) =>
      refused("PUT", at, by, { version: await versionNow(), file: { ...file, ...changes } });
    expect(await keep()).toEqual([422, "report.invalid", ["report.signed.checking"]]);
    expect((await keep(reviewer))[0]).toBe(403);
    expect((await keep(administrator, { type: "image/png" }))[2]).toEqual(["report.signed.notPdf"]);
    const sum = "a".repeat(43);
    await store.uploads.settle(file.id, { state: "clean", type, size: file.size, sum });
    const body = { version: await versionNow(), file };
    const { record } = await answer<ReportView>("PUT", at, administrator, body);
    expect(record.signed).toMatchObject({ id: file.id, sum, by: { id: administrator.id } });
    expect((await answer<ReportView>("PUT", at, administrator, body)).record).toEqual(record);
    const ask = async (by: Staff, format: string) =>
      (await api.ask(`${path}/files/${format}`, { staff: by })).headers.get("location") ?? "";
    expect(await ask(member, "pdf")).toContain(file.id);
    expect(await ask(reviewer, "signed")).toContain(file.id);
    expect(await ask(reviewer, "pdf")).toContain("annual-report.pdf");
    // The upload belongs to this report alone.
    const owner = `report:${commune.id}~${year}~${year}`;
    expect((await store.uploads.get(file.id)).usedBy).toBe(owner);
    const right = { ...file, id: makeUploadId(clock(), "dossier", randomBytes(12)) };
    await store.uploads.settle(right.id, { state: "clean", type, size: file.size, sum });
    await answer<ReportView>("PUT", at, administrator, { version: await versionNow(), file: right });
    // The wrong file is dropped, and may be erased; the right one may not.
    expect(await store.uploads.eraseDropped(right.id, owner)).toBe(false);
    expect(await store.uploads.eraseDropped(file.id, owner)).toBe(true);
  });

  it("is begun with a reason; the one before stays, with its files", async () => {
    const published = await read();
    const { version } = published.record;
    const without = { version, move: "reopen", reason: "" };
    expect((await refused("POST", `${path}/moves`, administrator, without)).slice(0, 2)).toEqual([
      422,
      "report.invalid",
    ]);
    const reopened = await moveIt({ move: "reopen", reason: "Bổ sung sáng kiến được công nhận" });
    expect(reopened).toMatchObject({
      record: { edition: 2, state: "draft", made: null },
      model: null,
    });
    const first = await answer<ReportEditionView>("GET", `${path}/editions/1`, member);
    expect(first).toMatchObject({
      edition: { edition: 1, state: "published", issue: { number: "12/BC-MTTQ-BTT" } },
    });
    expect(first.model).toEqual(published.model);
    expect((await download(`${path}/editions/1/files/docx`)).status).toBe(200);
    expect(await refused("GET", `${path}/editions/2`, member, undefined)).toEqual([
      404,
      "report.notFound",
      [],
    ]);
  });

  it("differs from the one before figure by figure and text by text", async () => {
    await declared("registered", 21);
    await write(
      { directions: "Phát động sớm hơn.", proposals: "Đề nghị tỉnh tập huấn." },
      await versionNow(),
    );
    await make();
    const found = await answer<ReportDifference>("GET", `${path}/difference?from=1&to=2`, member);
    expect(found.figures).toContainEqual(
      expect.objectContaining({
        id: "registered/2026-2026",
        before: expect.stringContaining("20"),
        after: expect.stringContaining("21"),
      }),
    );
    expect(found.texts).toEqual([
      { section: "proposals", before: "Không.", after: "Đề nghị tỉnh tập huấn." },
    ]);
    expect(found.titles).toEqual({ added: [], removed: [] });
    // The log tells all of it, who and when, oldest first.
    const { record } = await read();
    expect(record.log.map(({ did }) => did)).toEqual([
      ...["make", ...record.dismissals.map(() => "dismiss"), "texts", "make", "texts", "make"],
      ...["signing", "make"],
      ...["approve", "number", "publish", "sign", "sign", "reopen", "texts", "make"],
    ]);
    expect(record.log.every(({ by }) => by !== null)).toBe(true);
  });

  it("is verified by a job, whose result the report shows", async () => {
    await answer<JobView>("POST", "/api/jobs", reviewer, jobBody("verify"), 202);
    await declared("registered", 22);
    await work();
    const { verification } = await read();
    expect(verification?.files.every(({ ok }) => ok)).toBe(true);
    expect(verification?.moved.map(({ id }) => id)).toContain("registered/2026-2026");
  });
});

describe("reports of a unit", () => {
  it("are listed, the latest period first; next year's takes layout and texts over", async () => {
    const next = { from: "2027", to: "2027", layout: "party" };
    await answer<JobView>("POST", "/api/jobs", reviewer, jobBody("make", next), 202);
    await work();
    const at = `/api/reports/${commune.id}/2027/2027`;
    const view = await answer<ReportView>("GET", at, reviewer);
    expect(view.record).toMatchObject({ layout: "party", textsFrom: `${commune.id}~2026~2026` });
    expect(view.record.texts).toEqual((await read()).record.texts);
    expect(view.record.signing).toEqual((await read()).record.signing);
    expect(view.record.signing.name).toBe("Nguyễn Văn Bình");
    const list = await answer<ReportListView>("GET", `/api/units/${commune.id}/reports`, member);
    expect(list).toMatchObject({ may: [], reports: [{ from: "2027" }, { from: "2026", edition: 2 }] });
  });

  it("are none of the neighbour's business, nor to be changed by who only reads", async () => {
    expect((await refused("GET", path, neighbourReviewer, undefined))[0]).toBe(403);
    const form = { version: 1, texts: {} };
    expect((await refused("PUT", `${path}/texts`, member, form))[0]).toBe(403);
    expect((await refused("POST", `${path}/moves`, reviewer, { version: 1, move: "approve" }))[0]).toBe(403);
    expect((await refused("POST", "/api/jobs", member, jobBody("make")))[0]).toBe(403);
    expect((await refused("GET", `/api/reports/${province.id}/2026/2026`, reviewer, undefined))[0]).toBe(403);
  });
});
