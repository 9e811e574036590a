import { Hono } from "hono/tiny";
import * as v from "valibot";
import { parseAs } from "#core/base/parsing.ts";
import { AccessKeyRequest } from "#core/initiatives/access-key.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { proveBeyondQuiet } from "../middleware/effort.ts";

/**
 * Notices compares code and address later, so the response never reveals whether they match. A wrong check
 * character is refused.
 */
export const accessKeys = new Hono<Env>().post(
  "/",
  describe(
    "accessKey.request",
    "Ask for a new access key by mail; always the same answer",
    v.strictObject({ status: v.literal("accepted") }),
    { status: 202, body: AccessKeyRequest },
  ),
  proveBeyondQuiet("accessKey"),
  async (c) => {
    const body = parseAs("accessKey.request.invalid", AccessKeyRequest, await readJson(c));
    const { store, clock } = c.var.deps;
    await store.receipts.putKeyRequest({ ...body, at: clock() });
    return c.json({ status: "accepted" }, 202);
  },
);
