import { Hono } from "hono/tiny";
import { dayOf } from "#core/base/calendar.ts";
import { intakeAt, stageOn } from "#core/campaigns/campaign.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { viewOpenCampaign } from "./open-campaign.ts";
import { OpenCampaignsView } from "./views.ts";

export const campaigns = new Hono<Env>().get(
  "/open",
  describe(
    "campaign.read",
    "Campaigns that take applications now, and where to send them; which one closed last, which come next",
    OpenCampaignsView,
  ),
  async (c) => {
    const { store, clock, arriving } = c.var.deps;
    const now = clock();
    const today = dayOf(now);
    const all = (await store.directory.campaigns()).sort((a, b) =>
      `${a.closesOn} ${a.id}` < `${b.closesOn} ${b.id}` ? -1 : 1,
    );
    const closed = all
      .filter((campaign) => campaign.state !== "draft" && campaign.opensOn <= today)
      .filter((campaign) => intakeAt(campaign, now) === "closed")
      .sort((a, b) => (a.closesOn < b.closesOn ? 1 : -1));
    const view: OpenCampaignsView = {
      campaigns: [],
      upcoming: all
        .filter((campaign) => stageOn(campaign, today) === "upcoming")
        .map(({ name, opensOn }) => ({ name, opensOn }))
        .sort((a, b) => (a.opensOn < b.opensOn ? -1 : 1)),
      closed: closed[0] ? { name: closed[0].name, closesOn: closed[0].closesOn } : null,
      now,
      arriving: arriving?.() ?? 0,
    };
    for (const campaign of all)
      if (intakeAt(campaign, now) !== "closed") view.campaigns.push(await viewOpenCampaign(c, campaign));
    // While demonstration dossiers arrive, their count changes every second.
    c.header("cache-control", view.arriving > 0 ? "no-store" : "public, max-age=60");
    return c.json(view);
  },
);
