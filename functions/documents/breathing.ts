const longestTurn = 12;

/** Lets other work of a server run whenever `longestTurn` milliseconds have passed. */
export function createBreathing(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestTurn) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}
