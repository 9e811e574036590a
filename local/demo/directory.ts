import { randomBytes } from "node:crypto";
import { dayOf } from "#core/base/calendar.ts";
import { freezeUnits } from "#core/campaigns/tree.ts";
import { type Council, createCouncil, drawCouncilId } from "#core/units/council.ts";
import type { Store } from "../../functions/store/store.ts";
import { demoCampaigns, demoCouncils } from "./campaigns.ts";
import type { DossierSource } from "./fill.ts";
import { demoPeople, demoStaff, tourStaff } from "./staff.ts";
import { demoUnits } from "./units.ts";

/** `commune` has only the workbook's units. */
export type Extent = "province" | "commune";

const commune = "xa-dien-khanh";

/** Idempotent; the workbook's units must exist. */
export async function enterDirectory(
  store: Store,
  now: string,
  extent: Extent = "province",
): Promise<Pick<DossierSource, "campaigns" | "past">> {
  const today = dayOf(now);
  const changed = { by: { id: "", name: "" }, at: now };
  const before = await store.units.now();
  const whole = extent === "province";
  const made = whole ? demoUnits(before) : [];
  await store.units.enter(made);
  const units = new Map([...before, ...made.map((unit) => [unit.id, unit] as const)]);

  const kept = new Map(await store.councils.now());
  const councils: Council[] = [];
  for (const { unit, name } of demoCouncils.filter(({ unit }) => units.has(unit))) {
    const around = { units, councils: kept, today };
    const council = createCouncil({ unit, name }, around, drawCouncilId(randomBytes), changed);
    if (!kept.has(council.id)) await store.councils.save(null, council, kept);
    kept.set(council.id, council);
    councils.push(council);
  }

  const { province, education, past } = demoCampaigns(today, units, councils);
  const current = whole ? [province, education] : [{ ...province, receives: [commune] }];
  for (const campaign of whole && past ? [past, ...current] : current) {
    if (await store.campaigns.now(campaign.id)) continue;
    await store.campaigns.freeze(campaign.id, freezeUnits(units, campaign, new Set(campaign.receives)));
    const entry = { n: campaign.version, at: now, by: changed.by, did: "create" as const, changed: [] };
    // `freeze` has stored the receiving units.
    const after = { ...campaign, receives: [] };
    await store.campaigns.save({ before: null, after, entry, over: null, figures: [] });
  }

  const councilAt = (unit: string) => councils.find((council) => council.unit === unit)?.id ?? "";
  await store.staff.put(...demoStaff(councilAt, whole ? demoPeople : tourStaff));
  return { campaigns: current.map(({ id }) => id), past: whole && past ? past.id : null };
}
