import { setTimeout as sleep } from "node:timers/promises";

/**
 * Holds work to so many things a second on the whole, so that whoever uses the system meanwhile notices nothing: call it after each portion with
 * how many things that was. Zero holds nothing back.
 */
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
