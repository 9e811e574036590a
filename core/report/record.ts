import * as v from "valibot";
import { AuditStamp } from "#core/base/audit-stamp.ts";
import { version } from "#core/base/bounds.ts";
import { hashValue } from "#core/base/canonical.ts";
import { day, optionalLine, optionalProse, requiredLine, requiredProse } from "#core/base/text.ts";
import { Attachment, purposeOf } from "#core/initiatives/attachment.ts";
import { ReportLayout } from "#core/jobs/report-layout.ts";
import { StatedFigure, WarningCode } from "./model.ts";
import { ReportSigning } from "./signing.ts";
import { ReportTexts } from "./texts.ts";

export const reportFormats = ["html", "docx", "pdf", "xlsx", "json"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** When the report is made again, a dismissal applies to the warning with the same id. */
export const Dismissal = v.strictObject({ ...AuditStamp.entries, warning: v.string(), reason: v.string() });
export type Dismissal = v.InferOutput<typeof Dismissal>;

/** A version's folder is complete before a record refers to the folder. */
export const MadeFiles = v.strictObject({
  at: v.string(),
  /** SHA-256 of model and issue, base64url; also the folder name. */
  hash: v.string(),
  dataHash: v.string(),
  prefix: v.string(),
  files: v.array(v.picklist(reportFormats)),
  sums: v.strictObject(v.entriesFromList(reportFormats, v.string())),
  warnings: v.array(v.strictObject({ id: v.string(), code: WarningCode })),
  textsHash: v.string(),
  issued: v.boolean(),
  figures: v.array(StatedFigure),
});
export type MadeFiles = v.InferOutput<typeof MadeFiles>;

export const Issue = v.strictObject({
  number: v.pipe(
    requiredLine("report.number", 40),
    // `requiredLine` reports an empty number.
    v.regex(/^(?:\d{1,6}[/-][\p{L}\p{N}/-]+)?$/u, "report.number.invalid"),
  ),
  signedOn: day("report.signedOn"),
});
export type Issue = v.InferOutput<typeof Issue>;

export const reportStates = ["draft", "approved", "published"] as const;
export type ReportState = (typeof reportStates)[number];

/** PDF signed outside the system, downloaded instead of the generated PDF. */
export const SignedFile = v.strictObject({
  ...Attachment.entries,
  /** SHA-256 of the bytes, base64url. */
  sum: v.string(),
  ...AuditStamp.entries,
});
export type SignedFile = v.InferOutput<typeof SignedFile>;

const edition = {
  /** Starts at 1; reopening begins the next edition. */
  edition: v.number(),
  state: v.picklist(reportStates),
  layout: ReportLayout,
  /** See `padNumber`. */
  padNumbers: v.exactOptional(v.boolean()),
  texts: ReportTexts,
  signing: ReportSigning,
  made: v.nullable(MadeFiles),
  dismissals: v.array(Dismissal),
  approved: v.nullable(AuditStamp),
  issue: v.nullable(Issue),
  published: v.nullable(AuditStamp),
  signed: v.nullable(SignedFile),
};

/** Earlier, approved edition; texts and signers are in the stored model. */
export const EarlierEdition = v.strictObject({
  ...v.omit(v.strictObject(edition), ["texts", "signing"]).entries,
  made: v.nullable(v.omit(MadeFiles, ["figures"])),
  reopened: v.strictObject({ ...AuditStamp.entries, reason: v.string() }),
});
export type EarlierEdition = v.InferOutput<typeof EarlierEdition>;

export const reportMoves = ["approve", "number", "publish", "reopen"] as const;
export type ReportMove = (typeof reportMoves)[number];

/** `by` is null for the scheduled job. */
export const ReportEntry = v.strictObject({
  did: v.picklist([...reportMoves, "make", "texts", "signing", "sign", "dismiss", "takeBack"]),
  version: v.number(),
  edition: v.number(),
  by: v.nullable(AuditStamp.entries.by),
  at: v.string(),
  about: v.string(),
});
export type ReportEntry = v.InferOutput<typeof ReportEntry>;

export const ReportRecord = v.strictObject({
  unit: v.string(),
  from: v.string(),
  to: v.string(),
  ...edition,
  version: v.number(),
  textsFrom: v.nullable(v.string()),
  editions: v.array(EarlierEdition),
  log: v.array(ReportEntry),
});
export type ReportRecord = v.InferOutput<typeof ReportRecord>;

/** Example: `dien-khanh~2019~2021`. */
export const reportId = ({ unit, from, to }: Pick<ReportRecord, "unit" | "from" | "to">): string =>
  [unit, from, to].join("~");

export const hashTexts = ({
  texts,
  signing,
  layout,
  padNumbers,
}: Pick<ReportRecord, "texts" | "signing" | "layout" | "padNumbers">): string =>
  hashValue({ texts, signing, layout, ...(padNumbers ? { padNumbers } : {}) });

export const Verification = v.strictObject({
  at: v.string(),
  hash: v.string(),
  /** `ok`: the file is unchanged. `renders`: the current program produces equal bytes. */
  files: v.array(
    v.strictObject({ format: v.picklist(reportFormats), ok: v.boolean(), renders: v.boolean() }),
  ),
  /** Figures that differ between report and current records. */
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

export const Reason = v.pipe(
  requiredProse("report.reason", 1_000),
  v.minLength(10, "report.reason.tooShort"),
);

export const TextsForm = v.strictObject({ version, texts: ReportTexts });
export const SigningForm = v.strictObject({ version, signing: ReportSigning });
export const SignedForm = v.strictObject({
  version,
  file: v.pipe(
    Attachment,
    v.forward(
      v.check(({ type }) => type === "application/pdf", "report.signed.notPdf"),
      ["type"],
    ),
    v.forward(
      v.check(({ id }) => purposeOf(id) === "dossier", "attachment.wrongPurpose"),
      ["id"],
    ),
  ),
});
export const DismissalForm = v.strictObject({
  version,
  warning: v.pipe(v.string("field.invalid"), v.maxLength(400, "field.invalid")),
  reason: v.nullable(Reason),
});
export const MoveForm = v.strictObject({
  version,
  move: v.picklist(reportMoves, "report.move.invalid"),
  number: v.optional(optionalLine("report.number", 40).wrapped),
  signedOn: v.optional(day("report.signedOn")),
  reason: v.optional(optionalProse("report.reason", 1_000).wrapped),
});
export type MoveForm = v.InferOutput<typeof MoveForm>;
