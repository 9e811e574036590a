import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

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
export function findChromium(whole = false): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run`);
  }
  const found = (whole ? undefined : look(headlessShells)) ?? look(browsers, places);
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
    ...(look(browsers, places) ? [] : ["chromium"]),
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
    if (!look(browsers, places)) throw error;
    console.log(`Not installed, the tests take longer: ${error}`);
  }
}

function look(names: readonly string[], places: readonly string[] = []): string | undefined {
  const onPath = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = onPath.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...candidates, ...places].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
