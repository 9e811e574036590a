import * as v from "valibot";
import { AuditStamp } from "#core/base/audit-stamp.ts";
import { hashValue } from "#core/base/canonical.ts";
import { day, requiredLine } from "#core/base/text.ts";
import { ReportLayout } from "#core/jobs/report-layout.ts";
import { StatedFigure, WarningCode } from "./model.ts";
import { ReportTexts } from "./text.ts";

/** What a report is given out as; the JSON is its model. */
export const reportFormats = ["html", "docx", "pdf", "xlsx", "json"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A warning that somebody has looked into. It is found again by the warning's id when the report is made anew. */
export const Dismissal = v.strictObject({ ...AuditStamp.entries, warning: v.string(), reason: v.string() });
export type Dismissal = v.InferOutput<typeof Dismissal>;

/** What was made of an edition, and where its files lie: one folder a content, written whole before anything points to it. */
export const Made = v.strictObject({
  at: v.string(),
  /** SHA-256 of model and issue, base64url: it names the folder. */
  hash: v.string(),
  dataHash: v.string(),
  prefix: v.string(),
  files: v.array(v.picklist(reportFormats)),
  /** SHA-256 of each file as it was written, base64url. */
  sums: v.strictObject(v.entriesFromList(reportFormats, v.string())),
  warnings: v.array(v.strictObject({ id: v.string(), code: WarningCode })),
  /** Of the texts and the layout that went in. */
  textsHash: v.string(),
  /** Its files bear the number and the day. */
  issued: v.boolean(),
  figures: v.array(StatedFigure),
});
export type Made = v.InferOutput<typeof Made>;

/** Number and symbol, such as 12/BC-MTTQ-BTT, and the day of signing. */
export const Issue = v.strictObject({
  number: v.pipe(
    requiredLine("report.number", 40),
    // That it is empty is said already.
    v.regex(/^(?:\d{1,6}[/-][\p{L}\p{N}/-]+)?$/u, "report.number.invalid"),
  ),
  signedOn: day("report.signedOn"),
});
export type Issue = v.InferOutput<typeof Issue>;

export const reportStates = ["draft", "approved", "published"] as const;
export type ReportState = (typeof reportStates)[number];

const edition = {
  /** From 1; a new one begins after an approval. */
  edition: v.number(),
  state: v.picklist(reportStates),
  layout: ReportLayout,
  texts: ReportTexts,
  made: v.nullable(Made),
  dismissals: v.array(Dismissal),
  approved: v.nullable(AuditStamp),
  issue: v.nullable(Issue),
  published: v.nullable(AuditStamp),
};

/** An edition that was approved once and stays, its texts in the model that was kept; why the next was begun. */
export const EarlierEdition = v.strictObject({
  ...v.omit(v.strictObject(edition), ["texts"]).entries,
  made: v.nullable(v.omit(Made, ["figures"])),
  reopened: v.strictObject({ ...AuditStamp.entries, reason: v.string() }),
});
export type EarlierEdition = v.InferOutput<typeof EarlierEdition>;

export const reportMoves = ["approve", "number", "publish", "reopen"] as const;
export type ReportMove = (typeof reportMoves)[number];

/** What was done with a report, oldest first. `by` is null for what the schedule did. */
export const ReportEntry = v.strictObject({
  did: v.picklist([...reportMoves, "make", "texts", "dismiss", "takeBack"]),
  /** The version of the record that it led to. */
  version: v.number(),
  edition: v.number(),
  by: v.nullable(AuditStamp.entries.by),
  at: v.string(),
  /** The warning, the number, the reason, or the hash of the data. */
  about: v.string(),
});
export type ReportEntry = v.InferOutput<typeof ReportEntry>;

/** A unit's report of a period: the edition being worked on, those before it, and what was done. */
export const ReportRecord = v.strictObject({
  unit: v.string(),
  from: v.string(),
  to: v.string(),
  ...edition,
  /** Each write replaces the one before. */
  version: v.number(),
  /** Id of the unit's earlier report from which the texts were taken, to be looked through; null once they were. */
  textsFrom: v.nullable(v.string()),
  editions: v.array(EarlierEdition),
  log: v.array(ReportEntry),
});
export type ReportRecord = v.InferOutput<typeof ReportRecord>;

/** The id of a report: `dien-khanh~2019~2021`. */
export const reportId = ({ unit, from, to }: Pick<ReportRecord, "unit" | "from" | "to">): string =>
  [unit, from, to].join("~");

/** Tells texts and layout apart from others: what was made of them is out of date where it differs. */
export const hashTexts = ({ texts, layout }: Pick<ReportRecord, "texts" | "layout">): string =>
  hashValue({ texts, layout });

/** What checking a report's files found, and, apart from it, what has moved in the records since. */
export const Verification = v.strictObject({
  at: v.string(),
  hash: v.string(),
  /** `ok`: the file is as it was written; `renders`: the program, as it is today, makes the same of the kept model. */
  files: v.array(
    v.strictObject({ format: v.picklist(reportFormats), ok: v.boolean(), renders: v.boolean() }),
  ),
  /** Figures as they stand in the report and as the records give them now, in words; null where there is none. */
  moved: v.array(
    v.strictObject({
      id: v.string(),
      label: v.string(),
      before: v.nullable(v.string()),
      after: v.nullable(v.string()),
    }),
  ),
});
export type Verification = v.InferOutput<typeof Verification>;
