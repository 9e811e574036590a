import { randomBytes } from "node:crypto";
import { hashSecret } from "#core/base/canonical.ts";
import type { Staff } from "#core/staff/staff.ts";
import type { Deps } from "../../functions/api/context.ts";
import type { SignIn } from "../../functions/api/staff/sign-in.ts";
import { createDocumentSigner } from "../../functions/store/aws/document-signer.ts";
import { createUploadSigner } from "../../functions/store/aws/upload-signer.ts";
import type { Store } from "../../functions/store/store.ts";
import type { Table } from "../../functions/store/table.ts";

export const origin = "https://sang-kien.example.vn";

/** All that the API is given, over a store: no provider to sign in at, little work to prove, a client by header; of documents what lies at an address. */
export function createTestDeps(
  store: Store,
  table: Table,
  clock: () => string,
  documents = "http://127.0.0.1:9/documents",
): Deps & { signIn: SignIn } {
  const noProvider = () => Promise.reject(new Error("no provider in this test"));
  return {
    store,
    signIn: { begin: noProvider, finish: noProvider, endUrl: (returnTo) => Promise.resolve(returnTo) },
    // Permissions and links are signed without asking anybody.
    documents: createDocumentSigner(table.client, documents),
    uploads: createUploadSigner(table.client, "uploads", "http://127.0.0.1:9/uploads"),
    origin,
    clock,
    clientOf: (c) => c.req.header("x-client") ?? "192.0.2.1",
    proof: { secret: "of the tests", tries: 4 },
    random: (count) => randomBytes(count),
    log: () => {},
    measure: () => {},
    answered: () => {},
  };
}

/** Signs somebody in past the provider; the token is the value of the session's cookie. */
export async function beginSession(store: Store, staff: Staff, now: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const { id, name, email } = staff;
  await store.staff.putSession({
    tokenHash: hashSecret(token),
    staff: { id, name, email },
    signedInAt: now,
    seenAt: now,
  });
  return token;
}
