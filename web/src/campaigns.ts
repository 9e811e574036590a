import { createSignal } from "solid-js";
import { isServer } from "solid-js/web";
import type { OpenCampaign, OpenCampaignsView } from "../../functions/api/views.ts";
import { getJson } from "./api.ts";
import { keptHeader } from "./offline/kept-header.ts";
import { noteServerTime } from "./server-time.ts";

interface Loaded {
  /** Null until they are known. */
  campaigns: OpenCampaign[] | null;
  upcoming: OpenCampaignsView["upcoming"];
  closed: OpenCampaignsView["closed"];
  failed: boolean;
}

const [loaded, setLoaded] = createSignal<Loaded>({
  campaigns: null,
  upcoming: [],
  closed: null,
  failed: false,
});
let asked = false;

/** Asks again, after a failure or when the list has grown old. */
export async function reloadCampaigns(): Promise<void> {
  asked = true;
  try {
    let kept = false;
    const { now, ...view } = await getJson<OpenCampaignsView>("/api/campaigns/open", {}, (headers) => {
      kept = headers.has(keptHeader);
    });
    // An answer of earlier, shown without a network, says nothing of the time.
    if (!kept) noteServerTime(now);
    setLoaded({ ...view, failed: false });
  } catch {
    setLoaded((before) => ({ ...before, failed: true }));
  }
}

/** The campaigns that take applications now, asked for once a visit; while the pages are built, none. */
export function openCampaigns(): Loaded {
  if (!asked && !isServer) void reloadCampaigns();
  return loaded();
}
