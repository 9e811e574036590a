import { Hono } from "hono/tiny";
import * as v from "valibot";
import { anyFormOf, version } from "#core/base/bounds.ts";
import { dayOf } from "#core/base/calendar.ts";
import { parseAs } from "#core/base/parsing.ts";
import { Problem } from "#core/base/problems.ts";
import { day } from "#core/base/text.ts";
import { Campaign } from "#core/campaigns/campaign.ts";
import {
  CampaignForm,
  changedFields,
  formOf,
  openCampaign,
  parseCampaign,
  resolveCouncils,
  reviseCampaign,
} from "#core/campaigns/form.ts";
import {
  campaignMoveForms,
  campaignMoves,
  closeCampaign,
  copyCampaign,
  evaluateCampaign,
  parseCampaignMove,
  requireMove,
} from "#core/campaigns/lifecycle.ts";
import { treeOf } from "#core/campaigns/tree.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { readQuery } from "../query.ts";
import { findUnit, unitIn } from "../units/named-unit.ts";
import {
  administers,
  authoriseCampaign,
  createCampaign,
  openForDesk,
  rowOf,
  saveCampaign,
  surroundings,
  viewCampaign,
  withReceiving,
} from "./campaign-record.ts";
import { viewOpenCampaign } from "./open-campaign.ts";
import { CampaignListView, CampaignTreeView, CampaignView, PaperCampaignsView } from "./views.ts";

const form = v.unknown();
const CreateBody = v.strictObject({ id: Campaign.entries.id, form });
const ChangeBody = v.strictObject({ version, form });
const MoveBody = v.strictObject({
  move: v.picklist(campaignMoves, "move.unknown"),
  version,
  form: v.optional(form, {}),
});

export const campaignDesk = new Hono<Env>()
  .get(
    "/",
    describe("campaign.list", "Campaigns one answers for, the latest first", CampaignListView),
    async (c) => {
      authoriseStaff(c, "campaign.list");
      const { store, clock } = c.var.deps;
      const today = dayOf(clock());
      const units = await store.directory.units();
      const mine = (await store.directory.campaigns()).filter((campaign) =>
        administers(c, units, campaign.unit),
      );
      const rows = await Promise.all(mine.map((campaign) => withReceiving(c, campaign)));
      return c.json<CampaignListView>({
        today,
        campaigns: rows
          .map((campaign) => rowOf(campaign, units.get(campaign.unit)?.name ?? campaign.unit, today))
          .sort((a, b) => b.year - a.year || (a.opensOn < b.opensOn ? 1 : -1)),
      });
    },
  )
  .post(
    "/",
    describe(
      "campaign.manage",
      "Prepare a campaign; the same id and form again give the same draft",
      CampaignView,
      { status: 201, body: v.strictObject({ id: Campaign.entries.id, form: CampaignForm }) },
    ),
    async (c) => {
      authoriseStaff(c, "campaign.list");
      const body = parseAs("campaign.invalid", CreateBody, await readJson(c));
      await authoriseCampaign(c, unitIn(body.form));
      const around = await surroundings(c);
      const written = parseCampaign(body.form, around, null);
      const campaign: Campaign = {
        ...written,
        councils: resolveCouncils(written.councils, around),
        id: body.id,
        version: 1,
        state: "draft",
        evaluatedOn: null,
        demo: false,
        copiedFrom: null,
      };
      return c.json(await createCampaign(c, campaign, "create"), 201);
    },
  )
  .get(
    "/tree",
    describe(
      "campaign.manage",
      "The units that a campaign of a unit would have if it opened on a day",
      CampaignTreeView,
      { query: { unit: "The campaign's unit", on: "The day it opens" } },
    ),
    async (c) => {
      authoriseStaff(c, "campaign.list");
      const asked = readQuery(
        v.object({ unit: v.string("query.required"), on: day("campaign.opensOn") }),
        c.req.query(),
      );
      await authoriseCampaign(c, asked.unit);
      const units = await c.var.deps.store.directory.units();
      const tree = treeOf(units, { unit: asked.unit, opensOn: asked.on });
      return c.json<CampaignTreeView>({
        units: [...tree.values()].map(({ id, code, name, level, system, parent }) => ({
          id,
          code,
          name,
          level,
          system,
          parent: id === asked.unit ? null : parent,
        })),
      });
    },
  )
  .get(
    "/paper",
    describe(
      "initiative.enterPaper",
      "The campaigns for which papers of a unit may be typed in, also after they have closed",
      PaperCampaignsView,
      { query: { unit: "A unit whose inbox one clears" } },
    ),
    async (c) => {
      const { unit, path } = await findUnit(c, c.req.query("unit"));
      authoriseStaff(c, "initiative.enterPaper", { units: path });
      const { store, clock } = c.var.deps;
      const today = dayOf(clock());
      const mine = (each: { path: string[] }) => each.path.includes(unit.id);
      const all = (await store.directory.campaigns())
        .filter((campaign) => campaign.state !== "draft" && campaign.opensOn <= today)
        .sort((a, b) => b.year - a.year || (a.closesOn < b.closesOn ? 1 : -1));
      const views = await Promise.all(all.map((campaign) => viewOpenCampaign(c, campaign, mine)));
      return c.json<PaperCampaignsView>({ today, campaigns: views.filter(({ units }) => units.length > 0) });
    },
  )
  .get(
    "/:id",
    describe("campaign.manage", "A campaign with what was done with it", CampaignView),
    async (c) => c.json(await viewCampaign(c, await openForDesk(c))),
  )
  .put(
    "/:id",
    describe("campaign.manage", "Change a campaign, on the version that was read", CampaignView, {
      body: v.strictObject({ version, form: CampaignForm }),
    }),
    async (c) => {
      const before = await openForDesk(c);
      const body = parseAs("campaign.invalid", ChangeBody, await readJson(c));
      if (body.version !== before.version) throw new Problem("version.conflict");
      const around = await surroundings(c, before);
      const written = parseCampaign(body.form, around, before);
      if (written.unit !== before.unit) await authoriseCampaign(c, written.unit);
      const changed = changedFields(formOf(before), written);
      if (changed.length === 0) return c.json(await viewCampaign(c, before));
      const after = reviseCampaign(before, written, around);
      await saveCampaign(c, before, after, "change", changed);
      return c.json(await viewCampaign(c, after));
    },
  )
  .post(
    "/:id/moves",
    describe("campaign.manage", "Open, close, evaluate or copy a campaign", CampaignView, {
      body: v.strictObject({ ...MoveBody.entries, form: v.optional(anyFormOf(campaignMoveForms)) }),
    }),
    async (c) => {
      const before = await openForDesk(c);
      const { move, version: read, form: given } = parseAs("campaign.invalid", MoveBody, await readJson(c));
      const { store, clock } = c.var.deps;
      const now = clock();
      if (move === "copy") {
        const asked = parseCampaignMove("copy", given);
        const copy = copyCampaign(before, asked, await surroundings(c));
        return c.json(await createCampaign(c, copy, "copy"));
      }
      const log = await store.campaigns.log(before.id);
      // Handles a retry.
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
        const { campaign, units } = openCampaign(before, { ...(await surroundings(c, before)), others }, now);
        if (units) await store.campaigns.freeze(campaign.id, units);
        await saveCampaign(c, before, campaign, move, []);
        return c.json(await viewCampaign(c, campaign));
      }
      const after =
        move === "close"
          ? closeCampaign(before, now)
          : evaluateCampaign(before, parseCampaignMove("evaluate", given).on, now);
      await saveCampaign(c, before, after, move, []);
      return c.json(await viewCampaign(c, after));
    },
  );
