import { randomUUID } from "node:crypto";
import type { Browser } from "playwright-core";
import { inject } from "vitest";
import { type System, type SystemSettings, startSystem } from "../../local/system.ts";
import { launchChromium } from "./chromium.ts";
import { atFileEnd } from "./cleanup.ts";

/**
 * Starts the whole system on a free port, with a database of its own in the run's DynamoDB Local and with one commune of the example. The proof of
 * work takes few tries. The caller stops it.
 */
export function startTestSystem(settings: SystemSettings = {}): Promise<System> {
  const table = { endpoint: inject("dynamoDbEndpoint"), region: `test-${randomUUID()}` };
  return startSystem({ table, proofTries: 4, extent: "commune", ...settings });
}

/** A test system and a browser beside it for one test file, at whose end both are stopped. */
export async function withSystem(
  settings: SystemSettings = {},
  chromium: Parameters<typeof launchChromium>[0] = {},
): Promise<{ system: System; browser: Browser }> {
  const system = await startTestSystem(settings);
  atFileEnd(system.stop);
  const browser = await launchChromium(chromium);
  atFileEnd(() => browser.close());
  return { system, browser };
}
