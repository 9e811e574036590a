import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { type System, type SystemSettings, startSystem } from "../../local/system.ts";

/**
 * Starts the whole system on a free port, with a database of its own in the run's DynamoDB Local and with one commune of the example. The proof of
 * work takes few tries. The caller stops it.
 */
export function startTestSystem(settings: SystemSettings = {}): Promise<System> {
  const table = { endpoint: inject("dynamoDbEndpoint"), region: `test-${randomUUID()}` };
  return startSystem({ table, proofTries: 4, extent: "commune", ...settings });
}
