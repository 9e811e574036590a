const parentPollMilliseconds = 200;

/**
 * Ctrl-C sends two signals (terminal and npm), so a second signal does not force an exit; a timeout does. Also
 * stops when the parent npm exits.
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
  // The script uses `exec`, so npm is the direct parent.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event)
    setInterval(() => process.ppid === parent || end(), parentPollMilliseconds).unref();
}
