import { Hono } from "hono/tiny";
import { dayOf } from "../../core/calendar.ts";
import { isOpen } from "../../core/campaign.ts";
import { formerNamesOf } from "../../core/former-names.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import type { OpenCampaign, OpenCampaignsView } from "../views.ts";

export const campaigns = new Hono<Env>().get(
  "/open",
  describe({
    action: "campaign.read",
    summary: "Campaigns that take applications today, and where to send them",
  }),
  async (c) => {
    const { store, clock } = c.var.deps;
    const today = dayOf(clock());
    const open = (await store.directory.campaigns()).filter((campaign) => isOpen(campaign, today));
    const everyUnit = await store.directory.units();
    const view: OpenCampaignsView = { campaigns: [] };
    for (const campaign of open) {
      const units = await store.directory.campaignUnits(campaign.id);
      const { id, year, name, opensOn, closesOn, merged, consent, demo } = campaign;
      const receiving: OpenCampaign["units"] = [...units.values()]
        .filter((unit) => unit.receives)
        .map((unit) => ({
          id: unit.id,
          code: unit.code,
          name: unit.name,
          level: unit.level,
          system: unit.system,
          within: units.get(unit.path[1] ?? "")?.name ?? null,
          former: formerNamesOf(everyUnit, unit.id),
        }));
      view.campaigns.push({ id, year, name, opensOn, closesOn, merged, consent, demo, units: receiving });
    }
    c.header("cache-control", "public, max-age=60");
    return c.json(view);
  },
);
