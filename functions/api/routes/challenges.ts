import { Hono } from "hono/tiny";
import { isIdempotencyKey } from "../../core/ids.ts";
import { Problem } from "../../core/problems.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { issueChallenge } from "../proof.ts";

export const challenges = new Hono<Env>().get(
  "/:keyHash",
  describe({
    action: "challenge.read",
    summary: "A proof of work for one submission: SHA-256 of its Idempotency-Key in base64url",
  }),
  async (c) => {
    const { proof, clock } = c.var.deps;
    const keyHash = c.req.param("keyHash");
    // A hash is written as the keys are: 256 bits in base64url.
    if (!isIdempotencyKey(keyHash)) throw new Problem("idempotencyKey.malformed");
    return c.json(await issueChallenge(proof, keyHash, clock()));
  },
);
