/* Bundled by web/build-service-worker.ts. A new version waits until the old pages are closed. */
import { campaignsPath, keptHeader, keptPage, strategyOf } from "./service-worker-strategy.ts";

declare const precached: readonly string[];
declare const version: string;

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  addEventListener(type: "install" | "activate" | "sync", listener: (event: Extendable) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
  clients: {
    claim(): Promise<void>;
    matchAll(options: { type: "window" }): Promise<{ postMessage(message: unknown): void }[]>;
  };
}
const worker = self as unknown as WorkerScope;

const pagesCache = `pages-${version}`;
/** Kept across versions. */
const campaignsCache = "campaigns";
/** After this time without a response, the cached response is used. */
const timeoutMilliseconds = 5_000;

worker.addEventListener("install", (event) => event.waitUntil(Promise.all([keepPages(), keepCampaigns()])));

async function keepPages(): Promise<void> {
  const cache = await caches.open(pagesCache);
  await cache.addAll(precached.map((path) => new Request(path, { cache: "no-cache" })));
}

/** Caches the campaigns, which the first page requested before the worker ran. */
async function keepCampaigns(): Promise<void> {
  const cache = await caches.open(campaignsCache);
  await cache.add(campaignsPath).catch(() => {});
}

worker.addEventListener("activate", (event) => event.waitUntil(tidy().then(() => worker.clients.claim())));

async function tidy(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name !== pagesCache && name !== campaignsCache).map((name) => caches.delete(name)),
  );
}

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const strategy = strategyOf(request.method, request.mode, new URL(request.url), location.origin);
  if (strategy === "page")
    event.respondWith(fromNetwork(request, pagesCache, keptPage(new URL(request.url))));
  else if (strategy === "campaigns") event.respondWith(fromNetwork(request, campaignsCache, campaignsPath));
  else if (strategy === "asset") event.respondWith(fromCache(request));
});

// Background Sync: asks open pages to send.
worker.addEventListener("sync", (event) =>
  event.waitUntil(
    worker.clients.matchAll({ type: "window" }).then((pages) => {
      for (const page of pages) page.postMessage("send");
    }),
  ),
);

function markKept({ body, headers }: Response): Response {
  return new Response(body, { headers: { ...Object.fromEntries(headers), [keptHeader]: "1" } });
}

async function fromCache(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** Network first, then cache. Only the campaigns are written to the cache. */
async function fromNetwork(request: Request, cacheName: string, path: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  const found = await cache.match(path);
  const kept = found && cacheName === campaignsCache ? markKept(found) : found;
  const timeout = kept ? AbortSignal.timeout(timeoutMilliseconds) : null;
  try {
    const answer = await fetch(request, { signal: timeout });
    if (answer.ok && cacheName === campaignsCache) await cache.put(path, answer.clone());
    return answer.status >= 500 && kept ? kept : answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}
