import { expect } from "vitest";

/** Waits until something holds, asking again every `interval` ms; fails with its last fault when that takes longer than `timeout` ms. */
export function waitFor<T>(check: () => Promise<T> | T, timeout = 40_000, interval = 25): Promise<T> {
  let answer: T;
  return expect
    .poll(
      async () => {
        answer = await check();
        return true;
      },
      { timeout, interval },
    )
    .toBe(true)
    .then(() => answer);
}
