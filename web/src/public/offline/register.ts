import { hasWaiting } from "../form/drafts/flags.ts";

/** Lets the public pages work without a network, and sends what waits for one. Both come after the page itself. */
export function startOffline(): void {
  if (hasWaiting()) void import("./outbox.ts").then(({ watchOutbox }) => watchOutbox());
  const register = () =>
    navigator.serviceWorker?.register("/sw.js").catch(() => {
      // Private windows and in-app browsers may refuse: the pages then need a network, and nothing else is lost.
    });
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register, { once: true });
}
