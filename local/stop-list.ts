/** Stops parts in reverse order. */
export function createStopList() {
  const stops: (() => unknown)[] = [];
  return {
    add(stop: () => unknown): void {
      stops.push(stop);
    },
    own<T extends { stop(): unknown }>(part: T): T {
      stops.push(() => part.stop());
      return part;
    },
    async run(): Promise<void> {
      for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
    },
  };
}

export type StopList = ReturnType<typeof createStopList>;
