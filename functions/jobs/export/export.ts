import { dayOf } from "#core/base/calendar.ts";
import { validate } from "#core/base/validation.ts";
import { ExportForm, nameExport } from "#core/jobs/export-request.ts";
import { advanceJob, type Job } from "#core/jobs/job.ts";
import { checksum } from "../../documents/packing.ts";
import { encodeRows } from "../../documents/spreadsheet/csv-writer.ts";
import type { Cell } from "../../documents/spreadsheet/workbook.ts";
import {
  joinSegments,
  noProgress,
  packSegment,
  type SheetProgress,
} from "../../documents/spreadsheet/workbook-segments.ts";
import type { Bucket } from "../../store/aws/objects.ts";
import type { Store } from "../../store/store.ts";
import type { JobStep } from "../handler.ts";
import { openList, type Place } from "./lists.ts";

interface ExportDeps {
  store: Store;
  bucket: Bucket;
  clock: () => string;
}

interface Cursor {
  place: Place | null;
  joined: boolean;
  pieces: string[];
  progress: SheetProgress;
}

const usualRows = 10_000;
const rowsInPage = 1_000;

const contentTypes = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;

/**
 * Steps store rows as pieces, then join the pieces, then delete them. A piece's key holds a hash of its
 * content, so a step may repeat.
 */
export function createExportStep({ store, bucket, clock }: ExportDeps, rowsInStep = usualRows): JobStep {
  const folder = ({ id }: Job) => `jobs/${id}`;

  const readOn = async (job: Job, form: ExportForm, { place, pieces, progress }: Cursor): Promise<Job> => {
    const list = await openList(store, job, form);
    const rows: Cell[][] = [];
    let next = place;
    while (next && rows.length < rowsInStep) {
      const page = await list.read(next, Math.min(rowsInPage, rowsInStep));
      rows.push(...page.rows);
      next = page.next;
    }
    const made =
      form.format === "xlsx"
        ? await packSegment(list.sheet, progress, rows, next === null)
        : { piece: encodeRows(list.sheet.columns, rows, pieces.length === 0), progress };
    const key = `${folder(job)}/${pieces.length}-${checksum(made.piece, 0).toString(16)}`;
    await bucket.put(key, made.piece, "application/octet-stream");
    const cursor: Cursor = { place: next, joined: false, pieces: [...pieces, key], progress: made.progress };
    return advanceJob(job, { cursor, done: job.done + rows.length }, clock());
  };

  const join = async (job: Job, form: ExportForm, cursor: Cursor): Promise<Job> => {
    const { sheet } = await openList(store, job, form);
    const { pieces, progress } = cursor;
    const { unit, year, requestedAt } = job;
    const name = nameExport(form, unit, year, dayOf(requestedAt));
    const result = `${folder(job)}/${name}`;
    const content = readPieces(bucket, pieces);
    await bucket.putStream(
      result,
      form.format === "xlsx" ? joinSegments(sheet, progress, content) : content,
      contentTypes[form.format],
    );
    return advanceJob(job, { result, total: job.done, cursor: { ...cursor, joined: true } }, clock());
  };

  /** Deletes the pieces in a separate step, because a repeated join still needs them. */
  const sweep = async (job: Job, { pieces }: Cursor): Promise<Job> => {
    for (const key of pieces) await bucket.remove(key);
    return advanceJob(job, { state: "done", cursor: null }, clock());
  };

  return async (job) => {
    const form = validate(ExportForm, job.parameters);
    if (!form.ok) throw new Error("an export without a form");
    const cursor = (job.cursor as Cursor | null) ?? {
      place: { stretch: 0, cursor: null },
      joined: false,
      pieces: [],
      progress: noProgress,
    };
    if (cursor.joined) return sweep(job, cursor);
    return cursor.place ? readOn(job, form.value, cursor) : join(job, form.value, cursor);
  };
}

async function* readPieces(bucket: Bucket, keys: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const key of keys) yield await bucket.get(key);
}
