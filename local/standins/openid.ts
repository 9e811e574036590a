import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { type Configuration, Provider } from "oidc-provider";
import { readJsonFile, writeJsonFile } from "../json-file.ts";
import { closeServer, listen } from "../listening.ts";
import { findFreePort } from "../ports.ts";
import type { Account } from "./accounts.ts";
import { contentPolicy, loginPage, logoutPage, messagePage } from "./openid-pages.ts";
import { openOpenIdStore } from "./openid-store.ts";
import { keepOpenIdKeys } from "./secrets.ts";

export interface OpenId {
  issuer: string;
  clientId: string;
  redirectUri: string;
  stop(): Promise<void>;
}

interface Given {
  dataDir: string;
  origin: string;
  accounts(): Promise<Account[]>;
  /** Includes inactive staff, because the site decides who may sign in. */
  account(email: string): Promise<Pick<Account, "email" | "name"> | null>;
  log(message: string, details: Record<string, unknown>): void;
}

const clientId = "doan-ket-sang-tao";
const hour = 3600;
const loginPath = "/login/";

/**
 * Signs in by mail address without password. The host 127.0.0.1 makes cookies and redirects cross-site, as in
 * the cloud.
 */
export async function startOpenId({ dataDir, origin, accounts, account, log }: Given): Promise<OpenId> {
  // Sessions contain the issuer's address, so the port stays the same.
  const portFile = join(dataDir, "openid-port.json");
  const port = await findFreePort((await readJsonFile<number>(portFile)) ?? 0);
  await writeJsonFile(portFile, port);
  const issuer = `http://127.0.0.1:${port}`;
  const redirectUri = `${origin}/api/session/callback`;
  const keys = await keepOpenIdKeys(dataDir);
  const memory = await openOpenIdStore(dataDir);

  const configuration: Configuration = {
    adapter: memory.adapter,
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: "none",
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [origin, `${origin}/`, `${origin}/quan-tri`],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    // Puts claims into the ID token, as Cognito does.
    conformIdTokenClaims: false,
    cookies: { keys: keys.cookieKeys },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => {
          ctx.set("content-security-policy", contentPolicy(origin));
          ctx.body = logoutPage(form);
        },
        postLogoutSuccessSource: async (ctx) => {
          ctx.body = messagePage("Đã đăng xuất", "Bạn có thể đóng trang này.");
        },
      },
    },
    async findAccount(_, email) {
      const found = await account(email);
      if (!found) return undefined;
      const claims = { sub: email, email, email_verified: true, name: found.name };
      return { accountId: email, claims: async () => claims };
    },
    interactions: { url: (_, { uid }) => `${loginPath}${uid}` },
    jwks: keys.jwks,
    // The site is trusted, so there is no consent page.
    async loadExistingGrant({ oidc: { client, session, provider } }) {
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    async renderError(ctx, out) {
      ctx.type = "html";
      ctx.body = messagePage("Không đăng nhập được", out.error_description ?? out.error ?? "");
    },
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 60,
      Grant: 14 * 24 * hour,
      IdToken: hour,
      Interaction: hour,
      Session: 14 * 24 * hour,
    },
  };
  const provider = new Provider(issuer, configuration);
  provider.on("server_error", (_, error) => log("sign-in provider failed", { error: String(error) }));

  const login = async (request: IncomingMessage, response: ServerResponse) => {
    let unknown: string | null = null;
    await provider.interactionDetails(request, response);
    if (request.method === "POST") {
      const typed = new URLSearchParams(await text(request)).get("email") ?? "";
      const found = await account(typed.trim().toLowerCase());
      if (found) {
        const result = { login: { accountId: found.email } };
        return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
      }
      unknown = typed;
    }
    response.writeHead(unknown === null ? 200 : 422, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": contentPolicy(origin),
      "cache-control": "no-store",
    });
    response.end(loginPage(await accounts(), unknown));
  };

  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (!request.url?.startsWith(loginPath)) return answer(request, response);
    login(request, response).catch((error) => {
      // Usually the page has expired.
      log("sign-in page failed", { error: String(error) });
      if (!response.headersSent) response.writeHead(303, { location: `${origin}/quan-tri?signIn=failed` });
      response.end();
    });
  });
  await listen(server, port, "127.0.0.1");
  return {
    issuer,
    clientId,
    redirectUri,
    async stop() {
      await closeServer(server);
      await memory.settled();
    },
  };
}
