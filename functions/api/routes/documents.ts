import { Hono } from "hono/tiny";
import { canonicalJson } from "../../core/canonical.ts";
import { CitedDocument } from "../../core/document.ts";
import { Problem } from "../../core/problems.ts";
import { validate } from "../../core/validation.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import type { DocumentsView } from "../views.ts";

/** Cited documents: read by all staff, added by those who enter figures or campaigns, changed by nobody. */
export const documents = new Hono<Env>()
  .get(
    "/",
    describe({ action: "document.list", summary: "Cited documents, the latest first" }),
    async (c) => {
      authoriseStaff(c, "document.list");
      const kept = await c.var.deps.store.directory.documents();
      const view: DocumentsView = {
        documents: [...kept.values()].sort((a, b) => (a.issuedOn < b.issuedOn ? 1 : -1)),
      };
      return c.json(view);
    },
  )
  .post(
    "/",
    describe({
      action: "document.add",
      summary: "Add a cited document; the same again changes nothing",
      body: CitedDocument,
      created: true,
    }),
    async (c) => {
      authoriseStaff(c, "document.add");
      const { directory, campaigns } = c.var.deps.store;
      const parsed = validate(CitedDocument, await readJson(c));
      if (!parsed.ok) throw new Problem("document.invalid", parsed.errors);
      const document = parsed.value;
      const kept = await directory.documents();
      const unknown = document.cites.findIndex((id) => !kept.has(id));
      if (unknown >= 0)
        throw new Problem("document.invalid", [
          { pointer: `/cites/${unknown}`, code: "campaign.basis.unknown" },
        ]);
      if (!(await campaigns.addDocument(document))) {
        const existing = (await directory.documents()).get(document.id);
        if (canonicalJson(existing) !== canonicalJson(document))
          throw new Problem("document.taken", [{ pointer: "/id", code: "document.id.taken" }]);
      }
      return c.json(document, 201);
    },
  );
