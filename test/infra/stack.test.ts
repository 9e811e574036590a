import { afterAll, beforeAll } from "vitest";
import { removeSynthesised, synthesiseProd } from "./synthesised.ts";

// One synthesis for all, and one more of another stage with the options on (parts/options.ts): a file of tests a family of resources.
beforeAll(synthesiseProd, 120_000);
afterAll(removeSynthesised);

await import("./parts/storage.ts");
await import("./parts/functions.ts");
await import("./parts/history-heads.ts");
await import("./parts/options.ts");
await import("./parts/jobs.ts");
await import("./parts/web.ts");
await import("./parts/telemetry.ts");
await import("./parts/alarms.ts");
await import("./parts/bundles.ts");
await import("./parts/identity.ts");
await import("./parts/cost.ts");
await import("./parts/bundles-run.ts");
await import("./parts/operations.ts");
await import("./parts/findings.ts");
