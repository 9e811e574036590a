import { Hono } from "hono/tiny";
import { checkPlausibleDay, dayOf, firstYears } from "#core/base/calendar.ts";
import { parseAs } from "#core/base/parsing.ts";
import { Problem } from "#core/base/problems.ts";
import { CitedDocument, drawDocumentId, findDocument, NewDocument } from "#core/campaigns/document.ts";
import { reachOf } from "#core/units/unit.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { unitIn } from "../units/named-unit.ts";
import { DocumentsView } from "./views.ts";

export const documents = new Hono<Env>()
  .get("/", describe("document.list", "Cited documents, the latest first", DocumentsView), async (c) => {
    authoriseStaff(c, "document.list");
    const kept = await c.var.deps.store.directory.documents();
    return c.json<DocumentsView>({
      documents: [...kept.values()].sort((a, b) => (a.issuedOn < b.issuedOn ? 1 : -1)),
    });
  })
  .post(
    "/",
    describe(
      "document.add",
      "Add a cited document of a unit; the same again is the same document",
      CitedDocument,
      { status: 201, body: NewDocument },
    ),
    async (c) => {
      const input = await readJson(c);
      const { store, random } = c.var.deps;
      const units = await store.directory.units();
      const unit = unitIn(input);
      authoriseStaff(c, "document.add", { units: units.has(unit) ? reachOf(units, unit) : [] });
      const parsed = parseAs("document.invalid", NewDocument, input);
      const today = dayOf(c.var.deps.clock());
      const slips = checkPlausibleDay(parsed.issuedOn, "/issuedOn", {
        from: firstYears.document,
        today,
      });
      if (slips.length > 0) throw new Problem("document.invalid", slips);
      const kept = await store.campaigns.documents();
      const unknown = parsed.cites.findIndex((id) => !kept.has(id));
      if (unknown >= 0)
        throw new Problem("document.invalid", [
          { pointer: `/cites/${unknown}`, code: "campaign.basis.unknown" },
        ]);
      const there = findDocument(kept, parsed);
      if (there) return c.json(there, 201);
      const document = { id: drawDocumentId(random), ...parsed };
      await store.campaigns.addDocument(document);
      return c.json(document, 201);
    },
  );
