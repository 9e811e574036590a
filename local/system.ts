import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { getConnInfo } from "@hono/node-server/conninfo";
import { Hono, type MiddlewareHandler } from "hono";
import { createAccountsHandler } from "../functions/accounts/handler.ts";
import { createAnnualReportHandler } from "../functions/annual-report/handler.ts";
import { createSignIn } from "../functions/api/staff/sign-in.ts";
import { createApp } from "../functions/api/staff-app.ts";
import { createDispatchHandler } from "../functions/dispatch/handler.ts";
import { readFaces } from "../functions/documents/faces.ts";
import { createFiguresHandler } from "../functions/figures/handler.ts";
import { reconcileFigures } from "../functions/figures/rebuild.ts";
import { createExportStep } from "../functions/jobs/export/export.ts";
import { createJobsHandler } from "../functions/jobs/handler.ts";
import { importFiles } from "../functions/jobs/import/files.ts";
import { createImportStep } from "../functions/jobs/import/import.ts";
import { createRelocateStep } from "../functions/jobs/relocate.ts";
import { createReportStep } from "../functions/jobs/report.ts";
import { createReportHandler } from "../functions/jobs/report-making/making.ts";
import { createWorkbookStep } from "../functions/jobs/workbook/workbook.ts";
import { createNoticesHandler } from "../functions/notices/handler.ts";
import { sendSummaries } from "../functions/notices/letter-summary.ts";
import { createDocumentSigner } from "../functions/store/aws/document-signer.ts";
import { openMail } from "../functions/store/aws/mail.ts";
import type { Bucket } from "../functions/store/aws/objects.ts";
import { createUploadSigner } from "../functions/store/aws/upload-signer.ts";
import { accountsElsewhere } from "../functions/store/aws/user-pool.ts";
import { createDirectoryStore } from "../functions/store/directory.ts";
import type { Store } from "../functions/store/store.ts";
import { createUploadHandler } from "../functions/uploads/handler.ts";
import { startArrival } from "./arrival.ts";
import { localAccess } from "./credentials.ts";
import type { Extent } from "./demo/directory.ts";
import { loadOnFirstStart } from "./first-start.ts";
import { type OpenedDataDir, openDataDir, type TablePlace } from "./opening.ts";
import { createPace } from "./pace.ts";
import { projectPath } from "./project.ts";
import { type Account, listAccounts } from "./standins/accounts.ts";
import type { Delivery } from "./standins/delivery.ts";
import { startMail } from "./standins/mail.ts";
import { startNights } from "./standins/nights.ts";
import { startOpenId } from "./standins/openid.ts";
import { readPageHeaders } from "./standins/page-headers.ts";
import { keepProofSecret } from "./standins/proof-secret.ts";
import { type Pump, startPump, wakeOnWrites } from "./standins/pump.ts";
import { type LocalQueue, startQueue } from "./standins/queue.ts";
import { startScanner } from "./standins/scanner.ts";
import { startSchedule } from "./standins/schedule.ts";
import { serveStaticFiles } from "./standins/static-files.ts";
import {
  bucketConfig,
  documentsAddress,
  serveStorage,
  uploadsAddress,
  uploadsBucketName,
} from "./standins/storage.ts";
import { startWebServer } from "./standins/web-server.ts";

type Log = (message: string, details: Record<string, unknown>) => void;

const uncounted = () => {};

export interface SystemSettings {
  /** Default: a temporary folder, removed at the end. */
  dataDir?: string;
  /** Already open; closed with the system. */
  opened?: OpenedDataDir;
  /** Default: a free port. */
  port?: number;
  table?: TablePlace;
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
  /** Stops parts in reverse order and waits for running work. */
  stop(): Promise<void>;
}

const mailSender = "Doan ket sang tao <khong-tra-loi@example.vn>";
const accountsForMilliseconds = 10_000;
/** Low enough not to disturb users. */
const reconciledPerSecond = 500;

/** Starts the whole system: the local composition root. */
export async function startSystem(settings: SystemSettings = {}): Promise<System> {
  const { port = 0, empty = false, pages = projectPath("web/dist") } = settings;
  const clock = settings.clock ?? (() => new Date().toISOString());
  const log: Log =
    settings.log ?? ((message, details) => console.error(JSON.stringify({ message, ...details })));
  const stops: (() => unknown)[] = [];
  /** Also used when a later part fails to start. */
  const stop = async () => {
    for (let end = stops.pop(); end; end = stops.pop()) await end();
  };
  const stopLater = <T extends { stop(): unknown }>(part: T): T => {
    stops.push(() => part.stop());
    return part;
  };

  try {
    const dataDir = settings.dataDir ?? (await mkdtemp(join(tmpdir(), "doan-ket-sang-tao-")));
    if (!settings.dataDir) stops.push(() => rm(dataDir, { recursive: true, force: true }));
    if (settings.opened) stops.push(settings.opened.close);
    // First, to detect a taken port at once; stopped first too, since requests need the rest.
    const web = stopLater(await startWebServer(port));
    const opened = settings.opened ?? (await openDataDir(dataDir, settings.table));
    if (!settings.opened) stops.push(opened.close);
    const storage = await serveStorage(dataDir, opened, clock);
    stops.push(storage.stop);
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
    stopLater(mail);
    stopLater(openId);

    const streams = new DynamoDBStreamsClient({
      ...localAccess,
      region: storage.endpoints.region,
      endpoint: storage.endpoints.dynamoDb,
    });
    stops.push(() => streams.destroy());
    const described = await table.client.send(new DescribeTableCommand({ TableName: table.name }));
    const random = (count: number) => randomBytes(count);
    const readers: (Pump | LocalQueue)[] = [];
    const pumps: Pump[] = [];
    wakeOnWrites(table.client, pumps);
    const pump = async (
      checkpoint: string,
      handler: Delivery["handler"],
      makeUp?: (signal: AbortSignal) => Promise<void>,
    ) => {
      const started = await startPump({
        client: streams,
        streamArn: described.Table?.LatestStreamArn ?? "",
        checkpointFile: join(dataDir, checkpoint),
        delivery: { handler, attempts: 50, pause: 100 },
        ...(makeUp && { makeUp }),
        log,
      });
      pumps.push(started);
      readers.push(stopLater(started));
    };
    const queue = async (name: string, handler: Parameters<typeof startQueue>[0]["handler"]) => {
      const folder = join(dataDir, "queues", name);
      const started = stopLater(await startQueue({ folder, handler, attempts: 50, pause: 100, log }));
      readers.push(started);
      return started;
    };
    await pump("stream.json", createFiguresHandler({ store, clock, log }), async (signal) => {
      await reconcileFigures(store, { signal, pace: createPace(reconciledPerSecond) });
    });
    const faces = readFaces();
    const sender = openMail(mailSender, { ...localAccess, endpoint: mail.endpoint });
    const noticeDeps = {
      ...{ store, bucket, uploads, faces, origin: web.origin, clock, random, log },
      ...{ mail: sender, measure: uncounted },
    };
    stopLater(startSchedule("letters", () => sendSummaries(noticeDeps), log));
    const ending = new AbortController();
    const jobs = await queue(
      "jobs",
      createJobsHandler({
        jobs: store.jobs,
        steps: {
          workbook: createWorkbookStep({
            store,
            openDirectory: () => createDirectoryStore(table, clock),
            bucket,
            clock,
          }),
          relocate: createRelocateStep({
            store,
            openDirectory: () => createDirectoryStore(table, clock),
            clock,
            random,
            wait: (milliseconds) => sleep(milliseconds, undefined, { signal: ending.signal }),
          }),
          export: createExportStep({ store, bucket, clock }),
          report: createReportStep({
            reports: createReportHandler({ store, bucket, faces, clock }),
            runs: store.reportRuns,
            staff: store.staff,
            clock,
          }),
          import: createImportStep({
            store,
            openDirectory: () => createDirectoryStore(table, clock),
            bucket,
            clock,
            random,
            ...importFiles(store.uploads, uploads),
          }),
        },
        clock,
        log,
      }),
    );
    const notices = await queue("notices", createNoticesHandler(noticeDeps));
    const accountChanges = await queue(
      "accounts",
      createAccountsHandler({ store, accounts: accountsElsewhere, log }),
    );
    await pump(
      "dispatch.json",
      createDispatchHandler({ queues: { notices, jobs, accounts: accountChanges }, log }),
    );
    // All together, so that none reads on while another finishes its batch.
    stops.push(() => {
      ending.abort();
      for (const each of readers) each.end();
    });
    stopLater(startSchedule("morning", createAnnualReportHandler({ store, clock, measure: uncounted }), log));

    stopLater(startNights({ store, bucket: storage.heads, clock, log }));

    const scanner = stopLater(
      await startScanner({
        client: bucketConfig(storage.endpoints.s3, storage.endpoints.secret),
        bucket: uploadsBucketName,
        deliver: createUploadHandler({ uploads: store.uploads, bucket: uploads, log }),
        log,
      }),
    );
    storage.acceptUploads({ origin: web.origin, arrived: scanner.scan });

    const arrival = stopLater(startArrival({ dataDir, store, source, log }));
    const app = createApp({
      store,
      arriving: arrival.remaining,
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
    stopLater(web);
    web.serve((request, connection) => whole.fetch(request, connection));
    await opened.claim.publish(web.origin, storage.endpoints);
    stops.push(opened.claim.withdraw);
    return { origin: web.origin, mailViewer: mail.viewer, store, bucket, accounts, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Redirects from the IP address to `localhost`, the host of cookies and of the provider's redirect. */
function sendToOrigin(origin: string): MiddlewareHandler {
  return async (c, next) => {
    const asked = new URL(c.req.url);
    if (asked.hostname !== "127.0.0.1" && asked.hostname !== "[::1]") return next();
    return c.redirect(`${origin}${asked.pathname}${asked.search}`);
  };
}

/** Caches a value from the time it is loaded; concurrent callers share one load. */
function keepFor<T>(milliseconds: number, read: () => Promise<T>): () => Promise<T> {
  let kept: { until: number; value: Promise<T> } | null = null;
  return () => {
    if (kept && Date.now() <= kept.until) return kept.value;
    const reading = { until: Number.POSITIVE_INFINITY, value: read() };
    kept = reading;
    reading.value.then(
      () => {
        reading.until = Date.now() + milliseconds;
      },
      () => {
        kept = null;
      },
    );
    return reading.value;
  };
}
