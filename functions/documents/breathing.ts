const longestTurn = 12;

/** Gives other work its turn each time that more than `longestTurn` milliseconds have passed since the last one: for long work in a server. */
export function createBreathing(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestTurn) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}
