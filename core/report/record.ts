import * as v from "valibot";
import type { AuditStamp } from "#core/base/audit-stamp.ts";
import { hashValue } from "#core/base/canonical.ts";
import type { Period } from "#core/base/period.ts";
import { day, requiredLine } from "#core/base/text.ts";
import type { ReportLayout } from "#core/jobs/report-layout.ts";
import type { StatedFigure, WarningCode } from "./model.ts";
import type { ReportTexts } from "./text.ts";

/** What a report is given out as; the JSON is its model. */
export const reportFormats = ["html", "docx", "pdf", "xlsx", "json"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A warning that somebody has looked into. It is found again by the warning's id when the report is made anew. */
export interface Dismissal extends AuditStamp {
  warning: string;
  reason: string;
}

/** What was made of an edition, and where its files lie: one folder a content, written whole before anything points to it. */
export interface Made {
  at: string;
  /** SHA-256 of model and issue, base64url: it names the folder. */
  hash: string;
  dataHash: string;
  prefix: string;
  files: ReportFormat[];
  /** SHA-256 of each file as it was written, base64url. */
  sums: Record<ReportFormat, string>;
  warnings: { id: string; code: WarningCode }[];
  /** Of the texts and the layout that went in. */
  textsHash: string;
  /** Its files bear the number and the day. */
  issued: boolean;
  figures: StatedFigure[];
}

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

interface Edition {
  /** From 1; a new one begins after an approval. */
  edition: number;
  state: ReportState;
  layout: ReportLayout;
  texts: ReportTexts;
  made: Made | null;
  dismissals: Dismissal[];
  approved: AuditStamp | null;
  issue: Issue | null;
  published: AuditStamp | null;
}

/** An edition that was approved once and stays, its texts in the model that was kept; why the next was begun. */
export interface EarlierEdition extends Omit<Edition, "made" | "texts"> {
  made: Omit<Made, "figures"> | null;
  reopened: AuditStamp & { reason: string };
}

export const reportMoves = ["approve", "number", "publish", "reopen"] as const;
export type ReportMove = (typeof reportMoves)[number];

/** What was done with a report, oldest first. `by` is null for what the schedule did. */
export interface ReportEntry {
  did: ReportMove | "make" | "texts" | "dismiss" | "takeBack";
  /** The version of the record that it led to. */
  version: number;
  edition: number;
  by: AuditStamp["by"] | null;
  at: string;
  /** The warning, the number, the reason, or the hash of the data. */
  about: string;
}

/** A unit's report of a period: the edition being worked on, those before it, and what was done. */
export interface ReportRecord extends Period, Edition {
  unit: string;
  /** Each write replaces the one before. */
  version: number;
  /** Id of the unit's earlier report from which the texts were taken, to be looked through; null once they were. */
  textsFrom: string | null;
  editions: EarlierEdition[];
  log: ReportEntry[];
}

/** The id of a report: `dien-khanh~2019~2021`. */
export const reportId = ({ unit, from, to }: Pick<ReportRecord, "unit" | "from" | "to">): string =>
  [unit, from, to].join("~");

/** Tells texts and layout apart from others: what was made of them is out of date where it differs. */
export const hashTexts = ({ texts, layout }: Pick<ReportRecord, "texts" | "layout">): string =>
  hashValue({ texts, layout });

/** What checking a report's files found, and, apart from it, what has moved in the records since. */
export interface Verification {
  at: string;
  hash: string;
  /** `ok`: the file is as it was written; `renders`: the program, as it is today, makes the same of the kept model. */
  files: { format: ReportFormat; ok: boolean; renders: boolean }[];
  /** Figures as they stand in the report and as the records give them now, in words; null where there is none. */
  moved: { id: string; label: string; before: string | null; after: string | null }[];
}
