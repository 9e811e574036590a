import { handle } from "hono/aws-lambda";
import { createDocumentSigner } from "../store/document-signer.ts";
import { readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { createUploadSigner } from "../store/upload-signer.ts";
import { createApp } from "./app.ts";
import { createSignIn } from "./sign-in.ts";
import { viewerAddress } from "./viewer-address.ts";

const clock = () => new Date().toISOString();
const origin = readSetting("PUBLIC_ORIGIN");
const table = openTable(readSetting("TABLE_NAME"));

export const handler = handle(
  createApp({
    store: createStore(table, clock),
    documents: createDocumentSigner(table.client, readSetting("DOCUMENTS_ADDRESS")),
    uploads: createUploadSigner(table.client, readSetting("UPLOADS_BUCKET"), readSetting("UPLOADS_ADDRESS")),
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
