import { createSignal } from "solid-js";
import { isServer } from "solid-js/web";
import type { OpenCampaign, OpenCampaignsView } from "../../functions/api/campaigns/views.ts";
import { getJson } from "./api.ts";
import { keptHeader } from "./public/offline/service-worker-strategy.ts";
import { noteServerTime } from "./server-time.ts";

interface Loaded {
  /** Null until they are known. */
  campaigns: OpenCampaign[] | null;
  upcoming: OpenCampaignsView["upcoming"];
  closed: OpenCampaignsView["closed"];
  /** How many dossiers of a demonstration are still being entered. */
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

/** Asks again, after a failure or when the list has grown old. */
export async function reloadCampaigns(): Promise<void> {
  requested = true;
  try {
    let kept = false;
    const { now, ...view } = await getJson<OpenCampaignsView>("/api/campaigns/open", {}, (headers) => {
      kept = headers.has(keptHeader);
    });
    // An answer of earlier, shown without a network, says nothing of the time.
    if (!kept) noteServerTime(now);
    setLoaded({ ...view, failed: false });
    if (view.arriving > 0) setTimeout(refreshArriving, refreshMilliseconds);
  } catch {
    setLoaded((before) => ({ ...before, failed: true }));
  }
}

/** Asks how many are still to come until none are; the campaigns stay the objects that they are, since a form hangs on them. */
async function refreshArriving(): Promise<void> {
  const view = await getJson<OpenCampaignsView>("/api/campaigns/open").catch(() => null);
  const arriving = view?.arriving ?? 0;
  setLoaded((before) => ({ ...before, arriving }));
  if (arriving > 0) setTimeout(refreshArriving, refreshMilliseconds);
}

/** The campaigns that take applications now, requested for once a visit; while the pages are built, none. */
export function openCampaigns(): Loaded {
  if (!requested && !isServer) void reloadCampaigns();
  return loaded();
}
