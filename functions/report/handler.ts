import * as v from "valibot";
import { PeriodBound } from "../core/period.ts";
import { Problem } from "../core/problems.ts";
import { buildReport } from "../core/report.ts";
import { validate } from "../core/validation.ts";
import type { Faces } from "../documents/pdf.ts";
import type { Bucket } from "../store/objects.ts";
import type { Store } from "../store/store.ts";
import { loadReportInput } from "./load.ts";
import { renderReport } from "./render.ts";

/** A bound as the schedule or a person gives it: a year, as a number or a text, or a day. */
const Bound = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.transform(String))], "period.invalid"),
  PeriodBound,
);

const unit = v.pipe(v.string("unit.required"), v.nonEmpty("unit.required"));

/** What the schedule sends: a unit and a period, or a unit and one year. */
export const ReportMessage = v.union([
  v.pipe(
    v.strictObject({ unit, from: Bound, to: Bound }),
    v.check(({ from, to }) => from.slice(0, 4) <= to.slice(0, 4) && lastDay(to) >= from, "period.reversed"),
  ),
  v.pipe(
    v.strictObject({ unit, year: Bound }),
    v.transform(({ unit, year }) => ({ unit, from: year, to: year })),
  ),
]);

const lastDay = (bound: string) => (bound.length === 4 ? `${bound}-12-31` : bound);

export interface KeptReport {
  /** Where its files lie in the bucket. */
  prefix: string;
  dataHash: string;
  /** Keys of the files in the bucket, the JSON last. */
  files: string[];
}

interface ReportDeps {
  store: Store;
  bucket: Bucket;
  /** The font that is embedded into the PDF. */
  faces: Faces;
}

/**
 * Makes the annual report of a unit: loads, builds, renders, keeps under `reports/<unit>/<from>-<to>/`, the JSON last: where it is,
 * the set is whole. The same data give the same bytes, so a repeated message changes nothing. Throws `query.invalid` for a message that is none and `unit.notFound`.
 */
export function createReportHandler({ store, bucket, faces }: ReportDeps) {
  return async (message: unknown): Promise<KeptReport> => {
    const parsed = validate(ReportMessage, message);
    if (!parsed.ok) throw new Problem("query.invalid", parsed.errors);
    const { unit, ...period } = parsed.value;
    const report = buildReport(await loadReportInput(store, unit, period));
    const prefix = `reports/${unit}/${period.from}-${period.to}/`;
    const files: string[] = [];
    for await (const { format, contentType, bytes } of renderReport(report, null, faces)) {
      const key = `${prefix}annual-report.${format}`;
      if (bytes instanceof Uint8Array) await bucket.put(key, bytes, contentType);
      else await bucket.putStream(key, bytes, contentType);
      files.push(key);
    }
    return { prefix, dataHash: report.dataHash, files };
  };
}
