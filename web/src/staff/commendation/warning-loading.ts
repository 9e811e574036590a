import { createSignal, onCleanup } from "solid-js";
import { type CommendationWarning, mergeWarnings } from "#core/commendation/warning.ts";
import { watch } from "../../watch.ts";
import { useCall } from "../parts/session.tsx";
import { readWarnings } from "./api.ts";

export interface Warnings {
  found(): CommendationWarning[];
  busy(): boolean;
  failed(): boolean;
  reload(): void;
}

/** Reads all warnings of a version. Earlier warnings stay visible until the new ones arrive. */
export function createWarnings(id: () => string, version: () => number): Warnings {
  const call = useCall();
  const [found, setFound] = createSignal<CommendationWarning[]>([]);
  const [busy, setBusy] = createSignal(false);
  const [failed, setFailed] = createSignal(false);
  let latest = 0;
  const read = async () => {
    const request = ++latest;
    setBusy(true);
    setFailed(false);
    try {
      const all: CommendationWarning[] = [];
      for (let after: number | null = 0; after !== null; ) {
        const from: number = after;
        const page = await call(() => readWarnings(id(), from));
        if (request !== latest) return;
        all.push(...page.warnings);
        after = page.next;
      }
      setFound(mergeWarnings(all));
    } catch {
      if (request === latest) setFailed(true);
    }
    if (request === latest) setBusy(false);
  };
  watch(
    () => `${id()} ${version()}`,
    () => void read(),
  );
  onCleanup(() => latest++);
  return { found, busy, failed, reload: () => void read() };
}
