import { dayOf } from "#core/base/calendar.ts";
import { canonicalJson } from "#core/base/canonical.ts";
import { Problem } from "#core/base/problems.ts";
import { type Campaign, stageOn } from "#core/campaigns/campaign.ts";
import { type CampaignEntry, possibleMoves } from "#core/campaigns/lifecycle.ts";
import type { FigureAuthor } from "#core/figures/declared-figure.ts";
import { declareParticipation, participationKeys } from "#core/figures/participation.ts";
import { pathOf } from "#core/units/unit.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Ctx } from "../context.ts";
import type { CampaignRow, CampaignView } from "./views.ts";

type Units = Awaited<ReturnType<Ctx["var"]["deps"]["store"]["directory"]["units"]>>;

export function administers(c: Ctx, units: Units, unit: string): boolean {
  const path = units.has(unit) ? pathOf(units, unit) : [unit];
  return (c.var.session?.grants ?? []).some(
    (grant) => grant.role === "administrator" && path.includes(grant.unit),
  );
}

export async function authoriseCampaign(c: Ctx, unit: string): Promise<void> {
  const units = await c.var.deps.store.directory.units();
  if (!units.has(unit))
    throw new Problem("campaign.invalid", [{ pointer: "/unit", code: "campaign.unit.unknown" }]);
  authoriseStaff(c, "campaign.manage", { units: pathOf(units, unit) });
}

export async function openForDesk(c: Ctx): Promise<Campaign> {
  if (!c.var.session) throw new Problem("session.missing");
  const found = await c.var.deps.store.campaigns.now(c.req.param("id") ?? "");
  if (!found) throw new Problem("campaign.notFound");
  const units = await c.var.deps.store.directory.units();
  authoriseStaff(c, "campaign.manage", { units: pathOf(units, found.unit) });
  return withReceiving(c, found);
}

/** Sets `receives` of an opened campaign to its frozen receiving units, including ended ones. */
export async function withReceiving(c: Ctx, campaign: Campaign): Promise<Campaign> {
  if (campaign.state === "draft") return campaign;
  const frozen = await c.var.deps.store.directory.campaignUnits(campaign.id);
  return { ...campaign, receives: [...frozen.values()].filter((unit) => unit.receives).map(({ id }) => id) };
}

export async function surroundings(c: Ctx, campaign: Campaign | null = null) {
  const { directory, councils } = c.var.deps.store;
  const [units, documents, known, frozen] = await Promise.all([
    directory.units(),
    directory.documents(),
    councils.now(),
    campaign && campaign.state !== "draft" ? directory.campaignUnits(campaign.id) : new Map<string, never>(),
  ]);
  return {
    units,
    documents: new Set(documents.keys()),
    councils: known,
    frozen: new Set(frozen.keys()),
  };
}

export async function viewCampaign(c: Ctx, campaign: Campaign): Promise<CampaignView> {
  const { store, clock } = c.var.deps;
  const today = dayOf(clock());
  return {
    campaign,
    stage: stageOn(campaign, today),
    moves: possibleMoves(campaign, today),
    log: await store.campaigns.log(campaign.id),
    today,
  };
}

/** Creates a draft, or returns an identical existing one. */
export async function createCampaign(
  c: Ctx,
  campaign: Campaign,
  did: "create" | "copy",
): Promise<CampaignView> {
  const existing = await c.var.deps.store.campaigns.now(campaign.id);
  if (existing) {
    if (canonicalJson(existing) !== canonicalJson(campaign))
      throw new Problem("campaign.taken", [{ pointer: "/id", code: "campaign.id.taken" }]);
    return viewCampaign(c, existing);
  }
  await saveCampaign(c, null, campaign, did, []);
  return viewCampaign(c, campaign);
}

export async function saveCampaign(
  c: Ctx,
  before: Campaign | null,
  after: Campaign,
  did: CampaignEntry["did"],
  changed: string[],
): Promise<void> {
  const { store, clock } = c.var.deps;
  const { id = "", name = "" } = c.var.session?.staff ?? {};
  const at = clock();
  const author = { staff: id, name, at };
  const figures = after.state === "draft" ? [] : await launchFigures(c, after, author);
  const opens = after.state === "open" && before?.state !== "open";
  const over = opens ? await placeTakenOver(c, after) : null;
  const entry: CampaignEntry = { n: after.version, at, by: { id, name }, did, changed };
  await store.campaigns.save({ before, after, entry, over, figures });
}

/**
 * Returns the expired campaign that blocks the unit and year, or null. Throws `campaign.openTwice` if the
 * blocking campaign has not expired.
 */
async function placeTakenOver(c: Ctx, { id, unit, year }: Campaign): Promise<string | null> {
  const { store, clock } = c.var.deps;
  const holder = await store.campaigns.openOf(unit, year);
  if (holder === null || holder === id) return null;
  const other = await store.campaigns.now(holder);
  if (other && ["upcoming", "open"].includes(stageOn(other, dayOf(clock()))))
    throw new Problem("campaign.openTwice", [
      { pointer: "/year", code: "campaign.open.other", params: { name: other.name } },
    ]);
  return holder;
}

async function launchFigures(c: Ctx, campaign: Campaign, author: FigureAuthor) {
  const { figures } = c.var.deps.store;
  const stored = await Promise.all(participationKeys(campaign).map(figures.declared));
  const found = stored.filter((figure) => figure !== null);
  return declareParticipation(campaign, found, author, `${campaign.name}, ${campaign.year}`);
}

export function rowOf(campaign: Campaign, unitName: string, today: string): CampaignRow {
  const { id, year, name, unit, opensOn, closesOn, demo, councils, receives } = campaign;
  return {
    id,
    year,
    name,
    unit: { id: unit, name: unitName },
    opensOn,
    closesOn,
    stage: stageOn(campaign, today),
    councils: councils.length,
    receives: receives.length,
    demo,
  };
}
