import { expect } from "vitest";

/** Waits until something holds, asking again and again; fails with its last fault when that takes too long. */
export function waitFor<T>(check: () => Promise<T> | T, timeout = 10_000): Promise<T> {
  let answer: T;
  return expect
    .poll(
      async () => {
        answer = await check();
        return true;
      },
      { timeout, interval: 25 },
    )
    .toBe(true)
    .then(() => answer);
}
