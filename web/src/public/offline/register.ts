import { hasWaiting } from "../form/drafts/flags.ts";

export function startOffline(): void {
  if (hasWaiting()) void import("./outbox.ts").then(({ watchOutbox }) => watchOutbox());
  const register = () =>
    navigator.serviceWorker?.register("/sw.js").catch(() => {
      // Private windows and in-app browsers may refuse; pages then need a network.
    });
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register, { once: true });
}
