import type { Store } from "../functions/store/store.ts";
import type { DossierSource } from "./demo/fill.ts";
import { markDossiersLoaded } from "./first-start.ts";

interface DossierFilling {
  remaining(): number;
  /** The next start continues. */
  stop(): Promise<void>;
}

export function startDossierFilling(given: {
  dataDir: string;
  store: Store;
  source: DossierSource | null;
  log: (message: string, details: Record<string, unknown>) => void;
}): DossierFilling {
  const { dataDir, store, source, log } = given;
  if (source === null) return { remaining: () => 0, stop: async () => {} };
  const ending = new AbortController();
  // Nonzero until the dossiers are counted.
  let remaining = 1;
  const run = async () => {
    const { fillWithDossiers } = await import("./demo/fill.ts");
    const { signal } = ending;
    await fillWithDossiers({
      store,
      source,
      signal,
      progress: (count) => {
        remaining = count;
      },
    });
    await markDossiersLoaded(dataDir);
  };
  const running = run().catch((error) => {
    if (!ending.signal.aborted) log("demonstration dossiers not entered", { error: String(error) });
  });
  return {
    remaining: () => remaining,
    async stop() {
      ending.abort();
      await running;
    },
  };
}
