import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

export async function readJsonFile<T>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new Error(`${file} cannot be read`, { cause: error });
  }
}

/** Writes atomically; only the owner can read the file. */
export async function writeJsonFile(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const fresh = `${file}.${randomUUID()}`;
  const handle = await open(fresh, "w", 0o600);
  try {
    await handle.writeFile(JSON.stringify(value, null, 2));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
}

const unfinished = /\.json\.[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Removes files of interrupted writes; no process may be writing. */
export async function removeUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => unfinished.test(each)))
    await rm(join(folder, name), { force: true });
}

/** Returns the stored value, or stores a new one. */
export async function keepInFile<T>(file: string, create: () => T): Promise<T> {
  const kept = await readJsonFile<T>(file);
  if (kept) return kept;
  const value = create();
  await writeJsonFile(file, value);
  return value;
}
