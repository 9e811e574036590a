import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { GetParametersCommand, SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { readSecrets } from "../../functions/store/aws/secrets.ts";
import { openTable } from "../../functions/store/table.ts";
import { localAccess } from "../../local/credentials.ts";

const path = "/doan-ket-sang-tao/test";
const asked: { headers: IncomingHttpHeaders; url: string | undefined; body: unknown }[] = [];
/** What the store says before it answers. */
let refusals: { status: number; type: string }[] = [];
const server = createServer(async (request, answer) => {
  const body = JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString());
  asked.push({ headers: request.headers, url: request.url, body });
  const refusal = refusals.shift();
  answer.writeHead(refusal?.status ?? 200, { "content-type": "application/x-amz-json-1.1" });
  const Parameters = [{ Name: `${path}/proof-secret`, Value: "one" }];
  answer.end(JSON.stringify(refusal ? { __type: refusal.type } : { Parameters, InvalidParameters: [] }));
}).listen(0, "127.0.0.1");
await once(server, "listening");
const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
vi.stubEnv("AWS_ENDPOINT_URL_SSM", endpoint);
const { client } = openTable("none", localAccess);
afterAll(() => {
  vi.unstubAllEnvs();
  client.destroy();
  server.closeAllConnections();
  server.close();
});
afterEach(() => {
  asked.length = 0;
  refusals = [];
});

const read = () => readSecrets(client, path, ["proof-secret"]);

describe("secrets of the parameter store", () => {
  it("are asked for as SSM's own client asks", async () => {
    const theirs = new SSMClient({ ...localAccess, endpoint });
    await theirs.send(new GetParametersCommand({ Names: [`${path}/proof-secret`], WithDecryption: true }));
    theirs.destroy();
    expect(await read()).toEqual({ "proof-secret": "one" });
    const [their, our] = asked.map(({ headers, url, body }) => ({
      url,
      body,
      host: headers.host,
      type: headers["content-type"],
      target: headers["x-amz-target"],
      scope: /Credential=[^,]+/.exec(headers.authorization ?? "")?.[0],
    }));
    expect(our).toEqual(their);
  });

  it("are asked for again where the store is busy, and by no means where it refuses", async () => {
    refusals = [
      { status: 400, type: "ThrottlingException" },
      { status: 503, type: "ServiceUnavailable" },
    ];
    expect(await read()).toEqual({ "proof-secret": "one" });
    expect(asked).toHaveLength(3);
    refusals = [{ status: 400, type: "AccessDeniedException" }];
    await expect(read()).rejects.toThrow("answered 400");
    expect(asked).toHaveLength(4);
  });

  it("that are missing are named", async () => {
    const missing = readSecrets(client, path, ["proof-secret", "distribution-secret"]);
    await expect(missing).rejects.toThrow(`lacks ${path}/distribution-secret`);
  });
});
