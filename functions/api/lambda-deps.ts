import { createDocumentSigner } from "../store/aws/document-signer.ts";
import { readSecrets } from "../store/aws/secrets.ts";
import { createUploadSigner } from "../store/aws/upload-signer.ts";
import { readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import type { Deps } from "./context.ts";
import { viewerAddress } from "./viewer-address.ts";

export async function readDeps({ log, measure, note, annotate }: Telemetry): Promise<Deps> {
  const clock = () => new Date().toISOString();
  const table = openTable(readSetting("TABLE_NAME"));
  const names = ["proof-secret", "distribution-secret"] as const;
  const secrets = await readSecrets(table.client, readSetting("SECRETS_PATH"), names);
  return {
    store: createStore(table, clock),
    documents: createDocumentSigner(table.client, readSetting("DOCUMENTS_ADDRESS")),
    uploads: createUploadSigner(table.client, readSetting("UPLOADS_BUCKET"), readSetting("UPLOADS_ADDRESS")),
    origin: readSetting("PUBLIC_ORIGIN"),
    clock,
    clientOf: viewerAddress(secrets["distribution-secret"]),
    proof: { secret: secrets["proof-secret"], tries: Number(readSetting("PROOF_TRIES")) },
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    log,
    measure,
    answered: (request) => {
      annotate({ requestId: request.requestId });
      note("request answered", { ...request });
    },
  };
}
