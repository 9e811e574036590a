import { dayOf } from "#core/base/calendar.ts";
import { advanceJob, type Job } from "#core/jobs/job.ts";
import { drawCouncilId } from "#core/units/council.ts";
import type { DirectoryPlan } from "#core/workbook/import/directory-plan.ts";
import type { ImportContext } from "#core/workbook/import/plan.ts";
import { WorkbookFault } from "../../documents/spreadsheet/workbook-fault.ts";
import type { Bucket } from "../../store/aws/objects.ts";
import type { Store } from "../../store/store.ts";
import type { JobStep } from "../handler.ts";
import { applyChunk, applyDirectory, readImportContext } from "./apply.ts";
import { checkWorkbook } from "./check.ts";
import type { Chunk } from "./comparison.ts";
import { markCopy } from "./marked-copy.ts";

export interface ImportDeps {
  store: Store;
  openDirectory: () => Store["directory"];
  bucket: Pick<Bucket, "put" | "get" | "remove">;
  readFile: (job: Job) => Promise<Uint8Array>;
  removeFile: (job: Job) => Promise<void>;
  clock: () => string;
  random: (count: number) => Uint8Array;
}

/** `apply` writes the directory before chunk 0; `clean` deletes the stored chunks. */
type Cursor =
  | { phase: "apply"; next: number; chunks: number }
  | { phase: "clean"; chunks: number; end: "done" | "refused" };

const chunksInStep = 4;
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const folderOf = ({ id }: Job) => `jobs/${id}`;
const chunkKey = (job: Job, n: number) => `${folderOf(job)}/rows-${n}.json`;
const planKey = (job: Job) => `${folderOf(job)}/plan.json`;

/**
 * The first step checks the whole workbook and ends a faulty import or a dry run. Later steps write chunks
 * and skip existing rows.
 */
export function createImportStep(deps: ImportDeps): JobStep {
  return async (job) => {
    const cursor = job.cursor as Cursor | null;
    if (cursor === null) return check(deps, job);
    return cursor.phase === "apply" ? apply(deps, job, cursor) : clean(deps, job, cursor);
  };
}

async function check(deps: ImportDeps, job: Job): Promise<Job> {
  const { store, bucket, clock } = deps;
  const now = clock();
  const file = await deps.readFile(job);
  const context: ImportContext = await readImportContext(deps.openDirectory());
  const dryRun = job.parameters.dryRun === true;
  const keep = async (chunk: Chunk, n: number) => {
    if (!dryRun) await bucket.put(chunkKey(job, n), toBytes(chunk), "application/json");
  };
  try {
    const scope = { unit: job.unit, role: job.role };
    const founding = {
      today: dayOf(now),
      draw: () => drawCouncilId(deps.random),
      changed: { by: { id: job.requestedBy ?? "", name: "" }, at: now },
    };
    const { faults, plan, rows, chunks, outcome } = await checkWorkbook(file, {
      store,
      context,
      scope,
      now,
      founding,
      keep,
    });
    if (faults.count > 0) {
      const result = `${folderOf(job)}/loi-can-sua.xlsx`;
      await bucket.put(result, await gather(markCopy(file, faults)), xlsx);
      const cursor: Cursor = { phase: "clean", chunks, end: "refused" };
      const errors = { errors: faults.errors(), errorCount: faults.count, problem: "workbook.faulty" };
      return advanceJob(job, { cursor, result, total: rows, ...errors }, clock());
    }
    if (dryRun) return advanceJob(job, { state: "done", done: rows, total: rows, outcome }, clock());
    await bucket.put(planKey(job), toBytes(plan), "application/json");
    const cursor: Cursor = { phase: "apply", next: 0, chunks };
    return advanceJob(job, { cursor, total: rows, outcome }, clock());
  } catch (error) {
    if (!(error instanceof WorkbookFault)) throw error;
    const cursor: Cursor = { phase: "clean", chunks: 0, end: "refused" };
    return advanceJob(job, { cursor, problem: `workbook.${error.code}` }, clock());
  }
}

async function apply(deps: ImportDeps, job: Job, cursor: Cursor & { phase: "apply" }): Promise<Job> {
  const { bucket, clock } = deps;
  if (cursor.next === 0)
    await applyDirectory(deps, job, (await readKept(bucket, planKey(job))) as DirectoryPlan);
  const context = await readImportContext(deps.openDirectory());
  const until = Math.min(cursor.next + chunksInStep, cursor.chunks);
  let written = 0;
  for (let n = cursor.next; n < until; n++) {
    const chunk = (await readKept(bucket, chunkKey(job, n))) as Chunk;
    await applyChunk(deps, job, chunk, context);
    written += chunk.rows.length;
  }
  const { chunks } = cursor;
  const next: Cursor =
    until < chunks ? { phase: "apply", next: until, chunks } : { phase: "clean", chunks, end: "done" };
  return advanceJob(job, { cursor: next, done: job.done + written }, clock());
}

async function clean(deps: ImportDeps, job: Job, cursor: Cursor & { phase: "clean" }): Promise<Job> {
  const { bucket, clock } = deps;
  const keys = Array.from({ length: cursor.chunks }, (_, n) => chunkKey(job, n));
  for (const key of [planKey(job), ...keys]) await bucket.remove(key);
  await deps.removeFile(job);
  const done = cursor.end === "done" ? (job.total ?? 0) : 0;
  return advanceJob(job, { state: cursor.end, cursor: null, done }, clock());
}

const toBytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

async function readKept(bucket: ImportDeps["bucket"], key: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await bucket.get(key)));
}

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts = await Array.fromAsync(chunks, (chunk) => new Uint8Array(chunk));
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
