import { readKept, writeKept } from "../kept-file.ts";

/** How far a reader has come in a stream, as it lies in a file. */
interface Kept {
  stream: string;
  /** By shard: the last sequence number that was handled, and whether the shard is read to its end. */
  shards: Record<string, { after: string | null; done: boolean }>;
  /** When the reader was last known to run, in milliseconds since 1970. */
  aliveAt: number;
  /** True where it ended with nothing left to read. */
  drained: boolean;
  /** True where records may have passed the reader by, until what they were for has been made up. */
  missed: boolean;
}

/** A stream keeps its records for 24 hours; whoever was away longer than this may have missed some. */
const awayMilliseconds = 20 * 3_600_000;
const aliveEveryMilliseconds = 10 * 60_000;

/** Opens what a reader of `stream` kept in `file`. Without a file, or with that of another stream, records may have been missed. */
export async function openCheckpoint(file: string, stream: string, now: () => number = Date.now) {
  const kept = await readKept<Kept>(file);
  const same = kept?.stream === stream ? kept : null;
  const away = same !== null && !same.drained && now() - same.aliveAt > awayMilliseconds;
  const state: Kept = {
    stream,
    shards: same?.shards ?? {},
    aliveAt: now(),
    drained: false,
    missed: same === null || same.missed || away,
  };
  const write = async () => {
    state.aliveAt = now();
    await writeKept(file, state);
  };
  await write();
  return {
    missed: () => state.missed,
    shard: (id: string) => state.shards[id] ?? { after: null, done: false },
    /** Notes the last record of a shard that was handled, or that the shard is read to its end. */
    async reach(id: string, after: string | null, done = false): Promise<void> {
      state.shards[id] = { after, done };
      await write();
    },
    /** Forgets the shards that are no longer there. One that went before it was read takes its records with it. */
    async forgetOthers(present: ReadonlySet<string>): Promise<void> {
      const gone = Object.keys(state.shards).filter((id) => !present.has(id));
      const unread = gone.some((id) => !state.shards[id]?.done);
      for (const id of gone) delete state.shards[id];
      if (unread) state.missed = true;
      if (gone.length > 0 || now() - state.aliveAt > aliveEveryMilliseconds) await write();
    },
    async setMissed(missed: boolean): Promise<void> {
      state.missed = missed;
      await write();
    },
    /** Notes how the reader ended. */
    async end(drained: boolean): Promise<void> {
      state.drained = drained;
      await write();
    },
  };
}
