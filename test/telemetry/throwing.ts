import { createLightTrace } from "../../functions/telemetry/light-trace.ts";
import { createTelemetry } from "../../functions/telemetry/telemetry.ts";

const telemetry = createTelemetry(createLightTrace("throwing"));

/** A function that gives away what it was sent in every way that code and libraries have. */
export const handler = telemetry.wrap(async ({ words }: { words: string }) => {
  for (const method of ["debug", "log", "info", "warn", "error", "trace"] as const) console[method](words);
  const cause = Object.assign(new Error(words), { input: words });
  telemetry.log("a fault by mistake", { cause });
  throw Object.assign(new Error(words, { cause }), { words, code: words });
});
