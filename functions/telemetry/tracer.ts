import { Tracer } from "@aws-lambda-powertools/tracer";
import type { Trace } from "./trace.ts";

/** Traces exclude responses, errors and URLs, which may contain personal data. */
export function createTrace(): Trace {
  const tracer = new Tracer({ captureHTTPsRequests: false });
  return {
    within: <T>(run: () => Promise<T>) => {
      if (!tracer.isTracingEnabled()) return run();
      return tracer.provider.captureAsyncFunc("handler", async (part) => {
        tracer.annotateColdStart();
        tracer.addServiceNameAnnotation();
        try {
          return await run();
        } catch (error) {
          part?.addFaultFlag();
          throw error;
        } finally {
          part?.close();
        }
      }) as Promise<T>;
    },
    annotate: (annotations) => {
      for (const [name, value] of Object.entries(annotations)) tracer.putAnnotation(name, value);
    },
  };
}
