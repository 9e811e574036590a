import { Hono } from "hono";
import { parseSubmission } from "#core/initiatives/submission.ts";
import { checkProof } from "../functions/api/proof.ts";
import { createApp } from "../functions/api/staff-app.ts";
import { drawIdempotencyKey } from "../test/support/submissions.ts";
import { testNow } from "../test/support/units.ts";
import type { BenchSystem } from "./bench-system.ts";
import { type Row, round, timeInTurn } from "./row.ts";
import { buildFourKilobytes } from "./submission-cost.ts";

const rounds = 3_000;

export async function measureHandler({ store, deps, prove }: BenchSystem): Promise<Row[]> {
  const initiatives = { ...store.initiatives, create: async () => null };
  const app = createApp({ ...deps, store: { ...store, initiatives } });
  const key = drawIdempotencyKey();
  const altcha = await prove(key);
  const body = JSON.stringify(buildFourKilobytes());
  const headers = {
    "content-type": "application/json",
    // Without this header the body limit reads the body itself.
    "content-length": String(Buffer.byteLength(body)),
    "idempotency-key": key,
    altcha,
  };
  const submit = async () => {
    const response = await app.request("/api/initiatives", { method: "POST", headers, body });
    if (response.status !== 201) throw new Error(await response.text());
    await response.arrayBuffer();
  };
  const parse = () => void parseSubmission(JSON.parse(body), testNow);
  const check = () => checkProof(deps.proof, altcha, key, testNow);
  const bare = new Hono().post("/api/initiatives", async (c) => c.json(await c.req.json(), 201));
  const echo = async () =>
    (await bare.request("/api/initiatives", { method: "POST", headers, body })).arrayBuffer();
  const times = await timeInTurn([submit, parse, check, echo], rounds);
  const [whole = 0, parsing = 0, proof = 0, echoing = 0] = times;
  const ratio = (whole - proof) / parsing;
  return [
    {
      what: "handler of a submission without the database, p50",
      measured: `${round(whole - proof, 3)} ms, ratio ${round(ratio, 2)}`,
      beside: `${round(parsing, 3)} ms to parse and validate alone, at most 2`,
      reached: ratio <= 2,
    },
    {
      what: "a bare Hono route that reads the same body and answers it",
      measured: `${round(echoing, 3)} ms, ratio ${round(echoing / parsing, 2)}`,
      beside: "the same",
      reached: null,
    },
    {
      what: "the check of its proof of work, on top",
      measured: `${round(proof, 3)} ms`,
      beside: `${round(whole, 3)} ms in all`,
      reached: null,
    },
  ];
}
