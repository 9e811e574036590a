import { gunzipSync } from "node:zlib";
import { handle } from "hono/aws-lambda";
import { expect, test } from "vitest";
import { createTestApi } from "../support/api.ts";

const { app } = await createTestApi();
const answer = (headers: Record<string, string>) =>
  handle(app)(
    {
      version: "2.0",
      routeKey: "ANY /api/{proxy+}",
      rawPath: "/api/campaigns/open",
      rawQueryString: "",
      headers: { host: "example.vn", ...headers },
      requestContext: { domainName: "example.vn", http: { method: "GET", path: "/api/campaigns/open" } },
      isBase64Encoded: false,
    } as unknown as Parameters<ReturnType<typeof handle>>[0],
    undefined,
  ) as Promise<{ body: string; isBase64Encoded: boolean; headers: Record<string, string> }>;

test("answers are compressed for whoever reads that, in the form in which the gateway takes bytes", async () => {
  const plain = await answer({});
  expect(plain).toMatchObject({ isBase64Encoded: false, headers: { vary: "Accept-Encoding" } });
  const small = await answer({ "accept-encoding": "gzip, deflate, br" });
  expect(small).toMatchObject({ isBase64Encoded: true, headers: { "content-encoding": "gzip" } });
  expect(gunzipSync(Buffer.from(small.body, "base64")).toString()).toBe(plain.body);
});
