import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Attachment, UploadInput } from "#core/initiatives/attachment.ts";
import { advanceJob } from "#core/jobs/job.ts";
import type { UploadView } from "../../../functions/api/initiatives/views.ts";
import { importFiles } from "../../../functions/jobs/import/files.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { buildApplication, buildBody, drawIdempotencyKey } from "../../support/submissions.ts";
import { commune, staff, testNow } from "../../support/units.ts";

/*
 * An upload belongs to one record for one purpose from its first use on. Each user of upload ids is tried with each relation it can have to one.
 */
const api = await createTestApi();

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const reason = "Đề nghị bổ sung.";
const drawJob = () => randomBytes(16).toString("base64url");

async function permit(purpose: "dossier" | "import"): Promise<Attachment> {
  const file = { name: "bảng.xlsx", type: xlsx, size: 9 } as const;
  const body: UploadInput = { ...file, purpose };
  const answer = await api.ask("/api/uploads", { method: "POST", body, staff: staff.reviewer });
  return { id: ((await answer.json()) as UploadView).id, ...file };
}

async function arrive(purpose: "dossier" | "import"): Promise<Attachment> {
  const file = await permit(purpose);
  await api.store.uploads.settle(file.id, { state: "clean", type: file.type, size: file.size });
  return file;
}

const importJob = (upload: string, { dryRun = false, id = drawJob(), by = staff.reviewer } = {}) =>
  api.ask("/api/jobs", {
    method: "POST",
    body: { id, kind: "import", unit: commune.id, year: 2026, parameters: { upload, dryRun } },
    staff: by,
  });

const submitWith = (file: Attachment, key = drawIdempotencyKey()) =>
  api.submit({ ...buildBody(), attachments: [file] }, key);

/** A dossier of its own that came back, or that the council wants completed, and the move that sends it again. */
async function sendAgain(move: "resubmit" | "complete", file: Attachment) {
  const { id, accessKey } = await api.submitted();
  const { reviewer, secretary } = staff;
  if (move === "resubmit") await api.move(id, "return", 1, { reason }, { staff: reviewer });
  else {
    await api.move(id, "accept", 1, {}, { staff: reviewer });
    await api.move(id, "propose", 2, { opinion: "" }, { staff: reviewer });
    await api.move(id, "askToComplete", 3, { reason, dueOn: "2026-07-15" }, { staff: secretary });
  }
  const version = move === "resubmit" ? 2 : 4;
  const form = { application: buildApplication(), attachments: [file] };
  return api.move(id, move, version, form, { accessKey });
}

async function replaceWith(file: Attachment) {
  const { id, accessKey } = await api.submitted();
  const body = { attachments: [file] };
  return api.ask(`/api/initiatives/${id}/files`, { method: "POST", body, accessKey });
}

const users: Record<string, (file: Attachment) => Promise<Response>> = {
  submission: (file) => submitWith(file),
  resubmission: (file) => sendAgain("resubmit", file),
  completion: (file) => sendAgain("complete", file),
  replacement: replaceWith,
  "dry run": ({ id }) => importJob(id, { dryRun: true }),
  import: ({ id }) => importJob(id),
};
const isJob = (user: string) => user === "dry run" || user === "import";

/** Refuses what belongs to somebody else: the codes that say so. */
const relations: Record<
  string,
  { file: (user: string) => Promise<Attachment>; records: string; jobs: string }
> = {
  "its own": {
    file: (user) => arrive(isJob(user) ? "import" : "dossier"),
    records: "",
    jobs: "",
  },
  "one that is not scanned yet": {
    file: (user) => permit(isJob(user) ? "import" : "dossier"),
    records: "",
    jobs: "job.uploadPending",
  },
  "another record's": {
    async file(user) {
      const file = await arrive(isJob(user) ? "import" : "dossier");
      if (isJob(user)) await importJob(file.id, { by: staff.administrator });
      else await submitWith(file);
      return file;
    },
    records: "attachment.taken",
    jobs: "job.uploadTaken",
  },
  "one of the other purpose": {
    file: (user) => arrive(isJob(user) ? "dossier" : "import"),
    records: "attachment.wrongPurpose",
    jobs: "attachment.wrongPurpose",
  },
  "another record's of the other purpose": {
    async file(user) {
      const file = await arrive(isJob(user) ? "dossier" : "import");
      if (isJob(user)) await submitWith(file);
      else await importJob(file.id);
      return file;
    },
    records: "attachment.wrongPurpose",
    jobs: "attachment.wrongPurpose",
  },
  "one that was refused": {
    async file(user) {
      const file = await permit(isJob(user) ? "import" : "dossier");
      await api.store.uploads.settle(file.id, { state: "refused", reason: "attachment.infected" });
      return file;
    },
    records: "attachment.infected",
    jobs: "attachment.infected",
  },
  "one that is not what was said of it": {
    async file(user) {
      const file = await permit(isJob(user) ? "import" : "dossier");
      await api.store.uploads.settle(file.id, { state: "clean", type: "application/pdf", size: 9 });
      return file;
    },
    records: "attachment.differs",
    jobs: "",
  },
};

/** The most particular code of a refusal; nothing where there is none. */
async function refusalOf(answer: Response): Promise<string> {
  if (answer.ok) return "";
  const { code, errors } = await problemOf(answer);
  return errors[0]?.code ?? code;
}

describe.each(Object.entries(users))("a %s", (user, use) => {
  it.each(Object.entries(relations))("with %s", async (_, { file, records, jobs }) => {
    const upload = await file(user);
    const { usedBy } = await api.store.uploads.get(upload.id);
    const refusal = isJob(user) ? jobs : records;
    const answer = await use(upload);
    expect(await refusalOf(answer)).toBe(refusal);
    const after = (await api.store.uploads.get(upload.id)).usedBy;
    if (refusal) expect(after).toBe(usedBy);
    else expect(after).toMatch(isJob(user) ? /^job:/ : /^initiative:/);
  });
});

describe("a file of a dossier", () => {
  it("stays its own through a retry and through later versions", async () => {
    const [first, second] = [await arrive("dossier"), await arrive("dossier")];
    const key = drawIdempotencyKey();
    const answers = await Promise.all([submitWith(first, key), submitWith(first, key)]);
    const receipts = await Promise.all(answers.map((answer) => answer.json()));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(receipts[0]).toEqual(receipts[1]);
    const { id, accessKey } = receipts[0] as { id: string; accessKey: string };
    for (const [version, file] of [
      [1, second],
      [3, first],
    ] as const) {
      await api.move(id, "return", version, { reason }, { staff: staff.reviewer });
      const form = { application: buildApplication(), attachments: [file] };
      const sent = await api.move(id, "resubmit", version + 1, form, { accessKey });
      expect([sent.status, await refusalOf(sent)]).toEqual([200, ""]);
    }
  });

  it("is named where it is refused, and nothing is written", async () => {
    const [own, foreign] = [await arrive("dossier"), await arrive("dossier")];
    await submitWith(foreign);
    const answer = await api.submit({ ...buildBody(), attachments: [own, foreign] });
    expect(await problemOf(answer)).toMatchObject({
      code: "application.invalid",
      errors: [{ pointer: "/attachments/1", code: "attachment.taken" }],
    });
    // Neither claimed with a record that is not there, nor lost: the next submission takes it.
    expect((await api.store.uploads.get(own.id)).usedBy).toBeUndefined();
    expect((await submitWith(own)).status).toBe(201);
  });
});

describe("a workbook", () => {
  const bucket = { erased: [] as string[], read: async () => new Uint8Array(), erase: async () => {} };
  const files = importFiles(api.store.uploads, {
    ...bucket,
    erase: async (id) => void bucket.erased.push(id),
  });
  const jobOf = async (answer: Response) => {
    const { id } = (await answer.json()) as { id: string };
    const job = await api.store.jobs.get(id);
    if (!job) throw new Error("lost");
    return job;
  };
  const end = async (answer: Response) =>
    api.store.jobs.save(advanceJob(await jobOf(answer), { state: "done" }, testNow));

  it("goes from a check without faults to the import by the same person, and to nobody else", async () => {
    const { id } = await arrive("import");
    const check = await importJob(id, { dryRun: true });
    // While the check runs it keeps it.
    expect(await refusalOf(await importJob(id))).toBe("job.uploadTaken");
    await end(check.clone());
    expect(await refusalOf(await importJob(id, { by: staff.administrator }))).toBe("job.uploadTaken");
    const job = drawJob();
    const applied = await importJob(id, { id: job });
    expect([applied.status, (await importJob(id, { id: job })).status]).toEqual([202, 202]);
    await end(applied);
    expect(await refusalOf(await importJob(id))).toBe("job.uploadTaken");
  });

  it("is read and taken away by the job that holds it alone", async () => {
    const { id } = await arrive("import");
    const check = await importJob(id, { dryRun: true });
    await end(check.clone());
    const before = await jobOf(check);
    const job = await jobOf(await importJob(id));
    await files.removeFile(before);
    await expect(files.readFile(before)).rejects.toThrow();
    expect(bucket.erased).toEqual([]);
    await files.readFile(job);
    await files.removeFile(job);
    await files.removeFile(job);
    expect(new Set(bucket.erased)).toEqual(new Set([id]));
  });

  it("is permitted to staff who may import, and only as a spreadsheet", async () => {
    const body = { name: "a.xlsx", type: xlsx, size: 9, purpose: "import" };
    const ask = (given: object, changes = {}) =>
      api.ask("/api/uploads", { method: "POST", body: { ...body, ...changes }, ...given });
    expect(await refusalOf(await ask({}))).toBe("session.missing");
    expect(await refusalOf(await ask({ staff: staff.member }))).toBe("access.denied");
    expect(await refusalOf(await ask({ staff: staff.reviewer }, { type: "image/png" }))).toBe(
      "attachment.type.notWorkbook",
    );
    expect((await ask({ staff: staff.reviewer })).status).toBe(201);
  });
});

describe("an attack", () => {
  it("by a job that names a dossier's file deletes nothing", async () => {
    const file = await arrive("dossier");
    const { id } = (await (await submitWith(file)).json()) as { id: string };
    for (const dryRun of [true, false])
      expect(await refusalOf(await importJob(file.id, { dryRun }))).toBe("attachment.wrongPurpose");
    expect(await api.store.uploads.get(file.id)).toMatchObject({ usedBy: `initiative:${id}` });
    expect(await api.store.uploads.noteErased(file.id, "job:anything")).toBe(false);
  });

  it("by a dossier that names another's file, to read it or to erase it, gets no record at all", async () => {
    const file = await arrive("dossier");
    await submitWith(file);
    expect((await submitWith(file)).status).toBe(422);
    const { id, accessKey } = await api.submitted();
    const read = await api.ask(`/api/initiatives/${id}/attachments/${file.id}`, { accessKey });
    expect(read.status).toBe(404);
    expect(await api.store.uploads.noteErased(file.id, `initiative:${id}`)).toBe(false);
  });
});
