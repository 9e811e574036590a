import { type CommandStorage, openCommandStorage } from "../local/command-storage.ts";

export async function runCommand(command: () => Promise<void>, usage?: string): Promise<void> {
  try {
    await command();
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    console.error(usage === undefined ? why : `${why}\n${usage}`);
    process.exitCode = 1;
  }
}

export const clock = () => new Date().toISOString();

export async function withStorage<T>(work: (storage: CommandStorage) => Promise<T>): Promise<T> {
  const storage = await openCommandStorage(clock);
  try {
    return await work(storage);
  } finally {
    await storage.stop();
  }
}
