import { handle } from "hono/aws-lambda";
import { readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { createApp } from "./app.ts";
import { createSignIn } from "./sign-in.ts";
import { viewerAddress } from "./viewer-address.ts";

const clock = () => new Date().toISOString();
const origin = readSetting("PUBLIC_ORIGIN");

export const handler = handle(
  createApp({
    store: createStore(openTable(readSetting("TABLE_NAME")), clock),
    signIn: createSignIn({
      issuer: readSetting("OIDC_ISSUER"),
      clientId: readSetting("OIDC_CLIENT_ID"),
      clientSecret: readSetting("OIDC_CLIENT_SECRET"),
      redirectUri: `${origin}/api/session/callback`,
    }),
    origin,
    clock,
    clientOf: viewerAddress(readSetting("DISTRIBUTION_SECRET")),
    proof: { secret: readSetting("PROOF_SECRET"), prefix: readSetting("PROOF_PREFIX") },
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    log: (message, details) => console.error(JSON.stringify({ message, ...details })),
  }),
);
