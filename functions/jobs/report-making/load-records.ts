import type { OriginRef } from "#core/activities/origin.ts";
import { overlaps, type Period, yearsOf } from "#core/base/period.ts";
import { titleOf } from "#core/initiatives/initiative.ts";
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
    const origins: Origins = { models: new Map(), initiatives: new Map() };
    const built = [];
    for await (const model of store.activities.list("model", list)) {
      if (model.withdrawn) continue;
      origins.models.set(model.id, { title: model.name, unit: model.unit });
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

interface Origin {
  title: string;
  unit: string;
}

/** `initiatives`: those read so far; null for a missing one. */
interface Origins {
  models: Map<string, Origin>;
  initiatives: Map<string, Origin | null>;
}

async function findOrigin({ initiatives }: Records, of: OriginRef, known: Origins): Promise<Origin | null> {
  if (of.kind === "model") return known.models.get(of.id) ?? null;
  const found = known.initiatives.get(of.id);
  if (found !== undefined) return found;
  const record = known.initiatives.size < mostInitiatives ? await initiatives.get(of.id) : null;
  const origin = record && { title: titleOf(record), unit: record.unit };
  known.initiatives.set(of.id, origin);
  return origin;
}
