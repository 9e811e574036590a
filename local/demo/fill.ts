import { dayOf } from "#core/base/calendar.ts";
import type { ImportedRow } from "../../functions/store/imports.ts";
import type { Store } from "../../functions/store/store.ts";
import { retryOnConflict } from "../../functions/store/table.ts";
import { enterActivities } from "./activities.ts";
import { enterCommendations } from "./commendations.ts";
import { type DossierPlan, planDossiers } from "./dossier-plan.ts";
import { acceptedAt, type DossierKeys, idOf, playDossier } from "./dossiers.ts";
import { enterPastYear } from "./past-year.ts";

export interface DossierSource {
  seed: string;
  /** 256 random bits in base64url. */
  secret: string;
  now: string;
  campaigns: string[];
  past: string | null;
}

interface Filling {
  store: Store;
  source: DossierSource;
  signal: AbortSignal;
  progress: (remaining: number) => void;
}

/** Transaction limit without the register number. */
const itemsAtOnce = 99;
const rowsAtOnce = 30;
const attempts = 8;

export async function planFrom(
  store: Pick<Store, "directory">,
  { seed, now, campaigns }: Omit<DossierSource, "secret" | "past">,
): Promise<DossierPlan[]> {
  const branches = await Promise.all(
    campaigns.map(async (id) => {
      const campaign = await store.directory.campaign(id);
      if (!campaign) throw new Error(`no campaign ${id}`);
      return { campaign, units: [...(await store.directory.campaignUnits(id)).values()] };
    }),
  );
  return planDossiers({ seed, now, branches });
}

/** Writes missing dossiers in order of acceptance and marks their letters as sent. Throws if `signal` aborts. */
export async function fillWithDossiers({ store, source, signal, progress }: Filling): Promise<void> {
  const keys: DossierKeys = { seed: source.seed, secret: Buffer.from(source.secret, "base64url") };
  const plans = await planFrom(store, source);
  let remaining = plans.length;
  progress(remaining);
  const past = source.past === null ? undefined : await store.directory.campaign(source.past);
  if (past) await enterPastYear(store, past, await store.units.now());
  await enterActivities(store, source);
  const { seed, now } = source;
  const year = Number(dayOf(now).slice(0, 4));
  await enterCommendations(store, { seed, now, year, units: await store.units.now(), plans, keys });
  const registers = Map.groupBy(plans, ({ unit, campaign }) => `${unit.id}#${campaign.year}`);
  for (const own of registers.values()) {
    const ordered = own.toSorted((a, b) => ((acceptedAt(a) ?? "~") < (acceptedAt(b) ?? "~") ? -1 : 1));
    for (const portion of portions(ordered)) {
      signal.throwIfAborted();
      await enter(store, portion, keys);
      remaining -= portion.length;
      progress(remaining);
    }
  }
}

function portions(plans: readonly DossierPlan[]): DossierPlan[][] {
  const all: DossierPlan[][] = [];
  let items = itemsAtOnce;
  for (const plan of plans) {
    const size = 1 + plan.schedule.steps.length;
    if (items + size > itemsAtOnce || all.at(-1)?.length === rowsAtOnce) {
      all.push([]);
      items = 0;
    }
    all.at(-1)?.push(plan);
    items += size;
  }
  return all;
}

async function enter(store: Store, plans: readonly DossierPlan[], keys: DossierKeys): Promise<void> {
  const [first] = plans;
  if (!first) return;
  const { unit, campaign } = first;
  // A dossier of this unit may be accepted meanwhile.
  await retryOnConflict(attempts, async () => {
    const existing = await store.imports.existing(plans.map((plan) => idOf(plan, keys)));
    const fresh = plans.filter((plan) => !existing.has(idOf(plan, keys)));
    if (fresh.length === 0) return;
    const last = (await store.initiatives.nextNumber(unit.id, campaign.year)) - 1;
    let taken = 0;
    const rows = fresh.map((plan): ImportedRow => {
      if (acceptedAt(plan) !== null) taken++;
      return playDossier(plan, keys, last + taken);
    });
    await store.receipts.claimMails(
      rows.map(({ initiative, events }) => ({ id: initiative.id, n: events.length + 1 })),
    );
    await store.imports.createRows(rows, { unit: unit.id, year: campaign.year, last, taken });
  });
}
