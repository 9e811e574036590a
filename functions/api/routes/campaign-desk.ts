import { Hono } from "hono";
import * as v from "valibot";
import { dayOf } from "../../core/calendar.ts";
import { Campaign, stageOn } from "../../core/campaign.ts";
import {
  CampaignForm,
  changedFields,
  formOf,
  openCampaign,
  parseCampaign,
  reviseCampaign,
} from "../../core/campaign-draft.ts";
import {
  type CampaignEntry,
  campaignMoves,
  closeCampaign,
  copyCampaign,
  evaluateCampaign,
  parseCampaignMove,
  possibleMoves,
  requireMove,
} from "../../core/campaign-moves.ts";
import { treeOf } from "../../core/campaign-tree.ts";
import { canonicalJson } from "../../core/canonical.ts";
import { declareParticipation, participationPlaces } from "../../core/participation.ts";
import { Problem } from "../../core/problems.ts";
import { day } from "../../core/text.ts";
import { pathOf } from "../../core/unit.ts";
import { validate } from "../../core/validation.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Ctx, Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/request.ts";
import type { CampaignListView, CampaignTreeView, CampaignView } from "../views.ts";
import { readQuery } from "./lists.ts";

const version = v.pipe(v.number("version.invalid"), v.integer("version.invalid"));
const form = v.unknown();
const CreateBody = v.strictObject({ id: Campaign.entries.id, form });
const ChangeBody = v.strictObject({ version, form });
const MoveBody = v.strictObject({
  move: v.picklist(campaignMoves, "move.unknown"),
  version,
  form: v.optional(form, {}),
});

/** What administrators do with campaigns. The public reads `/campaigns/open`. */
export const campaignDesk = new Hono<Env>()
  .get(
    "/",
    describe({ action: "campaign.list", summary: "Campaigns one answers for, the latest first" }),
    async (c) => {
      authoriseStaff(c, "campaign.list");
      const { store, clock } = c.var.deps;
      const today = dayOf(clock());
      const units = await store.directory.units();
      const mine = (await store.directory.campaigns()).filter((campaign) =>
        administers(c, units, campaign.unit),
      );
      const rows = await Promise.all(mine.map((campaign) => withReceiving(c, campaign)));
      const view: CampaignListView = {
        today,
        campaigns: rows
          .map(({ id, year, name, unit, opensOn, closesOn, demo, ...campaign }) => ({
            id,
            year,
            name,
            unit: { id: unit, name: units.get(unit)?.name ?? unit },
            opensOn,
            closesOn,
            stage: stageOn({ opensOn, closesOn, ...campaign }, today),
            councils: campaign.councils.length,
            receives: campaign.receives.length,
            demo,
          }))
          .sort((a, b) => b.year - a.year || (a.opensOn < b.opensOn ? 1 : -1)),
      };
      return c.json(view);
    },
  )
  .post(
    "/",
    describe({
      action: "campaign.manage",
      summary: "Prepare a campaign; the same id and form again give the same draft",
      body: v.strictObject({ id: Campaign.entries.id, form: CampaignForm }),
      created: true,
    }),
    async (c) => {
      authoriseStaff(c, "campaign.list");
      const body = readBody(CreateBody, await readJson(c.req));
      await authoriseOn(c, unitIn(body.form));
      const written = parseCampaign(body.form, await surroundings(c), null);
      const campaign: Campaign = {
        ...written,
        id: body.id,
        version: 1,
        state: "draft",
        evaluatedOn: null,
        demo: false,
        copiedFrom: null,
      };
      return c.json(await create(c, campaign, "create"), 201);
    },
  )
  .get(
    "/tree",
    describe({
      action: "campaign.manage",
      summary: "The units that a campaign of a unit would have if it opened on a day",
      query: { unit: "The campaign's unit", on: "The day it opens" },
    }),
    async (c) => {
      authoriseStaff(c, "campaign.list");
      const asked = readQuery(
        v.object({ unit: v.string("query.required"), on: day("campaign.opensOn.invalid") }),
        c.req.query(),
      );
      await authoriseOn(c, asked.unit);
      const units = await c.var.deps.store.directory.units();
      const tree = treeOf(units, { unit: asked.unit, opensOn: asked.on });
      const view: CampaignTreeView = {
        units: [...tree.values()].map(({ id, code, name, level, system, parent }) => ({
          id,
          code,
          name,
          level,
          system,
          parent: id === asked.unit ? null : parent,
        })),
      };
      return c.json(view);
    },
  )
  .get(
    "/:id",
    describe({ action: "campaign.manage", summary: "A campaign with what was done with it" }),
    async (c) => c.json(await viewCampaign(c, await openForDesk(c))),
  )
  .put(
    "/:id",
    describe({
      action: "campaign.manage",
      summary: "Change a campaign, on the version that was read",
      body: ChangeBody,
    }),
    async (c) => {
      const before = await openForDesk(c);
      const body = readBody(ChangeBody, await readJson(c.req));
      if (body.version !== before.version) throw new Problem("version.conflict");
      const written = parseCampaign(body.form, await surroundings(c), before);
      if (written.unit !== before.unit) await authoriseOn(c, written.unit);
      const changed = changedFields(formOf(before), written);
      if (changed.length === 0) return c.json(await viewCampaign(c, before));
      const after = reviseCampaign(before, written);
      await save(c, before, after, "change", changed);
      return c.json(await viewCampaign(c, after));
    },
  )
  .post(
    "/:id/moves",
    describe({
      action: "campaign.manage",
      summary: "Open, close, evaluate or copy a campaign",
      body: MoveBody,
    }),
    async (c) => {
      const before = await openForDesk(c);
      const { move, version: read, form: given } = readBody(MoveBody, await readJson(c.req));
      const { store, clock } = c.var.deps;
      const now = clock();
      if (move === "copy") {
        const asked = parseCampaignMove("copy", given);
        const copy = copyCampaign(before, asked, await store.directory.units());
        return c.json(await create(c, copy, "copy"));
      }
      const log = await store.campaigns.log(before.id);
      // The answer to a step that was made may have been lost on the way.
      const last = log.at(-1);
      if (
        last?.did === move &&
        last.n === read + 1 &&
        last.by.id === c.var.session?.staff.id &&
        last.n === before.version
      )
        return c.json(await viewCampaign(c, before));
      if (read !== before.version) throw new Problem("version.conflict");
      requireMove(before, move, dayOf(now));
      if (move === "open") {
        const others = await store.directory.campaigns();
        const { campaign, units } = openCampaign(before, { ...(await surroundings(c)), others }, now);
        if (units) await store.campaigns.freeze(campaign.id, units);
        await save(c, before, campaign, move, []);
        return c.json(await viewCampaign(c, campaign));
      }
      const after =
        move === "close"
          ? closeCampaign(before, now)
          : evaluateCampaign(before, parseCampaignMove("evaluate", given).on, now);
      await save(c, before, after, move, []);
      return c.json(await viewCampaign(c, after));
    },
  );

function readBody<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const parsed = validate(schema, input);
  if (!parsed.ok) throw new Problem("campaign.invalid", parsed.errors);
  return parsed.value;
}

const unitIn = (given: unknown): string => {
  const unit = (given as { unit?: unknown } | null)?.unit;
  return typeof unit === "string" ? unit : "";
};

type Units = Awaited<ReturnType<Ctx["var"]["deps"]["store"]["directory"]["units"]>>;

function administers(c: Ctx, units: Units, unit: string): boolean {
  const path = units.has(unit) ? pathOf(units, unit) : [unit];
  return (c.var.session?.grants ?? []).some(
    (grant) => grant.role === "administrator" && path.includes(grant.unit),
  );
}

/** Refuses whoever is no administrator of the unit; one that does not exist is nobody's. */
async function authoriseOn(c: Ctx, unit: string): Promise<void> {
  const units = await c.var.deps.store.directory.units();
  if (!units.has(unit))
    throw new Problem("campaign.invalid", [{ pointer: "/unit", code: "campaign.unit.unknown" }]);
  authoriseStaff(c, "campaign.manage", { units: pathOf(units, unit) });
}

/** The campaign of the address as it stands now, for an administrator of its unit. */
async function openForDesk(c: Ctx): Promise<Campaign> {
  if (!c.var.session) throw new Problem("session.missing");
  const found = await c.var.deps.store.campaigns.now(c.req.param("id") ?? "");
  if (!found) throw new Problem("campaign.notFound");
  const units = await c.var.deps.store.directory.units();
  authoriseStaff(c, "campaign.manage", { units: pathOf(units, found.unit) });
  return withReceiving(c, found);
}

/** Once it has opened, the units that it froze say who takes in applications, also after one of them has ended. */
async function withReceiving(c: Ctx, campaign: Campaign): Promise<Campaign> {
  if (campaign.state === "draft") return campaign;
  const frozen = await c.var.deps.store.directory.campaignUnits(campaign.id);
  return { ...campaign, receives: [...frozen.values()].filter((unit) => unit.receives).map(({ id }) => id) };
}

async function surroundings(c: Ctx) {
  const { directory } = c.var.deps.store;
  const [units, documents] = await Promise.all([directory.units(), directory.documents()]);
  return { units, documents: new Set(documents.keys()) };
}

async function viewCampaign(c: Ctx, campaign: Campaign): Promise<CampaignView> {
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

/** A new draft. One that is there already is the same draft where nobody has touched it since. */
async function create(c: Ctx, campaign: Campaign, did: "create" | "copy"): Promise<CampaignView> {
  const existing = await c.var.deps.store.campaigns.now(campaign.id);
  if (existing) {
    if (canonicalJson(existing) !== canonicalJson(campaign))
      throw new Problem("campaign.taken", [{ pointer: "/id", code: "campaign.id.taken" }]);
    return viewCampaign(c, existing);
  }
  await save(c, null, campaign, did, []);
  return viewCampaign(c, campaign);
}

async function save(
  c: Ctx,
  before: Campaign | null,
  after: Campaign,
  did: CampaignEntry["did"],
  changed: string[],
): Promise<void> {
  const { store, clock } = c.var.deps;
  const { id = "", name = "" } = c.var.session?.staff ?? {};
  const at = clock();
  const stored =
    after.state === "draft"
      ? []
      : (await Promise.all(participationPlaces(after).map(store.figures.declared))).filter(
          (each) => each !== null,
        );
  const figures =
    after.state === "draft"
      ? []
      : declareParticipation(after, stored, { staff: id, name, at }, `${after.name}, ${after.year}`);
  const opens = after.state === "open" && before?.state !== "open";
  const over = opens ? await store.campaigns.openOf(after.unit, after.year) : null;
  const entry: CampaignEntry = { n: after.version, at, by: { id, name }, did, changed };
  await store.campaigns.save({ before, after, entry, over, figures });
}
