const longestTurn = 12;

/** Yields to other work on the server after every `longestTurn` milliseconds. */
export function createBreathing(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestTurn) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}
