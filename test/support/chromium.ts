import { type Browser, type BrowserContext, chromium, type LaunchOptions } from "playwright-core";
import { findChromium } from "./chromium-path.ts";
import { type FontMetrics, fontEnvironment } from "./fonts.ts";

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
