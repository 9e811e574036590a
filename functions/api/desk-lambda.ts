import { handle } from "hono/aws-lambda";
import { readSetting } from "../store/settings.ts";
import { createTelemetry } from "../telemetry/telemetry.ts";
import { createTrace } from "../telemetry/tracer.ts";
import { createApp } from "./app.ts";
import { readDeps } from "./lambda-deps.ts";
import { createSignIn } from "./sign-in.ts";

const telemetry = createTelemetry(createTrace());
const deps = readDeps(telemetry);

/** Everything but what the public's function answers. */
export const handler = telemetry.wrap(
  handle(
    createApp({
      ...deps,
      signIn: createSignIn({
        issuer: readSetting("OIDC_ISSUER"),
        clientId: readSetting("OIDC_CLIENT_ID"),
        clientSecret: readSetting("OIDC_CLIENT_SECRET"),
        redirectUri: `${deps.origin}/api/session/callback`,
      }),
    }),
  ),
);
