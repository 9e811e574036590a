import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import type { Context } from "aws-lambda";
import { summariseError } from "#core/base/error-summary.ts";
import { metrics as catalogue, type MetricName } from "#core/base/metric.ts";
import type { Trace } from "./trace.ts";

type Details = Record<string, unknown>;

/** What a function tells of itself, apart from what it does. */
export interface Telemetry {
  /** A fault, for those who operate the system. */
  log: (message: string, details: Details) => void;
  /** Something that went as it should. */
  note: (message: string, details: Details) => void;
  /** Counts under a name of the catalogue; written once the invocation ends. */
  measure: (name: MetricName, value: number) => void;
  /** Gives the invocation's trace ids to be found by. */
  annotate: Trace["annotate"];
  /** A handler that tells context and trace with each line, and writes its metrics at the end. What it throws is told and thrown on without words. */
  wrap: <E, R>(
    handler: (event: E, context?: Context) => Promise<R>,
  ) => (event: E, context?: Context) => Promise<R>;
}

/**
 * Logs, metrics and traces of one function by Powertools, which reads its name, its level and its namespace in the environment. The event is never logged,
 * and neither is what an error says, nor what a library prints: Lambda's own report of an error that is thrown has its name and nothing else.
 */
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

/** Lambda prints an error that reaches it, and hands it to whoever takes failed calls: with a name it says enough. */
function speechless(name: string): Error {
  const error = new Error(name);
  error.name = name;
  error.stack = name;
  return error;
}

const longest = 400;
const address = /[^\s@/"<>]@[^\s@/"<>]{1,255}\.[^\s@/"<>]/;

/** The last look at what is written: errors by what may be told of them, and no text that holds a mail's address or is as long as people write. */
function withhold(_: string, value: unknown): unknown {
  if (value instanceof Error) return summariseError(value);
  return typeof value === "string" && (value.length > longest || address.test(value)) ? "(withheld)" : value;
}

/** Powertools writes to a console of its own; whoever else prints may print anything. */
function silenceConsole(told: (method: string) => void): void {
  for (const method of ["debug", "log", "info", "warn", "error", "trace"] as const)
    console[method] = () => told(method);
}
