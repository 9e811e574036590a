import { randomBytes } from "node:crypto";
import { createApp } from "../../functions/api/app.ts";
import type { Deps } from "../../functions/api/context.ts";
import type { InitiativeView, ProblemView } from "../../functions/api/views.ts";
import { hashSecret } from "../../functions/core/canonical.ts";
import type { Move } from "../../functions/core/lifecycle.ts";
import type { Staff } from "../../functions/core/staff.ts";
import type { Receipt } from "../../functions/core/submission.ts";
import { createDocumentSigner } from "../../functions/store/document-signer.ts";
import { createUploadSigner } from "../../functions/store/upload-signer.ts";
import { solveProof } from "./proof.ts";
import { buildBody, drawIdempotencyKey } from "./submissions.ts";
import { createTestTable } from "./table.ts";
import { seedDirectory, testNow } from "./units.ts";

export const origin = "https://sang-kien.example.vn";

export interface Ask {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Whoever asks: staff by session, an author by access key, or nobody. */
  staff?: Staff;
  accessKey?: string;
}

/** The API over a fresh table with units, an open campaign and staff in it. The clock stands still until `setNow`. */
export async function createTestApi() {
  let now = testNow;
  const clock = () => now;
  const storage = await createTestTable(clock);
  await seedDirectory(storage.store);
  const logged: { message: string; details: Record<string, unknown> }[] = [];
  const deps: Deps = {
    store: storage.store,
    signIn: {
      begin: () => Promise.reject(new Error("no provider in this test")),
      finish: () => Promise.reject(new Error("no provider in this test")),
      endUrl: (returnTo) => Promise.resolve(returnTo),
    },
    // Permissions and links are signed without asking anybody.
    documents: createDocumentSigner(storage.table.client, "http://127.0.0.1:9/documents"),
    uploads: createUploadSigner(storage.table.client, "uploads", "http://127.0.0.1:9/uploads"),
    origin,
    clock,
    clientOf: (c) => c.req.header("x-client") ?? "192.0.2.1",
    proof: { secret: "of the tests", prefix: "0" },
    random: (count) => randomBytes(count),
    log: (message, details) => logged.push({ message, details }),
  };
  const open = (store = storage.store) => createApp({ ...deps, store });
  const app = open();

  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (staff: Staff): Promise<string> => {
    const known = tokens.get(staff.id) ?? signIn(staff);
    tokens.set(staff.id, known);
    return known;
  };
  const signIn = async (staff: Staff) => {
    const token = randomBytes(32).toString("base64url");
    const { id, name, email, grants } = staff;
    const session = {
      tokenHash: hashSecret(token),
      staff: { id, name, email },
      grants: [...grants],
      signedInAt: now,
      seenAt: now,
    };
    await storage.store.staff.putSession(session);
    return token;
  };

  const ask = async (
    path: string,
    { method = "GET", body, headers = {}, staff, accessKey }: Ask = {},
  ): Promise<Response> => {
    const all: Record<string, string> = { ...headers };
    if (body !== undefined) all["content-type"] ??= "application/json";
    if (accessKey) all.authorization = `Bearer ${accessKey}`;
    if (staff) {
      all.cookie = `__Host-session=${await tokenOf(staff)}`;
      all.origin ??= origin;
    }
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return app.request(`${origin}${path}`, {
      method,
      headers: all,
      ...(body === undefined ? {} : { body: text }),
    });
  };

  return {
    ...storage,
    app,
    deps,
    open,
    ask,
    logged,
    signIn: tokenOf,
    setNow: (instant: string) => {
      now = instant;
    },
    /** Submits with the proof of work solved, unless `given` brings a header `altcha` of its own. */
    submit: async (body: unknown = buildBody(), key = drawIdempotencyKey(), given: Ask = {}) =>
      ask("/api/initiatives", {
        ...given,
        method: "POST",
        body,
        headers: { "idempotency-key": key, altcha: await solveProof(key, ask), ...given.headers },
      }),
    async submitted(body: unknown = buildBody()): Promise<Receipt> {
      const response = await this.submit(body);
      if (response.status !== 201) throw new Error(await response.text());
      return (await response.json()) as Receipt;
    },
    read: async (id: string, given: Ask) =>
      (await (await ask(`/api/initiatives/${id}`, given)).json()) as InitiativeView,
    move: (id: string, move: Move, version: number, form: unknown, given: Ask) =>
      ask(`/api/initiatives/${id}/moves`, { ...given, method: "POST", body: { move, version, form } }),
  };
}

/** The problem document of an answer, its content type asserted by the reader of the test. */
export async function problemOf(response: Response): Promise<ProblemView> {
  return (await response.json()) as ProblemView;
}
