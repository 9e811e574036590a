import type { OriginRef } from "#core/activities/origin.ts";
import { overlaps, type Period, yearsOf } from "#core/base/period.ts";
import type { ReportActivity, ReportReplication } from "#core/report/entered-records.ts";
import type { Store } from "../../store/store.ts";
import { nameIn, pathIn, rootsIn, type YearTree } from "./load-trees.ts";

type Records = Pick<Store, "activities" | "initiatives">;

/** Launches and outreach of the unit itself. */
export async function loadActivities(
  store: Records,
  unit: string,
  period: Period,
): Promise<ReportActivity[]> {
  const found: ReportActivity[] = [];
  for (const year of yearsOf(period))
    for await (const summary of store.activities.list("activity", { path: [unit], below: false, year })) {
      if (summary.withdrawn || !overlaps(summary, period)) continue;
      const { id, kind, from, to, title, sessions, participants, articles, broadcasts } = summary;
      const { organisations, hamlets } = summary;
      found.push({
        id,
        kind,
        from,
        to,
        title,
        sessions,
        participants,
        articles,
        broadcasts,
        organisations,
        hamlets,
      });
    }
  return found;
}

/** Maximum number of initiatives read for their titles, because each takes a request. */
const mostInitiatives = 100;

/**
 * Loads confirmed replications, and models with an origin, that begin in the period. Their unit or their origin's
 * unit is `unit` or below it.
 */
export async function loadReplications(
  store: Records,
  unit: string,
  period: Period,
  trees: YearTree[],
): Promise<ReportReplication[]> {
  const found = new Map<string, ReportReplication>();
  const [tree] = trees.slice(-1);
  if (!tree) return [];
  const isBelow = (id: string) => pathIn(tree, id).includes(unit);
  const isWithin = (day: string | null): day is string =>
    day !== null && overlaps({ from: day, to: day }, period);
  const roots = new Set(trees.flatMap((each) => rootsIn(each, unit)));
  for (const root of roots) {
    const list = { path: [root], below: true, year: null };
    for await (const { id, of, withdrawn, originTitle, originUnit, ...own } of store.activities.list(
      "replication",
      list,
    )) {
      if (withdrawn || own.confirmedOn === null || !isWithin(own.startedOn)) continue;
      if (!isBelow(own.unit) && !isBelow(originUnit)) continue;
      found.set(id, {
        ...{ id, of, title: originTitle, originUnit: nameIn(tree, originUnit), unit: nameIn(tree, own.unit) },
        ...{ model: null, since: own.startedOn, until: own.endedOn },
      });
    }
    const origins = new Map<string, { title: string; unit: string } | null>();
    const built = [];
    for await (const model of store.activities.list("model", list)) {
      if (model.withdrawn) continue;
      origins.set(`model ${model.id}`, { title: model.name, unit: model.unit });
      if (model.replicatedFrom && isWithin(model.launchedOn))
        built.push({ ...model, of: model.replicatedFrom, since: model.launchedOn });
    }
    for (const { id, of, name, unit: own, since, endedOn } of built) {
      const origin = await findOrigin(store, of, origins);
      if (!origin || (!isBelow(own) && !isBelow(origin.unit))) continue;
      found.set(id, {
        ...{ id, of, title: origin.title, originUnit: nameIn(tree, origin.unit), unit: nameIn(tree, own) },
        ...{ model: name, since, until: endedOn },
      });
    }
  }
  return [...found.values()];
}

async function findOrigin(
  { initiatives }: Records,
  of: OriginRef,
  known: Map<string, { title: string; unit: string } | null>,
): Promise<{ title: string; unit: string } | null> {
  const place = `${of.kind} ${of.id}`;
  const found = known.get(place);
  if (found !== undefined || of.kind === "model") return found ?? null;
  const read = [...known.keys()].filter((key) => key.startsWith("initiative ")).length;
  const record = read < mostInitiatives ? await initiatives.get(of.id) : null;
  const title = record?.origin === "document" ? record.title : record?.application.title;
  const origin = record && title !== undefined ? { title, unit: record.unit } : null;
  known.set(place, origin);
  return origin;
}
