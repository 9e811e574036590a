import { describe, expect, it } from "vitest";
import type { Attachment } from "#core/initiatives/attachment.ts";
import { verifyHistory } from "#core/initiatives/history.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { firstOpenings } from "#core/initiatives/submission.ts";
import type { UploadView } from "../../../functions/api/initiatives/views.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { buildApplication, buildBody } from "../../support/submissions.ts";
import { staff } from "../../support/units.ts";

const api = await createTestApi();

const askUpload = (body: unknown) => api.ask("/api/uploads", { method: "POST", body });

/** A file that was permitted; nothing says yet what became of it. */
async function permit(name = "ảnh.png", size = 9): Promise<Attachment> {
  const asked = { name, type: "image/png" as const, size };
  const { id } = (await (await askUpload(asked)).json()) as UploadView;
  return { id, ...asked };
}

const settleClean = ({ id, type, size }: Attachment) =>
  api.store.uploads.settle(id, { state: "clean", type, size });

describe("POST /api/uploads", () => {
  it("permits a file under a key of its own each time, so that asking again harms nothing", async () => {
    const body = { name: "ảnh.png", type: "image/png", size: 9 };
    const answers = await Promise.all([askUpload(body), askUpload(body)]);
    const views = (await Promise.all(answers.map((answer) => answer.json()))) as UploadView[];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(views.map(({ id }) => id)).size).toBe(2);
    for (const { id, fields } of views)
      expect(fields).toMatchObject({ key: `quarantine/${id}`, "Content-Type": "image/png" });
  });

  it("says what is wrong with a file before it is sent", async () => {
    const answer = await askUpload({ name: "", type: "text/html", size: 30_000_000 });
    expect(answer.status).toBe(422);
    const { code, errors } = await problemOf(answer);
    expect(code).toBe("upload.invalid");
    expect(errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ["/name", "attachment.name.required"],
      ["/type", "attachment.type.invalid"],
      ["/size", "attachment.tooLarge"],
    ]);
  });
});

describe("GET /api/uploads/:id", () => {
  it("tells whoever knows the id how the upload stands, and nothing else", async () => {
    const [clean, refused, waiting] = [await permit(), await permit(), await permit()];
    await settleClean(clean);
    await api.store.uploads.settle(refused.id, { state: "refused", reason: "attachment.infected" });
    const state = async ({ id }: { id: string }) => (await api.ask(`/api/uploads/${id}`)).json();
    expect(await state(clean)).toEqual({ state: "clean" });
    expect(await state(refused)).toEqual({ state: "refused", reason: "attachment.infected" });
    expect(await state(waiting)).toEqual({ state: "checking" });
    expect((await api.ask("/api/uploads/none")).status).toBe(404);
  });
});

describe("the files of a record", () => {
  it("are shown as they stand, with a link to those that were found clean and to no others", async () => {
    const [clean, infected, waiting] = [await permit("a.png"), await permit("b.png"), await permit("c.png")];
    await settleClean(clean);
    const attachments = [clean, infected, waiting];
    const { id, accessKey } = await api.submitted({ ...buildBody(), attachments });
    await api.store.uploads.settle(infected.id, { state: "refused", reason: "attachment.infected" });
    for (const ask of [{ accessKey }, { staff: staff.reviewer }]) {
      const shown = (await api.read(id, ask)).attachments;
      expect(shown).toMatchObject([
        { ...clean, state: "clean" },
        { ...infected, state: "refused", reason: "attachment.infected" },
        { ...waiting, state: "checking" },
      ]);
      const get = (file: Attachment, headers = {}) =>
        api.ask(`/api/initiatives/${id}/attachments/${file.id}`, { ...ask, headers });
      const address = expect.stringContaining(`/clean/${clean.id}?`);
      expect((await get(clean)).headers.get("location")).toEqual(address);
      expect(await (await get(clean, { accept: "application/json" })).json()).toEqual({ url: address });
      for (const file of [infected, waiting]) expect((await get(file)).status).toBe(404);
    }
  });

  it("are replaced by their author while the dossier is open, with an event, and the old ones are not given out", async () => {
    const [first, second] = [await permit("a.png"), await permit("b.png")];
    const { id, accessKey } = await api.submitted({ ...buildBody(), attachments: [first] });
    await api.store.uploads.settle(first.id, { state: "refused", reason: "attachment.infected" });
    const replace = (attachments: Attachment[], given: object = { accessKey }) =>
      api.ask(`/api/initiatives/${id}/files`, { method: "POST", body: { attachments }, ...given });
    // The refused one may not stay beside its successor.
    expect(await problemOf(await replace([first, second]))).toMatchObject({
      code: "note.invalid",
      errors: [{ pointer: "/attachments/0", code: "attachment.infected" }],
    });
    const answers = [await replace([second]), await replace([second])];
    for (const answer of answers)
      expect(await answer.json()).toMatchObject({
        version: 2,
        replaceable: "all",
        attachments: [{ id: second.id, state: "checking" }],
      });
    const { history } = await api.read(id, { accessKey });
    expect(history.map(({ move }) => move)).toEqual(["submit", "replaceFiles"]);
    await settleClean(second);
    const get = (file: Attachment) => api.ask(`/api/initiatives/${id}/attachments/${file.id}`, { accessKey });
    expect([(await get(first)).status, (await get(second)).status]).toEqual([404, 302]);
    expect((await replace([], { staff: staff.secretary })).status).toBe(403);
    await api.move(id, "withdraw", 2, {}, { accessKey });
    expect((await problemOf(await replace([]))).code).toBe("move.notAllowed");
  });

  it("that are not what the record says of them are none of the record's", async () => {
    const file = await permit();
    const { id, accessKey } = await api.submitted({ ...buildBody(), attachments: [{ ...file, size: 1 }] });
    await settleClean(file);
    expect((await api.read(id, { accessKey })).attachments).toMatchObject([
      { state: "refused", reason: "attachment.differs" },
    ]);
  });

  it("are refused with the form where they are too many, and named by their place", async () => {
    const attachments = await Promise.all(Array.from({ length: 6 }, () => permit()));
    const answer = await api.submit({ ...buildBody(), attachments });
    expect((await problemOf(answer)).errors).toMatchObject([
      { pointer: "/attachments", code: "attachments.tooMany", params: { max: 5, length: 6 } },
    ]);
  });

  it("stay through a resubmission that says nothing of them, are replaced by one that does, and the history verifies", async () => {
    const [first, second] = [await permit("a.png"), await permit("b.png")];
    const { id, accessKey } = await api.submitted({ ...buildBody(), attachments: [first] });
    const reason = "Đề nghị bổ sung ảnh.";
    const names = async () => (await api.read(id, { accessKey })).attachments.map(({ name }) => name);
    const give = (version: number, form: unknown) => api.move(id, "resubmit", version, form, { accessKey });
    await api.move(id, "return", 1, { reason }, { staff: staff.reviewer });
    await give(2, { application: buildApplication() });
    expect(await names()).toEqual(["a.png"]);
    await api.move(id, "return", 3, { reason }, { staff: staff.reviewer });
    await give(4, { application: buildApplication(), attachments: [second] });
    expect(await names()).toEqual(["b.png"]);

    const found = await api.store.initiatives.getWithHistory(id);
    const initiative = found?.initiative as FormInitiative;
    const opened = firstOpenings(initiative);
    expect(opened.attachments?.value).toEqual([first]);
    expect(verifyHistory([{ event: initiative.first, openings: opened }, ...(found?.events ?? [])])).toEqual(
      [],
    );
  });
});
