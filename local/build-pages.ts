import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { readKept } from "./kept-file.ts";
import { isRunning, type ProcessRecord, recordProcess } from "./pids.ts";
import { projectPath } from "./project.ts";

/** What the pages are made of: a change in any of it makes the built ones old. */
const sources = ["web", "functions/core", "package-lock.json"];
const lockEveryMilliseconds = 100;

/** Builds the pages where they are missing or older than their sources, with `npm run build`. `progress` is told when that begins. */
export async function buildPages(progress: () => void): Promise<void> {
  if (await areFresh()) return;
  const release = await takeLock();
  try {
    // Another start may have built them while this one waited.
    if (await areFresh()) return;
    progress();
    const build = spawn("npm", ["run", "--silent", "build"], {
      cwd: projectPath(),
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, NODE_ENV: "production" },
    });
    const [code] = await once(build, "exit");
    if (code !== 0) throw new Error("npm run build failed");
  } finally {
    await release();
  }
}

async function areFresh(): Promise<boolean> {
  try {
    const built = (await stat(projectPath("web/dist/index.html"))).mtimeMs;
    const changed = await Promise.all(sources.map((source) => newestChange(projectPath(source))));
    return Math.max(...changed) <= built;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

async function newestChange(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = (await readdir(path)).filter((name) => name !== "dist" && name !== "node_modules");
  return Math.max(0, ...(await Promise.all(entries.map((name) => newestChange(join(path, name))))));
}

/** Two builds at once would empty each other's folder. */
async function takeLock(): Promise<() => Promise<void>> {
  const directory = projectPath("node_modules/.cache");
  const file = join(directory, "doan-ket-sang-tao-build.json");
  await mkdir(directory, { recursive: true });
  for (;;) {
    try {
      const handle = await open(file, "wx");
      await handle.writeFile(JSON.stringify(recordProcess(process.pid)));
      await handle.close();
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = await readKept<ProcessRecord>(file).catch(() => null);
      const age = Date.now() - ((await stat(file).catch(() => null))?.mtimeMs ?? Date.now());
      // A holder that was killed; an empty file is one that is being written, unless it stays so.
      if (holder ? !isRunning(holder) : age > 1_000) await rm(file, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, lockEveryMilliseconds));
    }
  }
}
