import { type System, type SystemSettings, startSystem } from "../../local/system.ts";

/**
 * The whole system for a test file, on a free port, with a DynamoDB Local of its own: the readers of its streams make one that many share
 * slower with everything written to it. Of the example there is one commune that takes in applications, unless more is asked for. A submission's work is little: what chance it takes is no test's concern. Whoever starts it stops it.
 */
export function startTestSystem(settings: SystemSettings = {}): Promise<System> {
  return startSystem({ table: "memory", proofTries: 4, extent: "commune", ...settings });
}
