/** Header that marks a cached response. */
export const keptHeader = "x-kept";

/** The only cached API path; its response has no personal data. */
export const campaignsPath = "/api/campaigns/open";

/** Null: the worker does not handle the request. */
export type Strategy = "page" | "campaigns" | "asset" | null;

export function strategyOf(method: string, mode: string, url: URL, origin: string): Strategy {
  if (method !== "GET" || url.origin !== origin) return null;
  const { pathname } = url;
  if (pathname === campaignsPath) return "campaigns";
  if (pathname.startsWith("/api/") || pathname.startsWith("/quan-tri")) return null;
  if (mode === "navigate") return pathname.includes(".") ? null : "page";
  return pathname.startsWith("/assets/") || pathname === "/icon.svg" ? "asset" : null;
}

/** Cached page for a URL; all form steps share one page. */
export function keptPage({ pathname }: URL): string {
  const first = pathname.split("/")[1] ?? "";
  return first === "gui" || first === "tra-cuu" ? `/${first}` : "/";
}
