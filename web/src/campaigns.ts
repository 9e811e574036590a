import { createSignal } from "solid-js";
import { isServer } from "solid-js/web";
import type { OpenCampaign, OpenCampaignsView } from "../../functions/api/campaigns/views.ts";
import { getJson } from "./api.ts";
import { keptHeader } from "./public/offline/service-worker-strategy.ts";
import { noteServerTime } from "./server-time.ts";

interface Loaded {
  campaigns: OpenCampaign[] | null;
  upcoming: OpenCampaignsView["upcoming"];
  closed: OpenCampaignsView["closed"];
  arriving: number;
  failed: boolean;
}

const refreshMilliseconds = 3_000;

const [loaded, setLoaded] = createSignal<Loaded>({
  campaigns: null,
  upcoming: [],
  closed: null,
  arriving: 0,
  failed: false,
});
let requested = false;

export async function reloadCampaigns(): Promise<void> {
  requested = true;
  try {
    let kept = false;
    const { now, ...view } = await getJson<OpenCampaignsView>("/api/campaigns/open", {}, (headers) => {
      kept = headers.has(keptHeader);
    });
    // The time in a cached response is outdated.
    if (!kept) noteServerTime(now);
    setLoaded({ ...view, failed: false });
    if (view.arriving > 0) setTimeout(refreshArriving, refreshMilliseconds);
  } catch {
    setLoaded((before) => ({ ...before, failed: true }));
  }
}

/** Updates only `arriving`, because the form depends on the identity of campaign objects. */
async function refreshArriving(): Promise<void> {
  const view = await getJson<OpenCampaignsView>("/api/campaigns/open").catch(() => null);
  const arriving = view?.arriving ?? 0;
  setLoaded((before) => ({ ...before, arriving }));
  if (arriving > 0) setTimeout(refreshArriving, refreshMilliseconds);
}

/** Loads the campaigns on first use, never during the build. */
export function openCampaigns(): Loaded {
  if (!requested && !isServer) void reloadCampaigns();
  return loaded();
}
