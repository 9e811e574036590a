import * as v from "valibot";
import type { AuditStamp } from "#core/base/audit-stamp.ts";
import { startOfDay } from "#core/base/calendar.ts";
import { canonicalJson, hashSecret } from "#core/base/canonical.ts";
import { checkAwardYear } from "#core/commendation/award-year.ts";
import { CommendationForm } from "#core/commendation/decision.ts";
import { CommendationId } from "#core/commendation/ids.ts";
import { checkIssue } from "#core/commendation/lifecycle.ts";
import { type CommendationLine, LineForm } from "#core/commendation/line.ts";
import { isSameAct } from "#core/commendation/same-number.ts";
import { messagesVi } from "#core/words/vi/index.ts";
import type { CommendationRow } from "#core/workbook/sheets/commendation-sheet.ts";
import { type RowFault, toFault } from "#core/workbook/sheets/sheet.ts";
import { checkUnitOf, type ImportContext, type Scope } from "./plan.ts";

/**
 * Id of the decision: the row's key if it is an id, else a hash of unit and key (without key: unit, number and day).
 */
export function commendationIdOf({
  unit,
  key,
  number,
  signedOn,
}: Pick<CommendationRow, "unit" | "key" | "number" | "signedOn">): string {
  if (key !== null && v.is(CommendationId, key)) return key;
  return hashSecret(canonicalJson([unit, ...(key === null ? [number, signedOn] : [key])])).slice(0, 22);
}

const lineKeys = Object.keys(LineForm.pipe[0].entries);
const formKeys = Object.keys(CommendationForm.entries);

const pick = (row: CommendationRow, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([key]) => keys.includes(key)));

const formOfRow = (row: CommendationRow): LineForm => pick(row, lineKeys) as unknown as LineForm;

/** Recognises the words that an export writes for an erased name. */
export function lineOfRow(row: CommendationRow, { by, at }: AuditStamp): Omit<CommendationLine, "n"> {
  const erased = row.name === messagesVi["text.erased"];
  const { state, lineGround: ground, lineReason: reason, lineCancelledOn: on } = row;
  const isCancelled = state !== "proposed" && ground !== null && on !== null;
  const cancellation = isCancelled
    ? { ground, reason, on, moneyToRecover: row.lineMoneyToRecover, by, at }
    : null;
  return { ...formOfRow(row), erased, cancellation, ...(erased ? { name: "" } : {}) };
}

export function decisionOfRow(row: CommendationRow) {
  const { unit, state, number, signedOn, ground, reason, cancelledOn, moneyToRecover } = row;
  const isCancelled = state === "cancelled" && ground !== null && cancelledOn !== null;
  return {
    id: commendationIdOf(row),
    unit,
    state,
    number,
    signedOn,
    form: pick(row, formKeys) as unknown as CommendationForm,
    cancellation: isCancelled ? { ground, reason, on: cancelledOn, moneyToRecover } : null,
  };
}

export function checkCommendationRow(
  row: CommendationRow,
  { units, documents }: ImportContext,
  scope: Scope,
  today: string,
): RowFault[] {
  const { state, number, signedOn, key, document, ground, reason, cancelledOn } = row;
  const faults = checkUnitOf(scope, units, row.unit);
  const add = (column: string, code: string) => faults.push({ column, code });
  if (document !== null && !documents.has(document)) add("document", "campaign.basis.unknown");
  faults.push(...checkAwardYear(row.year, today, "/year").map((error) => toFault(error)));
  if (key === null && (number === null || signedOn === null)) add("key", "row.commendation.key");
  const line = v.safeParse(LineForm, formOfRow(row));
  for (const { message, path } of line.issues ?? []) add(String(path?.[0]?.key ?? ""), message);
  if (number !== null && signedOn !== null) {
    const form = { number, signedOn, explanation: "import" };
    faults.push(...checkIssue(row, form, startOfDay(today)).map((error) => toFault(error)));
  }
  faults.push(...checkLineCancellation(row, today));
  if (state === "proposed") return faults;
  if (scope.role === "reviewer") add("state", "row.commendation.issue");
  if (number === null || signedOn === null) add("number", "row.commendation.number");
  if (state === "cancelled" && (ground === null || reason === "" || cancelledOn === null))
    add("ground", "row.commendation.cancellation");
  return [...faults, ...checkDay("cancelledOn", row, today)];
}

/** A line is cancelled only in a decision that was issued, with all that its cancellation needs. */
function checkLineCancellation(row: CommendationRow, today: string): RowFault[] {
  const { state, lineGround, lineReason, lineCancelledOn, lineMoneyToRecover } = row;
  const isEmpty = [lineGround, lineReason || null, lineCancelledOn, lineMoneyToRecover].every(
    (told) => told === null,
  );
  if (isEmpty) return [];
  const isWhole = lineGround !== null && lineReason !== "" && lineCancelledOn !== null;
  return [
    ...(isWhole ? [] : [{ column: "lineGround", code: "row.commendation.cancellation" }]),
    ...(state === "proposed" ? [{ column: "lineGround", code: "row.commendation.lineCancellation" }] : []),
    ...checkDay("lineCancelledOn", row, today),
  ];
}

function checkDay(
  column: "cancelledOn" | "lineCancelledOn",
  { signedOn, [column]: on }: CommendationRow,
  today: string,
): RowFault[] {
  if (on === null) return [];
  const faults: RowFault[] = [];
  if (on > today) faults.push({ column, code: "commendation.cancelledOn.future" });
  if (signedOn !== null && on < signedOn)
    faults.push({ column, code: "commendation.cancelledOn.beforeDecision", params: { day: signedOn } });
  return faults;
}

/**
 * True if two decisions of a sheet are the same. Exported ids distinguish decisions of two units that were accepted
 * with an explanation.
 */
export function isEnteredTwice(row: CommendationRow, other: CommendationRow): boolean {
  if (row.state !== "issued" || other.state !== "issued" || !isSameAct(row, other)) return false;
  const isExported = ({ key }: CommendationRow) => key !== null && v.is(CommendationId, key);
  return row.unit === other.unit || !isExported(row) || !isExported(other);
}

export const isSameDecision = (one: CommendationRow, other: CommendationRow): boolean =>
  canonicalJson(decisionOfRow(one)) === canonicalJson(decisionOfRow(other));
