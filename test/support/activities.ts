import { randomBytes } from "node:crypto";
import type { Activity, ActivityForm } from "#core/activities/activity.ts";
import { enterActivity, parseActivity } from "#core/activities/activity.ts";
import { enterModel, type Model, type ModelForm, parseModel } from "#core/activities/model.ts";
import type { FoundOrigin } from "#core/activities/origin.ts";
import type { RecordContext } from "#core/activities/record.ts";
import {
  enterReplication,
  parseReplication,
  type Replication,
  type ReplicationForm,
} from "#core/activities/replication.ts";
import { dayOf } from "#core/base/calendar.ts";
import type { Store } from "../../functions/store/store.ts";
import { commune, neighbour, testNow, units } from "./units.ts";

export const drawRecordId = (): string => randomBytes(16).toString("base64url");

export const recordContext = (now = testNow): RecordContext => ({
  units: new Map(units.map((unit) => [unit.id, unit])),
  stamp: { by: { id: "can-bo-suoi-mo", name: "Trần Thị Hạnh" }, at: now },
  today: dayOf(now),
});

/** Outreach in one meeting of 40 people; `changes` replace whole members. */
export function activityForm(changes: Partial<ActivityForm> = {}): ActivityForm {
  return {
    kind: "outreach",
    from: "2026-03-05",
    to: "2026-03-05",
    title: "Sinh hoạt chi hội về phong trào Đoàn kết sáng tạo",
    content: "Phổ biến kế hoạch năm 2026.",
    forms: ["meeting"],
    audience: "Hội viên, Nhân dân thôn 3",
    sessions: 1,
    participants: 40,
    articles: null,
    broadcasts: null,
    organisations: null,
    hamlets: null,
    evidence: [],
    note: "",
    ...changes,
  };
}

/** A model of the environment, launched in 2025. */
export function modelForm(changes: Partial<ModelForm> = {}): ModelForm {
  return {
    name: "Tuyến đường hoa thôn 3",
    type: "Đường hoa",
    field: "environment",
    area: "Thôn 3",
    foundingNumber: "15/QĐ-MTTQ",
    foundedOn: "2025-02-01",
    launchedOn: "2025-03-10",
    endedOn: null,
    householdsSigned: 120,
    householdsTotal: 150,
    managers: "Ban công tác Mặt trận thôn 3",
    rules: true,
    pilot: false,
    selfManaged: true,
    replicatedFrom: null,
    evidence: [],
    note: "",
    ...changes,
  };
}

export function replicationForm(
  of: ReplicationForm["of"],
  changes: Partial<ReplicationForm> = {},
): ReplicationForm {
  return {
    of,
    startedOn: "2026-02-01",
    description: "Áp dụng tại hai tổ dân phố.",
    effect: "",
    evidence: [],
    note: "",
    ...changes,
  };
}

export const originOfModel = (model: Model, chain: string[] = []): FoundOrigin => ({
  kind: "model",
  id: model.id,
  title: model.name,
  unit: model.unit,
  usable: !model.withdrawn,
  chain,
});

export function buildActivity(changes: Partial<ActivityForm> = {}, unit = commune.id): Activity {
  const context = recordContext();
  const form = parseActivity(activityForm(changes), unit, context);
  return enterActivity(form, { id: drawRecordId(), unit }, context).record;
}

export function buildModel(
  changes: Partial<ModelForm> = {},
  unit = commune.id,
  origin: FoundOrigin | null = null,
): Model {
  const context = { ...recordContext(), origin };
  const head = { id: drawRecordId(), unit };
  return enterModel(parseModel(modelForm(changes), head, context, null), head, context).record;
}

export function buildReplication(
  model: Model,
  changes: Partial<ReplicationForm> = {},
  unit = neighbour.id,
): Replication {
  const origin = originOfModel(model);
  const context = { ...recordContext(), origin };
  const head = { id: drawRecordId(), unit };
  const form = replicationForm({ kind: "model", id: model.id }, changes);
  return enterReplication(parseReplication(form, head, context, null), head, context).record;
}

const entryOf = (record: { version: number; changed: RecordContext["stamp"] }) => ({
  n: record.version,
  action: "enter" as const,
  stamp: record.changed,
  why: "",
  fields: [],
  before: {},
});

/** Writes a model of the neighbour and a replication of it by the commune. */
export async function keepReplication(store: Store): Promise<Replication> {
  const model = buildModel({}, neighbour.id);
  await store.activities.save("model", { record: model, entry: entryOf(model) }, null);
  const record = buildReplication(model, {}, commune.id);
  await store.activities.save("replication", { record, entry: entryOf(record) }, null);
  return record;
}

export async function keepModel(store: Store, record = buildModel()): Promise<Model> {
  await store.activities.save("model", { record, entry: entryOf(record) }, null);
  return record;
}

export async function keepActivity(store: Store, record = buildActivity()): Promise<Activity> {
  await store.activities.save("activity", { record, entry: entryOf(record) }, null);
  return record;
}
