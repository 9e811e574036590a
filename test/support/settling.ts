import type { Page, Request } from "playwright-core";

/**
 * Follows the requests of a page from now on. The function waits until none is on its way and the page has drawn what came: no longer than that,
 * where Playwright's `networkidle` waits for half a second more.
 */
export function followRequests(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  const waiting: (() => void)[] = [];
  page.on("request", (request) => {
    if (/^https?:/.test(request.url())) open.add(request);
  });
  const end = (request: Request) => {
    open.delete(request);
    if (open.size > 0) return;
    for (const go of waiting.splice(0)) go();
  };
  page.on("requestfinished", end).on("requestfailed", end);
  const drawn = () =>
    page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  return async () => {
    await drawn();
    while (open.size > 0) {
      await new Promise<void>((resolve) => waiting.push(resolve));
      await drawn();
    }
  };
}
