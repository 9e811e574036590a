import { createSignal } from "solid-js";

type LaterSteps = typeof import("./later-steps.ts");

const [loaded, setLoaded] = createSignal<LaterSteps>();

/** The steps after the first and the rules; undefined until they have been fetched. */
export const laterSteps = loaded;

/** Fetches them, once. Throws where there is no network and this device has not kept them yet. */
export async function loadLaterSteps(): Promise<void> {
  if (!loaded()) setLoaded(await import("./later-steps.ts"));
}
