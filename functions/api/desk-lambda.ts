import { handle } from "hono/aws-lambda";
import { readSetting } from "../store/settings.ts";
import { createApp } from "./app.ts";
import { readDeps } from "./lambda-deps.ts";
import { createSignIn } from "./sign-in.ts";

const deps = readDeps();

/** Everything but what the public's function answers. */
export const handler = handle(
  createApp({
    ...deps,
    signIn: createSignIn({
      issuer: readSetting("OIDC_ISSUER"),
      clientId: readSetting("OIDC_CLIENT_ID"),
      clientSecret: readSetting("OIDC_CLIENT_SECRET"),
      redirectUri: `${deps.origin}/api/session/callback`,
    }),
  }),
);
