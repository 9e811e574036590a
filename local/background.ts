import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBStreamsClient, ListStreamsCommand } from "@aws-sdk/client-dynamodb-streams";
import { createAccountsHandler } from "../functions/accounts/handler.ts";
import { createAnnualReportHandler } from "../functions/annual-report/handler.ts";
import { createDispatchHandler } from "../functions/dispatch/handler.ts";
import { readFaces } from "../functions/documents/faces.ts";
import { createFiguresHandler } from "../functions/figures/handler.ts";
import { reconcileFigures } from "../functions/figures/rebuild.ts";
import { createCommendationStep } from "../functions/jobs/commendation/commendation.ts";
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
import { openMail } from "../functions/store/aws/mail.ts";
import { accountsElsewhere } from "../functions/store/aws/user-pool.ts";
import { createDirectoryStore } from "../functions/store/directory.ts";
import { localAccess } from "./credentials.ts";
import { createPace } from "./pace.ts";
import type { Delivery } from "./standins/delivery.ts";
import { startNightlyHeads } from "./standins/nightly-heads.ts";
import { type LocalQueue, startQueue } from "./standins/queue.ts";
import { startSchedule } from "./standins/schedule.ts";
import type { Storage } from "./standins/storage.ts";
import { type StreamReader, startStreamReader, wakeOnWrites } from "./standins/stream-reader.ts";
import type { StopList } from "./stop-list.ts";

interface BackgroundSettings {
  dataDir: string;
  storage: Storage;
  origin: string;
  mailEndpoint: string;
  clock: () => string;
  random: (count: number) => Uint8Array;
  log: (message: string, details: Record<string, unknown>) => void;
  stops: StopList;
}

const mailSender = "Doan ket sang tao <khong-tra-loi@example.vn>";
/** Low enough for users not to notice. */
const reconciledPerSecond = 500;
const uncounted = () => {};

export async function startBackground(settings: BackgroundSettings): Promise<void> {
  const { dataDir, storage, origin, mailEndpoint, clock, random, log, stops } = settings;
  const { store, table, bucket, uploads } = storage;
  const streams = new DynamoDBStreamsClient({
    ...localAccess,
    region: storage.endpoints.region,
    endpoint: storage.endpoints.dynamoDb,
  });
  stops.add(() => streams.destroy());
  const streamArn = await findStream(streams, table.name);
  const consumers: (StreamReader | LocalQueue)[] = [];
  const streamReaders: StreamReader[] = [];
  wakeOnWrites(table.client, streamReaders);
  const read = async (
    checkpoint: string,
    handler: Delivery["handler"],
    recover?: (signal: AbortSignal) => Promise<void>,
  ) => {
    const started = await startStreamReader({
      client: streams,
      streamArn,
      checkpointFile: join(dataDir, checkpoint),
      delivery: { handler, attempts: 50, pause: 100 },
      ...(recover && { recover }),
      log,
    });
    streamReaders.push(started);
    consumers.push(stops.own(started));
  };
  const queueFor = async (name: string, handler: Parameters<typeof startQueue>[0]["handler"]) => {
    const folder = join(dataDir, "queues", name);
    const started = stops.own(await startQueue({ folder, handler, attempts: 50, pause: 100, log }));
    consumers.push(started);
    return started;
  };
  await read("stream.json", createFiguresHandler({ store, clock, log }), async (signal) => {
    await reconcileFigures(store, { signal, pace: createPace(reconciledPerSecond) });
  });
  const faces = readFaces();
  const sender = openMail(mailSender, { ...localAccess, endpoint: mailEndpoint });
  const noticeDeps = {
    ...{ store, bucket, uploads, faces, origin, clock, random, log },
    ...{ mail: sender, measure: uncounted },
  };
  stops.own(startSchedule("letters", () => sendSummaries(noticeDeps), log));
  const ending = new AbortController();
  const openDirectory = () => createDirectoryStore(table, clock);
  const jobs = await queueFor(
    "jobs",
    createJobsHandler({
      jobs: store.jobs,
      steps: {
        workbook: createWorkbookStep({ store, openDirectory, bucket, clock }),
        relocate: createRelocateStep({
          store,
          openDirectory,
          clock,
          random,
          wait: (milliseconds) => sleep(milliseconds, undefined, { signal: ending.signal }),
        }),
        export: createExportStep({ store, bucket, clock }),
        commendation: createCommendationStep({ store, bucket, faces, clock }),
        report: createReportStep({
          reports: createReportHandler({ store, bucket, faces, clock }),
          runs: store.reportRuns,
          staff: store.staff,
          clock,
        }),
        import: createImportStep({
          store,
          openDirectory,
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
  const notices = await queueFor("notices", createNoticesHandler(noticeDeps));
  const accountChanges = await queueFor(
    "accounts",
    createAccountsHandler({ store, accounts: accountsElsewhere, log }),
  );
  await read(
    "dispatch.json",
    createDispatchHandler({ queues: { notices, jobs, accounts: accountChanges }, log }),
  );
  // Signals all parts first, so that none begins a new batch.
  stops.add(() => {
    ending.abort();
    for (const each of consumers) each.end();
  });
  stops.own(startSchedule("morning", createAnnualReportHandler({ store, clock, measure: uncounted }), log));

  stops.own(startNightlyHeads({ store, bucket: storage.heads, clock, log }));
}

/** Avoids DescribeTable, for which DynamoDB Local counts all items. */
async function findStream(streams: DynamoDBStreamsClient, TableName: string): Promise<string> {
  const { Streams = [] } = await streams.send(new ListStreamsCommand({ TableName }));
  const arn = Streams.at(-1)?.StreamArn;
  if (!arn) throw new Error(`table ${TableName} has no stream`);
  return arn;
}
