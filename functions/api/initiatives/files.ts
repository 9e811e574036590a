import { Hono } from "hono/tiny";
import { Problem } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { FileReplacement, replaceFiles } from "#core/initiatives/replaced-files.ts";
import { retryOnConflict } from "../../store/table.ts";
import { authoriseOn } from "../authorise.ts";
import type { Ctx, Env } from "../context.ts";
import { describe } from "../describe.ts";
import { answerDownload } from "../jobs/download.ts";
import { DownloadView } from "../jobs/views.ts";
import { readJson } from "../middleware/body.ts";
import { openRecord, resourceOf } from "./record.ts";
import { viewAttachments, viewInitiative } from "./view.ts";
import { InitiativeView } from "./views.ts";

const attempts = 5;

export const files = new Hono<Env>()
  .get(
    "/:id/attachments/:file",
    describe("attachment.read", "A file of an application: a link good for some minutes", DownloadView, {
      redirects: true,
    }),
    async (c) => {
      const { initiative, viewer } = await openRecord(c);
      authoriseOn(viewer, "attachment.read", resourceOf(initiative));
      const all = initiative.origin === "application" ? initiative.attachments : [];
      const wanted = all.filter(({ id }) => id === c.req.param("file"));
      const [file] = (await viewAttachments(c, wanted)).filter(({ state }) => state === "clean");
      if (!file) throw new Problem("upload.notFound");
      return answerDownload(c, { file });
    },
  )
  .post(
    "/:id/files",
    describe(
      "initiative.replaceFiles",
      "Replace or remove files while the dossier is open; the same list again changes nothing",
      InitiativeView,
      { body: FileReplacement },
    ),
    async (c) => {
      const body = validate(FileReplacement, await readJson(c));
      const { store, clock, random } = c.var.deps;
      return retryOnConflict(attempts, async () => {
        const { initiative, events, viewer } = await openRecord(c);
        const role = authoriseOn(viewer, "initiative.replaceFiles", resourceOf(initiative));
        if (initiative.origin !== "application") throw new Problem("move.notAllowed");
        if (!body.ok) throw new Problem("note.invalid", body.errors);
        const actor = { role, staff: viewer.kind === "staff" ? viewer.id : null };
        const context = { actor, now: clock(), salt: () => random(16) };
        const { attachments } = body.value;
        const noted = replaceFiles(initiative, attachments, await refusedOf(c, initiative), context);
        if (!noted) return c.json(await viewInitiative(c, viewer, initiative, events));
        await store.initiatives.save(noted, initiative, { files: attachments, refusal: "note.invalid" });
        return c.json(await viewInitiative(c, viewer, noted.initiative, [...events, noted]));
      });
    },
  );

async function refusedOf(c: Ctx, { attachments = [] }: FormInitiative): Promise<ReadonlySet<string>> {
  const shown = await viewAttachments(c, attachments);
  return new Set(shown.filter(({ state }) => state === "refused").map(({ id }) => id));
}
