import { sha256 } from "@noble/hashes/sha2.js";
import {
  type Activity,
  type ActivityForm,
  changeActivity,
  enterActivity,
  parseActivity,
} from "#core/activities/activity.ts";
import { changeModel, enterModel, type Model, parseModel } from "#core/activities/model.ts";
import type { FoundOrigin, OriginRef } from "#core/activities/origin.ts";
import type { NewHead, RecordContext, RecordKind, Written } from "#core/activities/record.ts";
import {
  changeReplication,
  enterReplication,
  parseReplication,
  type Replication,
} from "#core/activities/replication.ts";
import { confirmReplication, writeAnswers } from "#core/activities/replication-steps.ts";
import { addModelCheck, parseModelCheck } from "#core/activities/yearly-check.ts";
import { toBase64Url } from "#core/base/base64url.ts";
import { dayOf } from "#core/base/calendar.ts";
import { canonicalJson } from "#core/base/canonical.ts";
import { Problem } from "#core/base/problems.ts";
import type { ActivityRow } from "#core/workbook/sheets/activity-sheet.ts";
import type { ModelRow } from "#core/workbook/sheets/model-sheet.ts";
import type { ReplicationRow } from "#core/workbook/sheets/replication-sheet.ts";
import { type RowFault, toFault } from "#core/workbook/sheets/sheet.ts";

export interface RecordRows {
  activity: ActivityRow;
  model: ModelRow;
  replication: ReplicationRow;
}

type RecordOfKind = { activity: Activity; model: Model; replication: Replication };

/** Converts a record to its row, with its id as key and without evidence. */
export const recordRow: { [K in RecordKind]: (record: RecordOfKind[K]) => RecordRows[K] } = {
  activity: ({ id, version, path, year, withdrawn, changed, evidence, ...row }) => ({ ...row, key: id }),
  model: ({ id, version, path, year, withdrawn, changed, evidence, replicatedFrom, ...row }) => ({
    ...row,
    key: id,
    replicatedFrom: replicatedFrom?.id ?? null,
  }),
  replication: ({ id, unit, of, startedOn, description, effect, note, confirmed, answers }) => ({
    ...{ key: id, unit, of: of.id, startedOn, description, effect, note },
    confirmedOn: confirmed ? dayOf(confirmed.at) : null,
    answers: answers.map(({ stamp, ...answer }) => answer),
  }),
};

export const isRecordRow = <K extends RecordKind>(
  kind: K,
  row: RecordRows[K],
  record: RecordOfKind[K],
): boolean =>
  canonicalJson({ ...recordRow[kind](record), key: null }) === canonicalJson({ ...row, key: null });

const recordId = /^[\w-]{22}$/;

const nameOf: { [K in RecordKind]: (row: RecordRows[K]) => string } = {
  activity: ({ kind, from, title }) => `${kind} ${from} ${title}`,
  model: ({ name }) => name,
  replication: ({ of }) => of,
};

/** Exported id, else a hash of unit and key or name, so that a repeated import creates no new record. */
export function recordIdOf<K extends RecordKind>(kind: K, row: RecordRows[K]): string {
  if (row.key !== null && recordId.test(row.key)) return row.key;
  const text = [kind, row.unit, row.key ?? `=${nameOf[kind](row)}`].join("\n");
  return toBase64Url(sha256(new TextEncoder().encode(text)).subarray(0, 16));
}

/** Ids of models have 22 characters; ids of initiatives do not. */
export const originOf = (id: string): OriginRef => ({ kind: recordId.test(id) ? "model" : "initiative", id });

export interface RowAround extends RecordContext {
  origin: FoundOrigin | null;
}

export function faultsOf(run: () => unknown): RowFault[] {
  try {
    run();
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.errors.map((each) => toFault(each));
  }
}

function atCell<T>(pointer: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, errors } = error;
    const faults = errors.length > 0 ? errors : [{ pointer, code: `problem.${code}` }];
    throw new Problem(
      code,
      faults.map((each) => ({ ...each, pointer })),
    );
  }
}

type Step<R> = (record: R) => Written<R> | null;

/** Writes that bring a record to its row's state, in order; empty if nothing changes. Throws `<kind>.invalid`. */
export const rowWrites: {
  [K in RecordKind]: (
    row: RecordRows[K],
    before: RecordOfKind[K] | null,
    around: RowAround,
    why: string,
  ) => Written<RecordOfKind[K]>[];
} = {
  activity: ({ unit, key, ...row }, before, around, why) => {
    const head: NewHead = { id: recordIdOf("activity", { unit, key, ...row }), unit };
    const form: ActivityForm = parseActivity({ ...row, evidence: before?.evidence ?? [] }, unit, around);
    const first = before
      ? changeActivity(before, form, { withdrawn: before.withdrawn, why }, around)
      : enterActivity(form, head, around);
    return first ? [first] : [];
  },
  model: ({ unit, key, checks, replicatedFrom, ...row }, before, around, why) => {
    const id = recordIdOf("model", { unit, key, checks, replicatedFrom, ...row });
    const origin = replicatedFrom === null ? null : originOf(replicatedFrom);
    const input = { ...row, replicatedFrom: origin, evidence: before?.evidence ?? [] };
    const form = parseModel(input, { id, unit }, around, before);
    const first = before
      ? changeModel(before, form, { withdrawn: before.withdrawn, why }, around)
      : enterModel(form, { id, unit }, around);
    const steps = checks.map(
      (check): Step<Model> =>
        (model) =>
          addModelCheck(
            model,
            atCell("/checks", () => parseModelCheck(check, model, around)),
            around,
          ),
    );
    return follow(before, first, steps);
  },
  replication: ({ unit, key, of, confirmedOn, answers, ...row }, before, around, why) => {
    const id = recordIdOf("replication", { unit, key, of, confirmedOn, answers, ...row });
    const input = { ...row, of: originOf(of), evidence: before?.evidence ?? [] };
    const form = parseReplication(input, { id, unit }, around, before);
    const first = before
      ? changeReplication(before, form, { withdrawn: before.withdrawn, why }, around)
      : enterReplication(form, { id, unit }, around);
    const confirm: Step<Replication> = (record) => {
      const told = record.confirmed && dayOf(record.confirmed.at);
      if (confirmedOn === null || told === confirmedOn) return null;
      if (told !== null)
        throw new Problem("replication.invalid", [{ pointer: "/confirmedOn", code: "row.differs" }]);
      return atCell("/confirmedOn", () => confirmReplication(record, around, confirmedOn));
    };
    const answer: Step<Replication> = (record) =>
      answers.length === 0 ? null : atCell("/answers", () => writeAnswers(record, answers, around, why));
    return follow(before, first, [confirm, answer]);
  },
};

function follow<R>(before: R | null, first: Written<R> | null, steps: readonly Step<R>[]): Written<R>[] {
  const writes = first ? [first] : [];
  for (const step of steps) {
    const record = writes.at(-1)?.record ?? before;
    const written = record && step(record);
    if (written) writes.push(written);
  }
  return writes;
}
