import { createSignal } from "solid-js";
import { isServer } from "solid-js/web";
import type { OpenCampaign, OpenCampaignsView } from "../../functions/api/views.ts";
import { getJson } from "./api.ts";

interface Loaded {
  /** Null until they are known. */
  campaigns: OpenCampaign[] | null;
  failed: boolean;
}

const [loaded, setLoaded] = createSignal<Loaded>({ campaigns: null, failed: false });
let asked = false;

/** Asks again, after a failure or when the list has grown old. */
export async function reloadCampaigns(): Promise<void> {
  asked = true;
  try {
    const { campaigns } = await getJson<OpenCampaignsView>("/api/campaigns/open");
    setLoaded({ campaigns, failed: false });
  } catch {
    setLoaded((before) => ({ ...before, failed: true }));
  }
}

/** The campaigns that take applications today, asked for once a visit; while the pages are built, none. */
export function openCampaigns(): Loaded {
  if (!asked && !isServer) void reloadCampaigns();
  return loaded();
}
