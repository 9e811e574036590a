import type { AuditStamp } from "#core/base/audit-stamp.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import type { CommendationDecision, CommendationEntry } from "./decision.ts";
import type { CommendationLine } from "./line.ts";

// Without schemas, since the public API's bundle contains it.

export interface CommendationWrite {
  before: CommendationDecision | null;
  after: CommendationDecision;
  entry: CommendationEntry;
  lines: { before: CommendationLine | null; after: CommendationLine | null }[];
  /** Earlier log entries from which an erasure removes names. */
  rewritten: CommendationEntry[];
}

/** Actor, time, and request id drawn by the client. */
export interface Step extends AuditStamp {
  request: string;
}

type Deed = Pick<CommendationEntry, "did"> & Partial<Pick<CommendationEntry, "lines" | "reason">>;

export function writeStep(
  before: CommendationDecision | null,
  changed: Omit<CommendationDecision, "version" | "changedAt">,
  { did, lines = [], reason = "" }: Deed,
  { by, at, request }: Step,
): CommendationWrite {
  const version = (before?.version ?? 0) + 1;
  const { number, signedOn } = changed;
  return {
    before,
    after: { ...changed, version, changedAt: at },
    entry: { n: version, by, at, did, request, lines, number, signedOn, reason },
    lines: [],
    rewritten: [],
  };
}

/** Throws `commendation.invalid` for an unknown or repeated number. */
export function findLines(kept: readonly CommendationLine[], numbers: readonly number[]): CommendationLine[] {
  const byNumber = new Map(kept.map((line) => [line.n, line]));
  const errors = numbers.flatMap((n, i): FieldError[] => {
    if (!byNumber.has(n)) return [{ pointer: `/lines/${i}`, code: "commendation.line.unknown" }];
    return numbers.indexOf(n) < i ? [{ pointer: `/lines/${i}`, code: "commendation.line.twice" }] : [];
  });
  if (errors.length > 0) throw new Problem("commendation.invalid", errors);
  return numbers.map((n) => byNumber.get(n) as CommendationLine);
}
