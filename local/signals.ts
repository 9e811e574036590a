const lookForNpmMilliseconds = 200;

/**
 * Ends a command well: on Ctrl-C, on a request to end, and when its terminal or the npm that started it goes, `stop` runs once and the process
 * exits with 0. A terminal sends Ctrl-C to npm and to us, and npm passes it on, so a second signal is no sign of impatience; a stop that hangs is
 * cut off.
 */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const end = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 15_000).unref();
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  // Whoever kills npm means what it started; `exec` in the script makes npm the parent itself.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event)
    setInterval(() => process.ppid === parent || end(), lookForNpmMilliseconds).unref();
}
