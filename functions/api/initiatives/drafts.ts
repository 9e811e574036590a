import { Hono } from "hono/tiny";
import * as v from "valibot";
import { hashSecret } from "#core/base/canonical.ts";
import { parseAs } from "#core/base/parsing.ts";
import { Problem } from "#core/base/problems.ts";
import {
  DraftBody,
  DraftReceipt,
  DraftView,
  draftExpiry,
  isDraftId,
  isExpired,
  isWriteKey,
} from "#core/initiatives/draft.ts";
import type { Ctx, Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { proveBeyondQuiet } from "../middleware/effort.ts";

const writeKeyHeader = { Authorization: "`Bearer` and the draft's write key, 256 bits in base64url" };

/** The page encrypts each draft; the server never gets the key. */
export const drafts = new Hono<Env>()
  .put(
    "/:id",
    describe("draft.keep", "Keep an encrypted draft, on condition of the version it replaces", DraftReceipt, {
      body: DraftBody,
      headers: writeKeyHeader,
    }),
    proveBeyondQuiet("draft"),
    async (c) => c.json(await keep(c)),
  )
  .get(
    "/:id",
    describe("draft.read", "An encrypted draft; only the link's key opens it", DraftView),
    async (c) => {
      const { store, clock } = c.var.deps;
      const draft = await store.drafts.get(idOf(c));
      if (!draft || isExpired(draft, clock())) throw new Problem("draft.notFound");
      const { ciphertext, iv } = draft;
      return c.json<DraftView>({ ciphertext, iv, ...receiptOf(draft) });
    },
  )
  .delete(
    "/:id",
    describe("draft.keep", "Remove a draft", v.strictObject({ removed: v.literal(true) }), {
      headers: writeKeyHeader,
    }),
    async (c) => {
      const removed = await c.var.deps.store.drafts.remove(idOf(c), hashSecret(writeKeyOf(c)));
      if (!removed) throw new Problem("draft.writeKey");
      return c.json({ removed });
    },
  );

/** Accepts a repeated PUT as a retry. */
async function keep(c: Ctx): Promise<DraftReceipt> {
  const { store, clock } = c.var.deps;
  const id = idOf(c);
  const writeKeyHash = hashSecret(writeKeyOf(c));
  const { ciphertext, iv, version } = parseAs("draft.invalid", DraftBody, await readJson(c));
  const now = clock();
  const fresh = { id, writeKeyHash, ciphertext, iv, version: version + 1, expiresAt: draftExpiry(now) };
  const existing = await store.drafts.put(fresh, now);
  if (!existing) return receiptOf(fresh);
  if (existing.writeKeyHash !== writeKeyHash) throw new Problem("draft.writeKey");
  const repeated = existing.version === fresh.version && existing.ciphertext === ciphertext;
  if (!repeated) throw new Problem("draft.conflict");
  return receiptOf(existing);
}

function receiptOf({ version, expiresAt }: { version: number; expiresAt: number }): DraftReceipt {
  return { version, expiresAt: new Date(expiresAt * 1000).toISOString() };
}

function idOf(c: Ctx): string {
  const id = c.req.param("id") ?? "";
  if (!isDraftId(id)) throw new Problem("draft.notFound");
  return id;
}

function writeKeyOf(c: Ctx): string {
  const { bearer } = c.var;
  if (!bearer || !isWriteKey(bearer)) throw new Problem("draft.writeKey");
  return bearer;
}
