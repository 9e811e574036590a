import { beginReport } from "#core/report/lifecycle.ts";
import { createApp } from "../functions/api/staff-app.ts";
import { type BodyRoute, largestBody, routesWithBodies, worstBodies } from "../test/support/bodies.ts";
import { keepRequest } from "../test/support/report-requests.ts";
import { buildInitiative, drawIdempotencyKey } from "../test/support/submissions.ts";
import { buildCampaign, commune, communeCouncil, staff } from "../test/support/units.ts";
import type { BenchSystem } from "./bench-system.ts";
import { median, type Row, round } from "./row.ts";

const rounds = 5;
const mostBytes = 64 * 1024;
/** Maximum ratio to the time of the largest valid body. Times below `negligibleMilliseconds` always pass. */
const ratio = 3;
const negligibleMilliseconds = 20;

const parts: Record<string, string> = {
  from: "2026",
  to: "2026",
  unit: commune.id,
  council: communeCouncil.id,
  author: "1",
};

/** Uses ids of existing records, so that the API reads the body. */
const addressOf = ({ path }: BodyRoute, ids: Record<string, string>) =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => parts[name] ?? ids[path.split("/")[2] ?? ""] ?? commune.id);

export async function measureWorstBodies({ ask, deps, prove, signIn, store }: BenchSystem): Promise<Row[]> {
  const session = await signIn(staff.administrator);
  const key = drawIdempotencyKey();
  const altcha = await prove(key);
  const initiative = buildInitiative();
  await store.initiatives.create(initiative);
  const report = { from: "2026", to: "2026" };
  await store.reports.save({ ...beginReport(commune.id, report, null, null), version: 1 });
  const ids = {
    initiatives: initiative.id,
    campaigns: buildCampaign().id,
    staff: staff.reviewer.id,
    drafts: "d".repeat(22),
    "report-requests": (await keepRequest(store)).id,
  };
  const rows: Row[] = [];
  for (const route of routesWithBodies(createApp(deps))) {
    const open = route.path === "/api/initiatives" || route.path.startsWith("/api/drafts");
    const headers = {
      "content-type": "application/json",
      "idempotency-key": key,
      altcha,
      ...(open ? { authorization: `Bearer ${key}` } : session),
    };
    const send = async (body: string) => {
      const from = performance.now();
      const response = await ask(addressOf(route, ids), {
        method: route.method,
        headers,
        body,
      });
      const bytes = (await response.arrayBuffer()).byteLength;
      if (response.status >= 500) throw new Error(`${route.method} ${route.path}: ${response.status}`);
      return { bytes, milliseconds: performance.now() - from };
    };
    const time = async (body: string) => {
      const sent = [];
      for (let n = 0; n < rounds; n++) sent.push(await send(body));
      return {
        bytes: Math.max(...sent.map(({ bytes }) => bytes)),
        milliseconds: median(sent.map(({ milliseconds }) => milliseconds)),
      };
    };
    const valid = await time(JSON.stringify(largestBody(route.schema)));
    let worst = { shape: "", milliseconds: 0 };
    let largest = 0;
    for (const { shape, body } of worstBodies(route.schema, route.limit)) {
      const { bytes, milliseconds } = await time(body);
      largest = Math.max(largest, bytes);
      if (milliseconds > worst.milliseconds) worst = { shape, milliseconds };
    }
    const most = Math.max(negligibleMilliseconds, ratio * valid.milliseconds);
    rows.push({
      what: `worst body of ${route.method} ${route.path} (${worst.shape})`,
      measured: `${round(worst.milliseconds)} ms, ${round(largest / 1024)} kB`,
      beside: `at most ${round(most)} ms, 64 kB`,
      reached: worst.milliseconds <= most && largest <= mostBytes,
    });
  }
  return rows;
}
