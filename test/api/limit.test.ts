import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { Hono } from "hono";
import { expect, it } from "vitest";
import type { Env } from "../../functions/api/context.ts";
import { limit } from "../../functions/api/middleware/limit.ts";
import { answerProblem } from "../../functions/api/middleware/problem.ts";
import { prepareRequest } from "../../functions/api/middleware/request.ts";
import { viewerAddress } from "../../functions/api/viewer-address.ts";
import { createTestApi, problemOf } from "../support/api.ts";
import { testNow } from "../support/units.ts";

const api = await createTestApi();

/** A route of its own behind a limit, over the parts of the API. */
const app = new Hono<Env>()
  .use(prepareRequest(api.deps))
  .get("/", limit("test", { count: 3, seconds: 600 }), (c) => c.text("done"))
  .get("/other", limit("other", { count: 3, seconds: 600 }), (c) => c.text("done"));
app.onError(answerProblem);
const ask = (client: string, path = "/") => app.request(path, { headers: { "x-client": client } });
const statuses = async (count: number, client: string, path?: string) => {
  const found: number[] = [];
  for (let i = 0; i < count; i++) found.push((await ask(client, path)).status);
  return found;
};
const namesKept = async () => {
  const { Items = [] } = await api.client.send(new ScanCommand({ TableName: api.table.name }));
  return Items.map(({ pk }) => String(pk)).filter((pk) => pk.startsWith("LIMIT#named#"));
};
const after = (seconds: number) => new Date(Date.parse(testNow) + seconds * 1000).toISOString();

it("lets a client do so much in a stretch of time, then says how long to wait, and then lets it go on", async () => {
  expect(await statuses(4, "198.51.100.7")).toEqual([200, 200, 200, 429]);
  api.setNow(after(60));
  const refused = await ask("198.51.100.7");
  expect(refused.headers.get("retry-after")).toBe("540");
  const { code, title } = await problemOf(refused);
  expect(code).toBe("rate.limited");
  expect(title).toContain("đợi");
  api.setNow(after(600));
  expect(await statuses(1, "198.51.100.7")).toEqual([200]);
  api.setNow(testNow);
});

it("holds nobody to what another did, nor for another thing", async () => {
  expect(await statuses(4, "198.51.100.8")).toEqual([200, 200, 200, 429]);
  expect(await statuses(1, "198.51.100.9")).toEqual([200]);
  expect(await statuses(1, "198.51.100.8", "/other")).toEqual([200]);
});

it("lets no more through when they all come at once", async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => ask("198.51.100.10")));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
});

it("takes all addresses of one IPv6 subscriber for one client, however they are written", async () => {
  expect(await statuses(3, "2001:db8:7:9::1")).toEqual([200, 200, 200]);
  expect(await statuses(1, "2001:0db8:0007:0009:aaaa:bbbb:cccc:dddd")).toEqual([429]);
  expect(await statuses(1, "2001:db8:7:a::1")).toEqual([200]);
  expect(await statuses(3, "::ffff:203.0.113.5")).toEqual([200, 200, 200]);
  expect(await statuses(1, "203.0.113.5")).toEqual([429]);
});

it("keeps no address, and another name for it each day", async () => {
  const named = new Hono<Env>()
    .use(prepareRequest(api.deps))
    .get("/", limit("named", { count: 9, seconds: 60 }), (c) => c.text("done"));
  await named.request("/", { headers: { "x-client": "198.51.100.11" } });
  const [today] = await namesKept();
  expect(today).toMatch(/^LIMIT#named#[\w-]{22}#\d+$/);
  api.setNow(after(24 * 3600));
  await named.request("/", { headers: { "x-client": "198.51.100.11" } });
  expect(new Set((await namesKept()).map((pk) => pk.split("#")[2])).size).toBe(2);
  api.setNow(testNow);
});

it("takes a visitor's address from the distribution alone, and else what the gateway sees", async () => {
  const app = new Hono<Env>().get("/", (c) => c.text(viewerAddress("the secret")(c)));
  const gateway = { requestContext: { http: { sourceIp: "203.0.113.9" } } };
  const tell = async (headers: Record<string, string>) =>
    (await app.request("/", { headers: { "x-viewer-address": "198.51.100.7", ...headers } }, gateway)).text();
  expect(await tell({ "x-distribution-secret": "the secret" })).toBe("198.51.100.7");
  expect(await tell({ "x-distribution-secret": "a guess" })).toBe("203.0.113.9");
  expect(await tell({})).toBe("203.0.113.9");
});
