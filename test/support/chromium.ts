import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, readlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from "playwright-core";
import { type FontMetrics, fontEnvironment } from "./fonts.ts";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const places = [
  "/usr/bin/chromium",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The path of a Chromium on this machine: `CHROMIUM_PATH`, or one found, or, as root on Debian and its kin, Debian's, which is installed
 * now. Throws with what to install elsewhere.
 */
function findChromium(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run`);
  }
  const found = lookAround();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    console.log("Chromium is missing: installing Debian's");
    const install = (...args: string[]) =>
      execFileSync("apt-get", args, {
        stdio: ["ignore", "ignore", "inherit"],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    install("update", "-qq");
    install("install", "-y", "-qq", "--no-install-recommends", "chromium");
    const installed = lookAround();
    if (installed) return installed;
  }
  throw new Error(
    [
      "The browser tests need Chromium, and none was found.",
      "  Debian, Ubuntu: sudo apt-get install chromium   Fedora: sudo dnf install chromium   macOS: brew install --cask chromium",
      "  or set CHROMIUM_PATH to the program of a Chromium or Chrome.",
    ].join("\n"),
  );
}

function lookAround(): string | undefined {
  const onPath = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [...onPath.flatMap((place) => commands.map((name) => join(place, name))), ...places];
  return candidates.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens a browser of somebody's own, whose profile stays in `folder` when it is closed. `kill` ends its process as a crash would, with no
 * chance to write anything.
 */
export async function openProfile(
  folder: string,
): Promise<{ context: BrowserContext; kill(): Promise<void> }> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    args: commonArguments,
    env: environmentWith("narrow"),
    viewport: { width: 360, height: 740 },
    locale: "vi-VN",
  });
  return {
    context,
    async kill() {
      const closed = new Promise((resolve) => context.once("close", resolve));
      // Chromium locks a profile by a link that is named after its host and its process.
      const pid = Number(readlinkSync(join(folder, "SingletonLock")).split("-").at(-1));
      process.kill(pid, "SIGKILL");
      await closed;
    },
  };
}

const commonArguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

const environmentWith = (fonts: FontMetrics) =>
  ({ ...process.env, ...fontEnvironment(fonts) }) as Record<string, string>;

/**
 * Starts Chromium headless and offline but for the pages that the test opens. `fonts` are those it finds on the system, so that a layout does
 * not depend on the machine. Close it in an `afterAll`.
 */
export function launchChromium(options: LaunchOptions & { fonts?: FontMetrics } = {}): Promise<Browser> {
  const { fonts = "narrow", ...launch } = options;
  return chromium.launch({
    executablePath: findChromium(),
    env: environmentWith(fonts),
    ...launch,
    args: [...commonArguments, ...(launch.args ?? [])],
  });
}
