import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { takeLock } from "./lock.ts";
import { projectPath } from "./project.ts";

const sources = ["web", "core", "package-lock.json"];
const pollMilliseconds = 100;

/** Does nothing if the pages are newer than their sources. */
export async function buildPages(progress: () => void): Promise<void> {
  if (await areFresh()) return;
  const release = await waitForLock();
  try {
    // Another process may have built the pages meanwhile.
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

/** Concurrent builds would delete each other's output. */
async function waitForLock(): Promise<() => Promise<void>> {
  for (;;) {
    const lock = await takeLock(projectPath("node_modules/.cache/doan-ket-sang-tao-build.json"));
    if ("release" in lock) return lock.release;
    await sleep(pollMilliseconds);
  }
}
