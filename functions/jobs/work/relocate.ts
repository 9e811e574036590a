import type { Campaign, CampaignUnit } from "../../core/campaign.ts";
import { advanceJob, type Job } from "../../core/job.ts";
import { Problem } from "../../core/problems.ts";
import { endingsOf } from "../../core/relocation.ts";
import {
  isTransferable,
  type Relocation,
  refreeze,
  registersOf,
  relocationsOf,
  transferInitiative,
} from "../../core/transfer.ts";
import type { Store } from "../../store/store.ts";
import type { JobStep } from "../work-handler.ts";

interface RelocateDeps {
  store: Store;
  /** Campaigns and what they froze as they are now: a directory that remembers nothing. */
  openDirectory: () => Store["directory"];
  clock: () => string;
  random: (count: number) => Uint8Array;
  wait: (milliseconds: number) => Promise<void>;
}

/** A register of a unit in which dossiers to be moved may stand. */
interface Place {
  relocation: Relocation;
  campaign: Campaign;
  register: string;
}

/** The place at which the next step goes on, and how far in it. */
interface Cursor {
  place: number;
  page: string | null;
}

const rowsInStep = 200;
const rowsInPage = 50;
const attempts = 5;

/** As long as the API may take in dossiers by a tree that it remembers (60 s, see `store/directory.ts`), and a margin. */
const settledAfter = 75_000;
const pauseBetween = 15_000;

/**
 * Moves the open dossiers of the units that a change ended (parameter `change`: its number) to whoever took over. Each step moves some hundreds; a dossier
 * that has been moved is none to move, so steps may run twice. Once through, it goes round again until nobody can still hand in to a unit that ended.
 */
export function createRelocateStep(deps: RelocateDeps): JobStep {
  const { store, clock } = deps;
  return async (job) => {
    const directory = deps.openDirectory();
    const places = await listPlaces(store, directory, Number(job.parameters.change));
    if (job.cursor === null) await refreezeAll(store, places);
    const cursor: Cursor = (job.cursor as Cursor | null) ?? { place: 0, page: null };
    let moved = 0;
    for (let rows = 0; rows < rowsInStep; ) {
      const place = places[cursor.place];
      if (!place) break;
      const { register } = place;
      const page = await store.initiatives.register(register, place.campaign.year, cursor.page, rowsInPage);
      for (const { summary } of page.rows)
        if (summary.unit === place.relocation.from.id && (await move(deps, job, place, summary.id))) moved++;
      rows += page.rows.length;
      cursor.page = page.cursor;
      if (page.cursor === null) cursor.place++;
    }
    const done = job.done + moved;
    const outcome = { moved: done };
    if (cursor.place < places.length) return advanceJob(job, { cursor, done, outcome }, clock());
    const settled = Date.parse(clock()) - Date.parse(job.requestedAt) >= settledAfter;
    if (settled || places.length === 0)
      return advanceJob(job, { state: "done", cursor, done, total: done, outcome }, clock());
    await deps.wait(pauseBetween);
    return advanceJob(job, { cursor: { place: 0, page: null }, done, outcome }, clock());
  };
}

/** Every place where there may be something to move, in the same order at each step. Years whose councils have finished stay as they are. */
async function listPlaces(store: Store, directory: Store["directory"], n: number): Promise<Place[]> {
  const { endings, on } = endingsOf(await store.units.changes(), n);
  const units = await store.units.now();
  const places: Place[] = [];
  const campaigns = (await directory.campaigns()).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const campaign of campaigns) {
    if (campaign.state === "draft" || campaign.evaluatedOn !== null) continue;
    const frozen = await directory.campaignUnits(campaign.id);
    for (const relocation of relocationsOf(campaign, frozen, units, endings, on))
      for (const register of registersOf(units, relocation.from.id))
        places.push({ relocation, campaign, register });
  }
  return places;
}

/** A unit that several flow into takes in applications where one of them did. */
async function refreezeAll(store: Store, places: readonly Place[]): Promise<void> {
  const campaigns = new Map<string, Map<string, CampaignUnit>>();
  for (const { relocation } of places) {
    const units = campaigns.get(relocation.campaign) ?? new Map<string, CampaignUnit>();
    campaigns.set(relocation.campaign, units);
    for (const unit of refreeze(relocation)) {
      const receives =
        unit.receives || (unit.id === relocation.to.id && units.get(unit.id)?.receives === true);
      units.set(unit.id, { ...unit, receives });
    }
  }
  for (const [campaign, units] of campaigns) await store.units.refreeze(campaign, [...units.values()]);
}

/** Moves one dossier, also where somebody else acts on it meanwhile; false where it is none to move. */
async function move(
  { store, clock, random }: RelocateDeps,
  job: Job,
  place: Place,
  id: string,
): Promise<boolean> {
  const { relocation, campaign } = place;
  for (let attempt = 1; ; attempt++) {
    const initiative = await store.initiatives.get(id);
    if (initiative?.origin !== "application" || initiative.campaign !== campaign.id) return false;
    if (!isTransferable(initiative, relocation)) return false;
    const actor = { role: "administrator", staff: job.requestedBy } as const;
    const acting = { actor, now: clock(), salt: () => random(16) };
    const change = String(job.parameters.change);
    try {
      await store.initiatives.save(
        transferInitiative(initiative, relocation, campaign, change, acting),
        initiative,
      );
      return true;
    } catch (error) {
      if (!(error instanceof Problem && error.code === "version.conflict") || attempt === attempts)
        throw error;
    }
  }
}
