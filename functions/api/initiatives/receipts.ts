import { Hono } from "hono/tiny";
import * as v from "valibot";
import { version } from "#core/base/bounds.ts";
import { Problem } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import { accessKeyBytes, drawAccessKey, replaceAccessKey } from "#core/initiatives/access-key.ts";
import { erasesNames } from "#core/initiatives/erasure.ts";
import { authoriseOn } from "../authorise.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { signDownload } from "../jobs/download.ts";
import { readJson } from "../middleware/body.ts";
import { openRecord, resourceOf } from "./record.ts";
import { ReceiptView, RenewedKeyView } from "./views.ts";

const RenewalBody = v.strictObject({ version });

export const receipts = new Hono<Env>()
  .get(
    "/:id/receipt",
    describe(
      "receipt.read",
      "A link to the receipt (PDF), good for five minutes; 202 while it is being made",
      ReceiptView,
      { status: [200, 202] },
    ),
    async (c) => {
      const { initiative, events, viewer } = await openRecord(c);
      authoriseOn(viewer, "receipt.read", resourceOf(initiative));
      const { store } = c.var.deps;
      const object = await store.receipts.ready(initiative.id);
      if (object === null) {
        // Titles from documents, imported forms and dossiers with erased names have no receipt.
        const erased = events.some(({ event }) => erasesNames(event));
        if (initiative.origin === "document" || initiative.first.actor.role === "import" || erased)
          throw new Problem("receipt.notFound");
        const waiting: ReceiptView = { url: null };
        return c.json(waiting, 202);
      }
      const name = `giay-bien-nhan-${initiative.id}.pdf`;
      return c.json<ReceiptView>({ url: await signDownload(c, { object, name }) });
    },
  )
  .post(
    "/:id/access-key",
    describe(
      "initiative.renewKey",
      "Give out a new access key at the counter; the one before is void. Shown in this answer alone",
      RenewedKeyView,
      { body: RenewalBody },
    ),
    async (c) => {
      const { initiative, viewer } = await openRecord(c);
      const body = validate(RenewalBody, await readJson(c));
      const role = authoriseOn(viewer, "initiative.renewKey", resourceOf(initiative));
      if (!body.ok) throw new Problem("note.invalid", body.errors);
      if (initiative.origin !== "application") throw new Problem("move.notAllowed");
      if (initiative.version !== body.value.version) throw new Problem("version.conflict");
      const { store, clock, random } = c.var.deps;
      const accessKey = drawAccessKey(random(accessKeyBytes));
      const renewed = replaceAccessKey(initiative, "counter", accessKey, {
        actor: { role, staff: viewer.kind === "staff" ? viewer.id : null },
        now: clock(),
        salt: () => random(16),
      });
      await store.initiatives.save(renewed, initiative);
      return c.json<RenewedKeyView>({ id: initiative.id, accessKey });
    },
  );
