import * as v from "valibot";
import { Activity, ActivitySummary } from "#core/activities/activity.ts";
import { Model, ModelSummary } from "#core/activities/model.ts";
import { OriginRef } from "#core/activities/origin.ts";
import { LogEntry } from "#core/activities/record.ts";
import { Replication, ReplicationSummary } from "#core/activities/replication.ts";
import { SpreadRow } from "#core/activities/spread.ts";
import { AttachmentView } from "../initiatives/views.ts";
import { Named } from "../units/views.ts";

/** `below`: the list includes all units below. */
const list = {
  unit: Named,
  below: v.boolean(),
  cursor: v.nullable(v.string()),
  writes: v.boolean(),
  today: v.string(),
};

const unitName = v.string();

export const ActivityListView = v.strictObject({
  ...list,
  year: v.number(),
  items: v.array(v.strictObject({ ...ActivitySummary.entries, unitName })),
});
export type ActivityListView = v.InferOutput<typeof ActivityListView>;

export const ModelListView = v.strictObject({
  ...list,
  items: v.array(v.strictObject({ ...ModelSummary.entries, unitName })),
});
export type ModelListView = v.InferOutput<typeof ModelListView>;

export const ReplicationListView = v.strictObject({
  ...list,
  items: v.array(v.strictObject({ ...ReplicationSummary.entries, unitName })),
});
export type ReplicationListView = v.InferOutput<typeof ReplicationListView>;

/** `log`: newest first. */
const detail = {
  unit: Named,
  evidence: v.array(AttachmentView),
  log: v.array(LogEntry),
  writes: v.boolean(),
  today: v.string(),
};

/** Initiative or model that is applied. The title is empty if the record no longer exists. */
export const OriginView = v.strictObject({ ...OriginRef.entries, title: v.string(), unit: Named });
export type OriginView = v.InferOutput<typeof OriginView>;

export const ActivityView = v.strictObject({ ...detail, record: Activity });
export type ActivityView = v.InferOutput<typeof ActivityView>;

export const ModelView = v.strictObject({
  ...detail,
  record: Model,
  state: ModelSummary.entries.state,
  origin: v.nullable(OriginView),
});
export type ModelView = v.InferOutput<typeof ModelView>;

export const ReplicationView = v.strictObject({
  ...detail,
  record: Replication,
  state: ReplicationSummary.entries.state,
  dueOn: v.nullable(v.string()),
  origin: OriginView,
  confirms: v.boolean(),
});
export type ReplicationView = v.InferOutput<typeof ReplicationView>;

/** `places`: in tree order. */
export const SpreadView = v.strictObject({
  origin: OriginView,
  places: v.array(v.strictObject({ ...SpreadRow.entries, depth: v.number(), unitName })),
  more: v.boolean(),
});
export type SpreadView = v.InferOutput<typeof SpreadView>;

/** Recognised initiatives or models that a unit may name as origins. */
export const OriginListView = v.strictObject({ items: v.array(OriginView), more: v.boolean() });
export type OriginListView = v.InferOutput<typeof OriginListView>;
