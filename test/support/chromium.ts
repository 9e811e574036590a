import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from "playwright-core";
import { type FontMetrics, fontEnvironment } from "./fonts.ts";

/** The same engine without a window's code: half the processor time of a whole browser. */
const headlessShells = ["chromium-headless-shell", "chrome-headless-shell"];
const browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const places = [
  "/usr/bin/chromium",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The path of a Chromium on this machine: `CHROMIUM_PATH`, or a headless shell unless `whole`, or a browser. Throws with what to install. */
function findChromium(whole = false): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run`);
  }
  const found = (whole ? undefined : look(headlessShells)) ?? look(browsers);
  if (found) return found;
  throw new Error(
    [
      "The browser tests need Chromium, and none was found.",
      "  Debian, Ubuntu: sudo apt-get install chromium   Fedora: sudo dnf install chromium   macOS: brew install --cask chromium",
      "  or set CHROMIUM_PATH to the program of a Chromium or Chrome.",
    ].join("\n"),
  );
}

/**
 * As root on Debian and its kin, installs Debian's headless shell and browser where they are missing. Without the shell the browser does. Call it once,
 * before the tests.
 */
export function installChromium(): void {
  if (process.env.CHROMIUM_PATH || process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return;
  const missing = [
    ...(look(headlessShells) ? [] : ["chromium-headless-shell"]),
    ...(look(browsers) ? [] : ["chromium"]),
  ];
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(" and ")}`);
  const install = (...args: string[]) =>
    execFileSync("apt-get", args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  try {
    install("update", "-qq");
    install("install", "-y", "-qq", "--no-install-recommends", ...missing);
  } catch (error) {
    if (!look(browsers)) throw error;
    console.log(`Not installed, the tests take longer: ${error}`);
  }
}

function look(names: readonly string[]): string | undefined {
  const onPath = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = onPath.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...candidates, ...(names === browsers ? places : [])].find(isExecutable);
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
      const devTools = await context.browser()?.newBrowserCDPSession();
      if (!devTools) throw new Error("Chromium has no DevTools");
      // The answer never comes: the process is gone.
      devTools.send("Browser.crash").catch(() => {});
      await closed;
    },
  };
}

const commonArguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

const environmentWith = (fonts: FontMetrics) =>
  ({ ...process.env, ...fontEnvironment(fonts) }) as Record<string, string>;

/**
 * Starts Chromium headless and offline but for the pages that the test opens. `fonts` are those it finds on the system, so that a layout does
 * not depend on the machine. `whole` asks for a browser with what a headless shell lacks, such as the back/forward cache. The caller closes it.
 */
export function launchChromium(
  options: LaunchOptions & { fonts?: FontMetrics; whole?: boolean } = {},
): Promise<Browser> {
  const { fonts = "narrow", whole, ...launch } = options;
  return chromium.launch({
    executablePath: findChromium(whole),
    env: environmentWith(fonts),
    ...launch,
    args: [...commonArguments, ...(launch.args ?? [])],
  });
}
