import * as v from "valibot";
import type { AuditStamp } from "#core/base/audit-stamp.ts";
import { writeDay } from "#core/base/calendar.ts";
import { firstDay, type Period } from "#core/base/period.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import type { ReportLayout } from "#core/jobs/report-layout.ts";
import {
  type Dismissal,
  hashTexts,
  Issue,
  type MadeFiles,
  type MoveForm,
  Reason,
  type ReportEntry,
  type ReportMove,
  type ReportRecord,
  reportId,
  type SignedFile,
} from "./record.ts";
import { defaultSigning, type ReportSigning } from "./signing.ts";
import type { ReportTexts } from "./texts.ts";

export const Blocker = v.picklist(["report.notMade", "report.warningsOpen", "report.textsChanged"]);
export type Blocker = v.InferOutput<typeof Blocker>;

export function beginReport(
  unit: string,
  { from, to }: Period,
  latest: ReportRecord | null,
  layout: ReportLayout | null,
  padNumbers: boolean | null = null,
): ReportRecord {
  const isPadded = padNumbers ?? latest?.padNumbers ?? false;
  const texts = latest?.texts ?? {};
  return {
    unit,
    from,
    to,
    version: 0,
    edition: 1,
    state: "draft",
    layout: layout ?? latest?.layout ?? "decree30",
    ...(isPadded ? { padNumbers: true } : {}),
    texts,
    signing: latest?.signing ?? defaultSigning,
    textsFrom: latest && Object.values(texts).some(Boolean) ? reportId(latest) : null,
    made: null,
    dismissals: [],
    approved: null,
    issue: null,
    published: null,
    signed: null,
    editions: [],
    log: [],
  };
}

export function openWarnings({
  made,
  dismissals,
}: {
  made: Pick<MadeFiles, "warnings"> | null;
  dismissals: readonly Dismissal[];
}): MadeFiles["warnings"] {
  const handled = new Set(dismissals.map(({ warning }) => warning));
  return (made?.warnings ?? []).filter(({ id }) => !handled.has(id));
}

export function blockersOf(record: ReportRecord): Blocker[] {
  if (!record.made) return ["report.notMade"];
  return [
    ...(openWarnings(record).length > 0 ? (["report.warningsOpen"] as const) : []),
    ...(record.made.textsHash === hashTexts(record) ? [] : (["report.textsChanged"] as const)),
  ];
}

export function allowedMoves({ state, issue, made }: ReportRecord): ReportMove[] {
  if (state === "draft") return ["approve"];
  if (state === "published") return ["reopen"];
  return [...(made?.issued ? (["publish"] as const) : []), ...(issue ? [] : (["number"] as const)), "reopen"];
}

const step = (
  record: ReportRecord,
  change: Partial<ReportRecord>,
  entry: Omit<ReportEntry, "edition" | "version">,
) => ({
  ...record,
  ...change,
  version: record.version + 1,
  log: [...record.log, { ...entry, edition: record.edition, version: record.version + 1 }],
});

const refuse = (...errors: FieldError[]): never => {
  throw new Problem("report.invalid", errors);
};

function requireDraft({ state }: ReportRecord): void {
  if (state !== "draft") throw new Problem("report.notDraft");
}

/** Adds a log entry only if the content changed. Throws `report.notDraft`. */
export function recordFiles(
  record: ReportRecord,
  made: MadeFiles,
  by: AuditStamp["by"] | null,
): ReportRecord {
  requireDraft(record);
  const next = step(record, { made }, { did: "make", by, at: made.at, about: made.dataHash });
  return record.made?.hash === made.hash ? { ...next, log: record.log } : next;
}

export function recordIssuedFiles(record: ReportRecord, made: MadeFiles): ReportRecord {
  return { ...record, made, version: record.version + 1 };
}

export function writeTexts(record: ReportRecord, texts: ReportTexts, stamp: AuditStamp): ReportRecord {
  requireDraft(record);
  return step(record, { texts, textsFrom: null }, { did: "texts", ...stamp, about: "" });
}

export function writeSigning(record: ReportRecord, signing: ReportSigning, stamp: AuditStamp): ReportRecord {
  requireDraft(record);
  return step(record, { signing }, { did: "signing", ...stamp, about: "" });
}

/** Only issued files, which have number and day, may be signed. */
export const maySign = ({ state, made }: ReportRecord): boolean => state !== "draft" && made?.issued === true;

/** Replaces an earlier file; the log keeps both checksums. Throws `report.moveNotAllowed`. */
export function keepSigned(
  record: ReportRecord,
  file: Omit<SignedFile, keyof AuditStamp>,
  stamp: AuditStamp,
): ReportRecord {
  if (!maySign(record)) throw new Problem("report.moveNotAllowed");
  const signed = { ...file, ...stamp };
  return step(record, { signed }, { did: "sign", ...stamp, about: file.sum });
}

/** A null `why` withdraws the dismissal. Throws `report.notDraft`, `report.invalid`. */
export function dismiss(
  record: ReportRecord,
  warning: string,
  why: string | null,
  stamp: AuditStamp,
): ReportRecord {
  requireDraft(record);
  const others = record.dismissals.filter((dismissal) => dismissal.warning !== warning);
  if (why === null)
    return step(record, { dismissals: others }, { did: "takeBack", ...stamp, about: warning });
  if (!record.made?.warnings.some(({ id }) => id === warning))
    refuse({ pointer: "/warning", code: "report.warning.unknown" });
  const dismissals = [...others, { warning, reason: why, ...stamp }];
  return step(record, { dismissals }, { did: "dismiss", ...stamp, about: `${warning}: ${why}` });
}

/**
 * Throws `report.moveNotAllowed`, `report.notReady`, `report.invalid`. A signing day after `endedOn`, the unit's last
 * day, needs a reason.
 */
export function moveReport(
  record: ReportRecord,
  form: MoveForm,
  stamp: AuditStamp,
  today: string,
  endedOn: string | null = null,
): ReportRecord {
  const { move } = form;
  if (!allowedMoves(record).includes(move)) throw new Problem("report.moveNotAllowed");
  switch (move) {
    case "approve": {
      const blockers = blockersOf(record);
      if (blockers.length > 0)
        throw new Problem(
          "report.notReady",
          blockers.map((code) => ({ pointer: "", code, params: { count: openWarnings(record).length } })),
        );
      return step(
        record,
        { state: "approved", approved: stamp },
        { did: move, ...stamp, about: record.made?.dataHash ?? "" },
      );
    }
    case "number": {
      const asked = validate(Issue, { number: form.number, signedOn: form.signedOn });
      if (!asked.ok) return refuse(...asked.errors);
      const issue = asked.value;
      if (issue.signedOn > today) refuse({ pointer: "/signedOn", code: "report.signedOn.future" });
      if (issue.signedOn < firstDay(record.from))
        refuse({ pointer: "/signedOn", code: "report.signedOn.beforePeriod" });
      const reason = form.reason?.trim() ?? "";
      if (endedOn !== null && issue.signedOn > endedOn && reason === "") {
        const params = { day: writeDay(endedOn) };
        refuse({ pointer: "/reason", code: "report.number.afterEnd", params });
      }
      const said = `${issue.number}, ${issue.signedOn}`;
      return step(record, { issue }, { did: move, ...stamp, about: reason ? `${said}: ${reason}` : said });
    }
    case "publish":
      return step(record, { state: "published", published: stamp }, { did: move, ...stamp, about: "" });
    case "reopen": {
      const why = validate(v.object({ reason: Reason }), { reason: form.reason ?? "" });
      if (!why.ok) return refuse(...why.errors);
      return reopen(record, { ...stamp, reason: why.value.reason });
    }
  }
}

function reopen(record: ReportRecord, reopened: AuditStamp & { reason: string }): ReportRecord {
  const { edition, state, layout, made, dismissals, approved, issue, published, signed, padNumbers } = record;
  const { figures: _, ...kept } = made ?? { figures: [] };
  const earlier = {
    ...{ edition, state, layout, dismissals, approved, issue, published, signed, reopened },
    ...(padNumbers ? { padNumbers } : {}),
    made: made && (kept as Omit<MadeFiles, "figures">),
  };
  const { by, at, reason: about } = reopened;
  return {
    ...step(
      record,
      {
        state: "draft",
        made: null,
        approved: null,
        issue: null,
        published: null,
        signed: null,
        editions: [...record.editions, earlier],
      },
      { did: "reopen", by, at, about },
    ),
    edition: edition + 1,
  };
}
