import { join } from "node:path";
import type { Adapter, AdapterPayload } from "oidc-provider";
import { readJsonFile, writeJsonFile } from "../json-file.ts";

interface Entry {
  payload: AdapterPayload;
  /** Null means no expiry. */
  expiresAt: number | null;
}

/** Stored in a file, so that sessions survive a restart. */
export async function openOpenIdStore(dataDir: string) {
  const file = join(dataDir, "openid.json");
  const entries = new Map(Object.entries((await readJsonFile<Record<string, Entry>>(file)) ?? {}));
  let writing: Promise<void> = Promise.resolve();
  let waiting = false;

  /** The next write saves changes made during a write. */
  const save = () => {
    if (waiting) return;
    waiting = true;
    writing = writing.then(() => {
      waiting = false;
      for (const [key, entry] of entries) if (isOver(entry)) entries.delete(key);
      return writeJsonFile(file, Object.fromEntries(entries));
    });
  };

  const find = (matches: (key: string, payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
    for (const [key, entry] of entries)
      if (!isOver(entry) && matches(key, entry.payload)) return entry.payload;
    return undefined;
  };

  const adapter = (model: string): Adapter => {
    const keyOf = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresIn) {
        entries.set(keyOf(id), { payload, expiresAt: expiresIn ? Date.now() + expiresIn * 1000 : null });
        save();
      },
      async find(id) {
        const entry = entries.get(keyOf(id));
        return entry && !isOver(entry) ? entry.payload : undefined;
      },
      async findByUid(uid) {
        return find((key, payload) => key.startsWith(keyOf("")) && payload.uid === uid);
      },
      async findByUserCode(userCode) {
        return find((key, payload) => key.startsWith(keyOf("")) && payload.userCode === userCode);
      },
      async consume(id) {
        const entry = entries.get(keyOf(id));
        if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
        save();
      },
      async destroy(id) {
        entries.delete(keyOf(id));
        save();
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
        save();
      },
    };
  };

  return { adapter, settled: () => writing };
}

const isOver = ({ expiresAt }: Entry) => expiresAt !== null && expiresAt <= Date.now();
