import { Hono } from "hono/tiny";
import * as v from "valibot";
import { effortKinds } from "#core/base/effort.ts";
import { isIdempotencyKey } from "#core/base/ids.ts";
import { Problem } from "#core/base/problems.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { measureEffort } from "../middleware/effort.ts";
import { issueChallenge } from "../proof.ts";
import { ChallengeView } from "./views.ts";

export const challenges = new Hono<Env>().get(
  "/:keyHash",
  describe(
    "challenge.read",
    "A proof of work for one request: SHA-256 of its Idempotency-Key in base64url",
    ChallengeView,
    { query: { for: "submission, unless draft, upload or accessKey is asked for" } },
  ),
  async (c) => {
    const { proof, clock } = c.var.deps;
    const keyHash = c.req.param("keyHash");
    // A SHA-256 hash has the same format as a key: 256 bits in base64url.
    if (!isIdempotencyKey(keyHash)) throw new Problem("idempotencyKey.malformed");
    const kind = c.req.query("for") ?? "submission";
    if (!v.is(v.picklist(effortKinds), kind)) throw new Problem("query.invalid");
    const effort = await measureEffort(c, kind);
    return c.json(await issueChallenge(proof, { kind, keyHash }, effort, clock()));
  },
);
