import { readJsonFile, writeJsonFile } from "../json-file.ts";

interface Kept {
  stream: string;
  /** `after`: last handled sequence number. `done`: the shard is read completely. */
  shards: Record<string, { after: string | null; done: boolean }>;
  /** Milliseconds since 1970. */
  aliveAt: number;
  /** The reader stopped after reading all records. */
  drained: boolean;
  /** Some records may be lost. */
  missed: boolean;
}

/** Less than the 24 hours that streams keep records. */
const awayMilliseconds = 20 * 3_600_000;
const aliveEveryMilliseconds = 10 * 60_000;

/** A missing or old position counts as missed records. */
export async function openCheckpoint(file: string, stream: string, now: () => number = Date.now) {
  const kept = await readJsonFile<Kept>(file);
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
    await writeJsonFile(file, state);
  };
  await write();
  return {
    missed: () => state.missed,
    shard: (id: string) => state.shards[id] ?? { after: null, done: false },
    async reach(id: string, after: string | null, done = false): Promise<void> {
      state.shards[id] = { after, done };
      await write();
    },
    /** A shard that disappears before it is read counts as missed. */
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
    async end(drained: boolean): Promise<void> {
      state.drained = drained;
      await write();
    },
  };
}
