import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { Problem } from "#core/base/problems.ts";
import { createSignIn } from "../../../functions/api/staff/sign-in.ts";

/** What the provider's token endpoint was asked; it takes no code. */
const asked: URLSearchParams[] = [];
const server = createServer(async (request, response) => {
  response.setHeader("content-type", "application/json");
  if (request.url === "/token") {
    asked.push(new URLSearchParams(await text(request)));
    return response.writeHead(400).end(JSON.stringify({ error: "invalid_grant" }));
  }
  response.end(
    JSON.stringify({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      end_session_endpoint: `${issuer}/logout`,
    }),
  );
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const redirectUri = "https://example.vn/api/session/callback";
const settings = { issuer, clientId: "desk", redirectUri, insecure: true };

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function exchange(clientSecret?: string): Promise<URLSearchParams | undefined> {
  const signIn = createSignIn({ ...settings, ...(clientSecret ? { clientSecret } : {}) });
  const { attempt } = await signIn.begin();
  const callback = new URL(`${redirectUri}?code=c&state=${attempt.state}`);
  await expect(signIn.finish(callback, attempt)).rejects.toThrow(new Problem("signIn.failed"));
  return asked.at(-1);
}

describe("the desk at its provider", () => {
  it("proves a code by its verifier alone, and by a secret too where it was given one", async () => {
    const open = await exchange();
    expect(open?.get("client_id")).toBe("desk");
    expect(open?.get("code_verifier")).toMatch(/^[\w-]{43,}$/);
    expect(open?.has("client_secret")).toBe(false);
    expect((await exchange("kept by both"))?.get("client_secret")).toBe("kept by both");
  });

  it("has everybody asked who they are, whoever was there before", async () => {
    const { url } = await createSignIn(settings).begin();
    expect(new URL(url).searchParams.get("prompt")).toBe("login");
  });

  it("leaves by the words of OpenID and by Cognito's", async () => {
    const url = new URL(await createSignIn(settings).endUrl("https://example.vn/quan-tri"));
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: "desk",
      post_logout_redirect_uri: "https://example.vn/quan-tri",
      logout_uri: "https://example.vn/quan-tri",
    });
  });
});
