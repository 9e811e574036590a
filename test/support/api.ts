import type { Move } from "#core/initiatives/lifecycle.ts";
import type { Receipt } from "#core/initiatives/submission.ts";
import type { Staff } from "#core/staff/staff.ts";
import type { InitiativeView } from "../../functions/api/initiatives/views.ts";
import type { ProblemView } from "../../functions/api/problem-view.ts";
import { createApp } from "../../functions/api/staff-app.ts";
import { holdToDescription } from "./answers.ts";
import { beginSession, createTestDeps, origin } from "./deps.ts";
import { solveProof } from "./proof.ts";
import { buildBody, drawIdempotencyKey } from "./submissions.ts";
import { createTestTable } from "./table.ts";
import { seedDirectory, testNow } from "./units.ts";

export interface Ask {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Whoever asks: staff by session, an author by access key, or nobody. */
  staff?: Staff;
  accessKey?: string;
}

/**
 * The API over a fresh table with units, an open campaign and staff in it. The clock stands still until `setNow`. `documents` is the address of a bucket
 * that is there.
 */
export async function createTestApi(documents?: string) {
  let now = testNow;
  const clock = () => now;
  const storage = await createTestTable(clock);
  await seedDirectory(storage.store);
  const logged: { message: string; details: Record<string, unknown> }[] = [];
  const deps: ReturnType<typeof createTestDeps> = {
    ...createTestDeps(storage.store, storage.table, clock, documents),
    log: (message, details) => logged.push({ message, details }),
  };
  const open = (store = storage.store) => holdToDescription(createApp({ ...deps, store }));
  const app = open();

  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (staff: Staff): Promise<string> => {
    const known = tokens.get(staff.id) ?? beginSession(storage.store, staff, now);
    tokens.set(staff.id, known);
    return known;
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
        headers: {
          "idempotency-key": key,
          ...("altcha" in (given.headers ?? {}) ? {} : { altcha: await solveProof(key, ask) }),
          ...given.headers,
        },
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
