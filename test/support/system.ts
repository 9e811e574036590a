import { inject } from "vitest";
import { type System, type SystemSettings, startSystem } from "../../local/system.ts";

/**
 * The whole system for a test file, on a free port: with a table of its own in the run's DynamoDB Local, which is warm by then and
 * need not be started once more. A submission's work is little: what chance it takes is no test's concern. Whoever starts it stops it.
 */
export function startTestSystem(settings: SystemSettings = {}): Promise<System> {
  return startSystem({
    table: { endpoint: inject("dynamoDbEndpoint") },
    proofPrefix: "0",
    ...settings,
  });
}
