import type { ImportedRow } from "../../functions/store/imports.ts";
import type { Store } from "../../functions/store/store.ts";
import { retryOnConflict } from "../../functions/store/table.ts";
import { type DossierPlan, planDossiers } from "./dossier-plan.ts";
import { acceptedAt, idOf, type Making, playDossier } from "./dossiers.ts";
import { enterPastYear } from "./past-year.ts";

/** What the dossiers of a demonstration are made from, as it was noted at its first start: made again, they are the same. */
export interface DossierSource {
  seed: string;
  /** 256 random bits in base64url, kept with the data: ids, access keys and salts derive from it. */
  secret: string;
  /** The instant of the first start, up to which the dossiers have come (ISO 8601). */
  now: string;
  campaigns: string[];
  /** Last year's campaign, or null where there is none. */
  past: string | null;
}

interface Filling {
  store: Store;
  source: DossierSource;
  signal: AbortSignal;
  /** Told how many dossiers are still to come. */
  progress: (remaining: number) => void;
}

/** What a transaction takes, less the register's number. */
const itemsAtOnce = 99;
const rowsAtOnce = 30;
const attempts = 8;

/** The dossiers that a demonstration brings, by the campaigns and units that the store holds. */
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

/**
 * Writes last year's figures, then the dossiers of a demonstration that are not there yet, register after register in the order of their acceptance, whole: each as its last step left it. Letters about
 * what they have been through are claimed beforehand, so that none is sent. Begun again, it goes on where it was. Throws where `signal` ends it.
 */
export async function fillWithDossiers({ store, source, signal, progress }: Filling): Promise<void> {
  const making: Making = { seed: source.seed, secret: Buffer.from(source.secret, "base64url") };
  const plans = await planFrom(store, source);
  let remaining = plans.length;
  progress(remaining);
  const past = source.past === null ? undefined : await store.directory.campaign(source.past);
  if (past) await enterPastYear(store, past, await store.units.now());
  const registers = Map.groupBy(plans, ({ unit, campaign }) => `${unit.id}#${campaign.year}`);
  for (const own of registers.values()) {
    const ordered = own.toSorted((a, b) => ((acceptedAt(a) ?? "~") < (acceptedAt(b) ?? "~") ? -1 : 1));
    for (const portion of portions(ordered)) {
      signal.throwIfAborted();
      await enter(store, portion, making);
      remaining -= portion.length;
      progress(remaining);
    }
  }
}

/** As many dossiers as one transaction takes: each is its record and an event a step. */
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

/** Enters dossiers of one register under its next numbers, those that are there already passed over. */
async function enter(store: Store, plans: readonly DossierPlan[], making: Making): Promise<void> {
  const [first] = plans;
  if (!first) return;
  const { unit, campaign } = first;
  // A conflict: somebody accepted a dossier of this unit meanwhile.
  await retryOnConflict(attempts, async () => {
    const existing = await store.imports.existing(plans.map((plan) => idOf(plan, making)));
    const fresh = plans.filter((plan) => !existing.has(idOf(plan, making)));
    if (fresh.length === 0) return;
    const last = (await store.initiatives.nextNumber(unit.id, campaign.year)) - 1;
    let taken = 0;
    const rows = fresh.map((plan): ImportedRow => {
      if (acceptedAt(plan) !== null) taken++;
      return playDossier(plan, making, last + taken);
    });
    await store.receipts.claimMails(
      rows.map(({ initiative, events }) => ({ id: initiative.id, n: events.length + 1 })),
    );
    await store.imports.createRows(rows, { unit: unit.id, year: campaign.year, last, taken });
  });
}
