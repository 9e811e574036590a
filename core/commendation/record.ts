import * as v from "valibot";
import { AuditStamp } from "#core/base/audit-stamp.ts";
import { canonicalJson } from "#core/base/canonical.ts";
import { Bloc, type BlocForm } from "./bloc.ts";
import { Nomination, type NominationForm } from "./nomination.ts";
import type { Step } from "./step.ts";

export const AwardRecord = v.variant("kind", [Bloc, Nomination]);
export type AwardRecord = v.InferOutput<typeof AwardRecord>;
export type AwardRecordKind = AwardRecord["kind"];

type RecordForm<R extends AwardRecord> = R extends { kind: "bloc" } ? BlocForm : NominationForm;

/** Append-only log entry; `n` is the version after the entry. */
export const AwardRecordEntry = v.strictObject({
  n: v.number(),
  ...AuditStamp.entries,
  did: v.picklist(["write", "erase"]),
  request: v.string(),
});
export type AwardRecordEntry = v.InferOutput<typeof AwardRecordEntry>;

export interface AwardRecordWrite<R extends AwardRecord = AwardRecord> {
  before: R | null;
  after: R;
  entry: AwardRecordEntry;
}

/** Null if nothing changes. */
export function writeRecord<R extends AwardRecord>(
  before: R | null,
  head: Pick<R, "kind" | "id" | "unit" | "path">,
  form: RecordForm<R>,
  { by, at, request }: Step,
  did: AwardRecordEntry["did"] = "write",
): AwardRecordWrite<R> | null {
  const version = (before?.version ?? 0) + 1;
  const after = { ...(before ?? head), ...form, version, changed: { by, at } } as unknown as R;
  const said = (record: R) => canonicalJson({ ...record, version: 0, changed: null });
  if (before && said(before) === said(after)) return null;
  return { before, after, entry: { n: version, by, at, did, request } };
}
