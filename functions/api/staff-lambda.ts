import { handle } from "hono/aws-lambda";
import { readSecrets } from "../store/aws/secrets.ts";
import { findSetting, readSetting } from "../store/settings.ts";
import { openTable } from "../store/table.ts";
import { createTelemetry } from "../telemetry/telemetry.ts";
import { createTrace } from "../telemetry/tracer.ts";
import { readDeps } from "./lambda-deps.ts";
import { createSignIn } from "./staff/sign-in.ts";
import { createApp } from "./staff-app.ts";

const telemetry = createTelemetry(createTrace());
const deps = await readDeps(telemetry);
const secret = findSetting("OIDC_SECRET");
const { client } = openTable(readSetting("TABLE_NAME"));
const proof = secret && (await readSecrets(client, readSetting("SECRETS_PATH"), [secret]))[secret];

export const handler = telemetry.wrap(
  handle(
    createApp({
      ...deps,
      signIn: createSignIn({
        issuer: readSetting("OIDC_ISSUER"),
        clientId: readSetting("OIDC_CLIENT_ID"),
        ...(proof ? { clientSecret: proof } : {}),
        redirectUri: `${deps.origin}/api/session/callback`,
      }),
    }),
  ),
);
