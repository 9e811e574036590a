import { startOfDay } from "#core/base/calendar.ts";
import { canonicalJson } from "#core/base/canonical.ts";
import { parseAs } from "#core/base/parsing.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { checkHappened, logEntry, type RecordContext, type Written } from "./record.ts";
import { AnswerForm, type Replication, stateOfReplication } from "./replication.ts";

const checkDay = (day: string, pointer: string, today: string): FieldError[] =>
  checkHappened(day, pointer, { today, unit: undefined, sinceFounding: false });

/**
 * Confirms now, or on the day `on` of an import. Null if confirmed. Throws `replication.moveNotAllowed` for a
 * withdrawn or ended replication, `replication.invalid` for a wrong day.
 */
export function confirmReplication(
  before: Replication,
  { stamp, today }: RecordContext,
  on: string | null = null,
): Written<Replication> | null {
  if (before.confirmed) return null;
  if (before.withdrawn || stateOfReplication(before) === "ended")
    throw new Problem("replication.moveNotAllowed");
  const errors = on === null ? [] : checkDay(on, "/confirmedOn", today);
  if (on !== null && errors.length === 0 && on < before.startedOn)
    errors.push({ pointer: "/confirmedOn", code: "replication.confirmedOn.beforeStart" });
  if (errors.length > 0) throw new Problem("replication.invalid", errors);
  const confirmed = on === null ? stamp : { ...stamp, at: startOfDay(on) };
  const record = { ...before, version: before.version + 1, changed: stamp, confirmed };
  return { record, entry: logEntry("confirm", record) };
}

const maxAnswers = 60;

/** Maximum characters of all notes, so that a cell of a workbook can contain them (32,767 with marks). */
const maxAnswerText = 15_000;

/** Throws `replication.invalid` for a day before the start or last answer, `replication.moveNotAllowed` after the end. */
function requireAnswer(before: Replication, form: AnswerForm, today: string): void {
  if (before.withdrawn || stateOfReplication(before) === "ended" || before.answers.length >= maxAnswers)
    throw new Problem("replication.moveNotAllowed");
  const errors = checkDay(form.on, "/on", today);
  if (errors.length === 0 && form.on < before.startedOn)
    errors.push({ pointer: "/on", code: "replication.answer.beforeStart" });
  if (errors.length === 0 && form.on < (before.answers.at(-1)?.on ?? ""))
    errors.push({ pointer: "/on", code: "replication.answer.beforeLast" });
  const text = [...before.answers, form].reduce((sum, { note }) => sum + note.length, 0);
  if (text > maxAnswerText)
    errors.push({ pointer: "/note", code: "replication.answers.tooLong", params: { max: maxAnswerText } });
  if (errors.length > 0) throw new Problem("replication.invalid", errors);
}

/** Throws `replication.invalid`, or `replication.moveNotAllowed` if withdrawn, ended or at `maxAnswers`. */
export function answerReplication(
  before: Replication,
  input: unknown,
  { stamp, today }: RecordContext,
): Written<Replication> {
  const form = parseAs("replication.invalid", AnswerForm, input);
  requireAnswer(before, form, today);
  const answers = [...before.answers, { ...form, stamp }];
  const record = { ...before, version: before.version + 1, changed: stamp, answers };
  return { record, entry: logEntry("answer", record, { why: form.applied ? "+" : "-" }) };
}

/** Known answers keep their stamps. Null if nothing changes. */
export function writeAnswers(
  before: Replication,
  answers: readonly AnswerForm[],
  { stamp, today }: RecordContext,
  why: string,
): Written<Replication> | null {
  const said = before.answers.map(({ stamp: _, ...answer }) => answer);
  if (canonicalJson(said) === canonicalJson(answers)) return null;
  const kept = new Map(before.answers.map((answer, i) => [canonicalJson(said[i]), answer]));
  const record = {
    ...before,
    version: before.version + 1,
    changed: stamp,
    answers: [] as Replication["answers"],
  };
  for (const answer of answers) {
    requireAnswer(record, answer, today);
    record.answers.push(kept.get(canonicalJson(answer)) ?? { ...answer, stamp });
  }
  return { record, entry: logEntry("change", record, { why, fields: ["answers"] }) };
}
