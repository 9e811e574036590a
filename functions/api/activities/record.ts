import { stateOfModel } from "#core/activities/model.ts";
import type { RecordContext, RecordKind } from "#core/activities/record.ts";
import { questionDueOn, stateOfReplication } from "#core/activities/replication.ts";
import { dayOf } from "#core/base/calendar.ts";
import { Problem } from "#core/base/problems.ts";
import { type Action, may } from "#core/staff/access.ts";
import { pathOf, type Unit } from "#core/units/unit.ts";
import type { RecordOf } from "../../store/activities/records.ts";
import { authoriseStaff } from "../authorise.ts";
import { type Ctx, staffViewer } from "../context.ts";
import { viewAttachments } from "../initiatives/view.ts";
import { stampOf } from "../staff/record.ts";
import { findUnit } from "../units/named-unit.ts";
import { findOrigin, viewOrigin } from "./origin.ts";
import type { ActivityView, ModelView, ReplicationView } from "./views.ts";

/** Returns a unit and the units responsible for it: its path, and successors of an ended unit. */
export async function findResponsible(c: Ctx, id: string | undefined) {
  const { unit, path, reach } = await findUnit(c, id);
  return { unit, path, responsible: unit.validTo === null ? path : reach };
}

/** Superiors of a unit; a root is its own superior. */
export function superiorsOf(units: ReadonlyMap<string, Unit>, id: string): string[] {
  const [, ...above] = pathOf(units, id);
  return above.length > 0 ? above : [id];
}

export async function readContext(c: Ctx): Promise<RecordContext> {
  const stamp = stampOf(c);
  return { units: await c.var.deps.store.directory.units(), stamp, today: dayOf(stamp.at) };
}

/** Throws `<kind>.notFound` or a refusal. */
export async function openRecord<K extends RecordKind>(c: Ctx, kind: K, action: Action) {
  if (!c.var.session) throw new Problem("session.missing");
  const { store } = c.var.deps;
  const found = await store.activities.getWithLog(kind, c.req.param("id") ?? "");
  if (!found) throw new Problem(`${kind}.notFound`);
  const { unit, responsible } = await findResponsible(c, found.record.unit);
  const units =
    action === "replication.confirm"
      ? superiorsOf(await store.directory.units(), found.record.unit)
      : [...new Set([...responsible, ...(unit.validTo === null ? [] : found.record.path)])];
  authoriseStaff(c, action, { units });
  return found;
}

const shownEntries = 50;

export async function viewRecord(
  c: Ctx,
  kind: RecordKind,
  id: string,
): Promise<ActivityView | ModelView | ReplicationView> {
  const { store, clock } = c.var.deps;
  const found = await store.activities.getWithLog(kind, id);
  if (!found) throw new Problem(`${kind}.notFound`);
  const units = await store.directory.units();
  const { unit, responsible } = await findResponsible(c, found.record.unit);
  const viewer = staffViewer(c.var.session);
  const shared = {
    unit: { id: unit.id, name: unit.name },
    evidence: await viewAttachments(c, found.record.evidence),
    log: found.log.toReversed().slice(0, shownEntries),
    writes: may(viewer, "activity.write", { units: responsible }),
    today: dayOf(clock()),
  };
  if (kind === "activity") return { ...shared, record: found.record as RecordOf<"activity"> };
  if (kind === "model") {
    const record = found.record as RecordOf<"model">;
    const { found: origin } = await findOrigin(c, record.replicatedFrom);
    return {
      ...shared,
      record,
      state: stateOfModel(record),
      origin:
        record.replicatedFrom &&
        viewOrigin(units, origin ?? { ...record.replicatedFrom, title: "", unit: "" }),
    };
  }
  const record = found.record as RecordOf<"replication">;
  const { of, originTitle: title, originUnit } = record;
  return {
    ...shared,
    record,
    state: stateOfReplication(record),
    dueOn: questionDueOn(record),
    origin: viewOrigin(units, { ...of, title, unit: originUnit }),
    confirms: may(viewer, "replication.confirm", { units: superiorsOf(units, record.unit) }),
  };
}
