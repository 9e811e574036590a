import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getConnInfo } from "@hono/node-server/conninfo";
import { Hono, type MiddlewareHandler } from "hono";
import { createSignIn } from "../functions/api/staff/sign-in.ts";
import { createApp } from "../functions/api/staff-app.ts";
import { createDocumentSigner } from "../functions/store/aws/document-signer.ts";
import type { Bucket } from "../functions/store/aws/objects.ts";
import { createUploadSigner } from "../functions/store/aws/upload-signer.ts";
import type { Store } from "../functions/store/store.ts";
import { createUploadHandler } from "../functions/uploads/handler.ts";
import { startBackground } from "./background.ts";
import { keepFor } from "./cached-value.ts";
import type { Extent } from "./demo/directory.ts";
import { startDossierFilling } from "./dossier-filling.ts";
import { loadOnFirstStart } from "./first-start.ts";
import { type OpenedDataDir, openDataDir, type TableLocation } from "./opened-data-dir.ts";
import { projectPath } from "./project.ts";
import { type Account, listAccounts } from "./standins/accounts.ts";
import { startMail } from "./standins/mail.ts";
import { startOpenId } from "./standins/openid.ts";
import { readPageHeaders } from "./standins/page-headers.ts";
import { startScanner } from "./standins/scanner.ts";
import { keepProofSecret } from "./standins/secrets.ts";
import { serveStaticFiles } from "./standins/static-files.ts";
import {
  bucketConfig,
  documentsAddress,
  serveStorage,
  uploadsAddress,
  uploadsBucketName,
} from "./standins/storage.ts";
import { startWebServer } from "./standins/web-server.ts";
import { createStopList } from "./stop-list.ts";

type Log = (message: string, details: Record<string, unknown>) => void;

const uncounted = () => {};

export interface SystemSettings {
  /** Default: a temporary folder, removed at the end. */
  dataDir?: string;
  /** Closed with the system. */
  opened?: OpenedDataDir;
  /** Default: a free port. */
  port?: number;
  table?: TableLocation;
  /** Maximum tries of the easiest proof of work. */
  proofTries?: number;
  empty?: boolean;
  extent?: Extent;
  pages?: string;
  clock?: () => string;
  log?: Log;
}

export interface System {
  origin: string;
  mailViewer: string;
  store: Store;
  bucket: Bucket;
  accounts(): Promise<Account[]>;
  stop(): Promise<void>;
}

const accountsForMilliseconds = 10_000;

export async function startSystem(settings: SystemSettings = {}): Promise<System> {
  const { port = 0, empty = false, pages = projectPath("web/dist") } = settings;
  const clock = settings.clock ?? (() => new Date().toISOString());
  const log: Log =
    settings.log ?? ((message, details) => console.error(JSON.stringify({ message, ...details })));
  const stops = createStopList();

  try {
    const dataDir = settings.dataDir ?? (await mkdtemp(join(tmpdir(), "doan-ket-sang-tao-")));
    if (!settings.dataDir) stops.add(() => rm(dataDir, { recursive: true, force: true }));
    if (settings.opened) stops.add(settings.opened.close);
    // Started first to detect a taken port. Stopped first, because requests need the other parts.
    const web = stops.own(await startWebServer(port));
    const opened = settings.opened ?? (await openDataDir(dataDir, settings.table));
    if (!settings.opened) stops.add(opened.close);
    const storage = await serveStorage(dataDir, opened, clock);
    stops.add(storage.stop);
    const { store, table, bucket, uploads } = storage;
    const source = await loadOnFirstStart({
      ...{ dataDir, store, empty, clock },
      ...(settings.extent && { extent: settings.extent }),
    });

    const accounts = keepFor(accountsForMilliseconds, () => listAccounts(store));
    const [mail, openId] = await Promise.all([
      startMail(),
      startOpenId({ dataDir, origin: web.origin, accounts, account: store.staff.byEmail, log }),
    ]);
    stops.own(mail);
    stops.own(openId);

    const random = (count: number) => randomBytes(count);
    await startBackground({
      ...{ dataDir, storage, origin: web.origin, mailEndpoint: mail.endpoint, clock, random, log, stops },
    });

    const scanner = stops.own(
      await startScanner({
        client: bucketConfig(storage.endpoints.s3, storage.endpoints.secret),
        bucket: uploadsBucketName,
        deliver: createUploadHandler({ uploads: store.uploads, bucket: uploads, log }),
        log,
      }),
    );
    storage.acceptUploads({ origin: web.origin, arrived: scanner.scan });

    const filling = stops.own(startDossierFilling({ dataDir, store, source, log }));
    const app = createApp({
      store,
      arriving: filling.remaining,
      documents: createDocumentSigner(table.client, documentsAddress(storage.endpoints)),
      uploads: createUploadSigner(table.client, uploadsBucketName, uploadsAddress(storage.endpoints)),
      signIn: createSignIn({ ...openId, insecure: true }),
      origin: web.origin,
      clock,
      clientOf: (c) => getConnInfo(c).remote.address ?? "",
      proof: { secret: await keepProofSecret(dataDir), tries: settings.proofTries ?? 150 },
      random,
      log,
      measure: uncounted,
      answered: uncounted,
    });
    const pageHeaders = readPageHeaders(pages, storage.endpoints.s3);
    const files = serveStaticFiles(pages, pageHeaders);
    const whole = new Hono()
      .all("/api/*", async (c) => {
        const answer = await app.fetch(c.req.raw, c.env);
        for (const [name, value] of Object.entries(pageHeaders())) answer.headers.set(name, value);
        return answer;
      })
      .get("*", sendToOrigin(web.origin))
      .all("*", (c) => files.fetch(c.req.raw));
    stops.own(web);
    web.serve((request, connection) => whole.fetch(request, connection));
    await opened.claim.publish(web.origin, storage.endpoints);
    stops.add(opened.claim.withdraw);
    return { origin: web.origin, mailViewer: mail.viewer, store, bucket, accounts, stop: stops.run };
  } catch (error) {
    await stops.run();
    throw error;
  }
}

// Cookies and the provider's redirect need the host `localhost`.
function sendToOrigin(origin: string): MiddlewareHandler {
  return async (c, next) => {
    const asked = new URL(c.req.url);
    if (asked.hostname !== "127.0.0.1" && asked.hostname !== "[::1]") return next();
    return c.redirect(`${origin}${asked.pathname}${asked.search}`);
  };
}
