import { createSignal } from "solid-js";

type LaterSteps = typeof import("./later-steps.ts");

const [loaded, setLoaded] = createSignal<LaterSteps>();

/** Undefined until loaded. */
export const laterSteps = loaded;

/** Throws when offline, unless the service worker has cached the steps. */
export async function loadLaterSteps(): Promise<void> {
  if (!loaded()) setLoaded(await import("./later-steps.ts"));
}
