/** Header of an answer that the service worker kept earlier and gives because the network is silent. */
export const keptHeader = "x-kept";

/** The one answer of the API that is kept: so that the form opens without a network. It holds nothing of anybody. */
export const campaignsPath = "/api/campaigns/open";

/** How the service worker treats a request; null: not at all, as all else of the API and the staff's pages. */
export type Strategy = "page" | "campaigns" | "asset" | null;

export function strategyOf(method: string, mode: string, url: URL, origin: string): Strategy {
  if (method !== "GET" || url.origin !== origin) return null;
  const { pathname } = url;
  if (pathname === campaignsPath) return "campaigns";
  if (pathname.startsWith("/api/") || pathname.startsWith("/quan-tri")) return null;
  if (mode === "navigate") return pathname.includes(".") ? null : "page";
  return pathname.startsWith("/assets/") || pathname === "/icon.svg" ? "asset" : null;
}

/** The kept page to show for an address: every step of the form is one page. */
export function keptPage({ pathname }: URL): string {
  const first = pathname.split("/")[1] ?? "";
  return first === "gui" || first === "tra-cuu" ? `/${first}` : "/";
}
