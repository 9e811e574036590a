import type { Campaign, CampaignUnit } from "#core/campaigns/campaign.ts";
import {
  isTransferable,
  type Relocation,
  refreezeUnits,
  registersOf,
  relocationsOf,
  relocationTo,
  transferInitiative,
} from "#core/initiatives/transfer.ts";
import { advanceJob, type Job } from "#core/jobs/job.ts";
import { type Ending, endingsOf } from "#core/units/change.ts";
import { unitsOn } from "#core/units/tree.ts";
import { pathOf, type Unit } from "#core/units/unit.ts";
import type { Store } from "../store/store.ts";
import { retryOnConflict } from "../store/table.ts";
import type { JobStep } from "./handler.ts";

interface RelocateDeps {
  store: Store;
  openDirectory: () => Store["directory"];
  clock: () => string;
  random: (count: number) => Uint8Array;
  wait: (milliseconds: number) => Promise<void>;
}

interface Place {
  campaign: string;
  unit: string;
  register: string;
}

/** The first step lists the places, because the second changes the trees that contain them. */
interface Cursor {
  places: Place[];
  refrozen: boolean;
  at: number;
  page: string | null;
}

const rowsInStep = 200;
const rowsInPage = 50;
const attempts = 5;

/** Milliseconds, longer than the API caches unit trees (60 s in `store/directory.ts`). */
const settledAfter = 75_000;
const pauseBetween = 15_000;

/**
 * Moves open dossiers of ended units to their successors. Repeats until nobody can submit to an ended unit.
 */
export function createRelocateStep(deps: RelocateDeps): JobStep {
  const { store, clock } = deps;
  return async (job) => {
    const relocating = await readRelocation(deps, job);
    if (!relocating) return advanceJob(job, { state: "refused", problem: "unitChange.unknown" }, clock());
    const cursor = job.cursor as Cursor | null;
    if (cursor === null) {
      const first: Cursor = { places: await listPlaces(relocating), refrozen: false, at: 0, page: null };
      return advanceJob(job, { cursor: first }, clock());
    }
    if (!cursor.refrozen) await refreezeTrees(store, relocating, cursor.places);
    cursor.refrozen = true;
    let moved = 0;
    for (let rows = 0; rows < rowsInStep; ) {
      const place = cursor.places[cursor.at];
      if (!place) break;
      const found = await locate(relocating, place);
      const page = found
        ? await store.initiatives.register(place.register, found.campaign.year, cursor.page, rowsInPage)
        : { rows: [], cursor: null };
      for (const { summary } of page.rows)
        if (found && summary.unit === place.unit && (await move(deps, job, found, summary.id))) moved++;
      rows += Math.max(1, page.rows.length);
      cursor.page = page.cursor;
      if (page.cursor === null) cursor.at++;
    }
    const done = job.done + moved;
    const outcome = { moved: done };
    if (cursor.at < cursor.places.length) return advanceJob(job, { cursor, done, outcome }, clock());
    const settled = Date.parse(clock()) - Date.parse(job.requestedAt) >= settledAfter;
    if (settled || cursor.places.length === 0)
      return advanceJob(job, { state: "done", cursor: null, done, total: done, outcome }, clock());
    await deps.wait(pauseBetween);
    return advanceJob(job, { cursor: { ...cursor, at: 0, page: null }, done, outcome }, clock());
  };
}

interface RelocationContext {
  endings: Ending[];
  on: string;
  units: ReadonlyMap<string, Unit>;
  tree: ReadonlyMap<string, Unit>;
  campaigns: Campaign[];
  frozen: (campaign: string) => Promise<ReadonlyMap<string, CampaignUnit>>;
}

/** Null if the change does not exist or ends no unit below the job's unit. */
async function readRelocation(
  { store, openDirectory }: RelocateDeps,
  job: Job,
): Promise<RelocationContext | null> {
  const directory = openDirectory();
  const units = await store.units.now();
  const { endings, on } = endingsOf(await store.units.changes(), Number(job.parameters.change));
  if (!endings.some(({ unit }) => units.has(unit) && pathOf(units, unit).includes(job.unit))) return null;
  const campaigns = (await directory.campaigns()).filter(
    ({ state, evaluatedOn }) => state !== "draft" && evaluatedOn === null,
  );
  return { endings, on, units, tree: unitsOn(units, on), campaigns, frozen: directory.campaignUnits };
}

async function listPlaces({ endings, on, units, campaigns, frozen }: RelocationContext): Promise<Place[]> {
  const places: Place[] = [];
  for (const campaign of campaigns)
    for (const { from } of relocationsOf(campaign, await frozen(campaign.id), units, endings, on))
      for (const register of registersOf(units, from.id))
        places.push({ campaign: campaign.id, unit: from.id, register });
  return places;
}

async function refreezeTrees(
  store: Store,
  relocating: RelocationContext,
  places: readonly Place[],
): Promise<void> {
  const found = await Promise.all(places.map((place) => locate(relocating, place)));
  for (const campaign of relocating.campaigns) {
    const relocations = found.flatMap((each) => (each?.campaign === campaign ? [each.relocation] : []));
    const changed = refreezeUnits(await relocating.frozen(campaign.id), relocations, relocating.endings);
    if (changed.length > 0) await store.units.refreeze(campaign.id, changed);
  }
}

interface Located {
  relocation: Relocation;
  campaign: Campaign;
}

async function locate(
  { endings, tree, campaigns, frozen }: RelocationContext,
  place: Place,
): Promise<Located | null> {
  const campaign = campaigns.find(({ id }) => id === place.campaign);
  const from = campaign && (await frozen(campaign.id)).get(place.unit);
  if (!from) return null;
  const ending = endings.find(({ unit }) => unit === place.unit);
  const to = ending ? ending.receiver : place.unit;
  const relocation = to && relocationTo(campaign, from, tree, to);
  return relocation ? { relocation, campaign } : null;
}

async function move(
  { store, clock, random }: RelocateDeps,
  job: Job,
  { relocation, campaign }: Located,
  id: string,
): Promise<boolean> {
  return retryOnConflict(attempts, async () => {
    const initiative = await store.initiatives.get(id);
    if (initiative?.origin !== "application" || initiative.campaign !== campaign.id) return false;
    if (!isTransferable(initiative, relocation)) return false;
    const actor = { role: "administrator", staff: job.requestedBy } as const;
    const context = { actor, now: clock(), salt: () => random(16) };
    const change = String(job.parameters.change);
    const moved = transferInitiative(initiative, relocation, campaign, change, context);
    await store.initiatives.save(moved, initiative);
    return true;
  });
}
