import { setTimeout as sleep } from "node:timers/promises";

/** Limits work to `perSecond` items; call the returned function after each portion. Zero means no limit. */
export function createPace(perSecond: number): (count: number) => Promise<void> {
  const began = performance.now();
  let done = 0;
  return async (count) => {
    done += count;
    if (perSecond === 0) return;
    const early = (done / perSecond) * 1000 - (performance.now() - began);
    if (early > 0) await sleep(early);
  };
}
