import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import type { Context } from "aws-lambda";
import { summariseError } from "#core/base/error-summary.ts";
import { metrics as catalogue, type MetricName } from "#core/base/metric.ts";
import type { Trace } from "./trace.ts";

type Details = Record<string, unknown>;

export interface Telemetry {
  log: (message: string, details: Details) => void;
  /** Logs a success. */
  note: (message: string, details: Details) => void;
  measure: (name: MetricName, value: number) => void;
  annotate: Trace["annotate"];
  /**
   * Adds context and trace to log lines and writes metrics at the end. Rethrows errors without their
   * messages.
   */
  wrap: <E, R>(
    handler: (event: E, context?: Context) => Promise<R>,
  ) => (event: E, context?: Context) => Promise<R>;
}

/** Never logs events, error messages or output of libraries, which may hold personal data. */
export function createTelemetry(trace: Trace): Telemetry {
  const logger = new Logger({ jsonReplacerFn: withhold });
  const metrics = new Metrics();
  silenceConsole((method) => logger.warn("a library printed something", { method }));
  const log: Telemetry["log"] = (message, details) => logger.error(message, details);
  return {
    log,
    note: (message, details) => logger.info(message, details),
    measure: (name, value) => void metrics.addMetric(name, catalogue[name].unit, value),
    annotate: trace.annotate,
    wrap: (handler) => async (event, context) => {
      if (context) logger.addContext(context);
      try {
        return await trace.within(() => handler(event, context));
      } catch (error) {
        const fault = summariseError(error);
        log("invocation failed", { fault });
        throw speechless(fault.name);
      } finally {
        if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
        logger.resetKeys();
      }
    },
  };
}

/** Keeps only an error's name, because Lambda logs thrown errors. */
function speechless(name: string): Error {
  const error = new Error(name);
  error.name = name;
  error.stack = name;
  return error;
}

const longest = 400;
const address = /[^\s@/"<>]@[^\s@/"<>]{1,255}\.[^\s@/"<>]/;

/** Summarises errors in log lines and hides texts that contain a mail address or exceed 400 characters. */
function withhold(_: string, value: unknown): unknown {
  if (value instanceof Error) return summariseError(value);
  return typeof value === "string" && (value.length > longest || address.test(value)) ? "(withheld)" : value;
}

/** Silences the global console, because libraries may print anything. */
function silenceConsole(told: (method: string) => void): void {
  for (const method of ["debug", "log", "info", "warn", "error", "trace"] as const)
    console[method] = () => told(method);
}
