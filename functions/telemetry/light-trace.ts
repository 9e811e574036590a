import { randomBytes } from "node:crypto";
import { findSetting } from "../store/settings.ts";
import type { Annotations, Trace } from "./trace.ts";

/**
 * A function's part in its trace, in the place of Powertools' tracer where that would weigh too much (38 kB, gzip): a subsegment as the X-Ray
 * developer guide gives it ("Sending segment documents to the X-Ray daemon"), for those invocations that Lambda samples. What is sent and lost is lost.
 */
export function createLightTrace(service: string): Trace {
  let annotations: Annotations = {};
  return {
    annotate: (more) => {
      annotations = { ...annotations, ...more };
    },
    within: async (run) => {
      const parent = readParent(findSetting("_X_AMZN_TRACE_ID"));
      if (!parent) return run();
      annotations = { Service: service };
      const from = Date.now();
      let fault = false;
      try {
        return await run();
      } catch (error) {
        fault = true;
        throw error;
      } finally {
        await send({
          name: "handler",
          id: randomBytes(8).toString("hex"),
          ...parent,
          type: "subsegment",
          start_time: from / 1000,
          end_time: Date.now() / 1000,
          annotations,
          fault,
        });
      }
    },
  };
}

/** The segment that Lambda itself keeps of this invocation, where it is sampled. */
function readParent(header = ""): { trace_id: string; parent_id: string } | null {
  const fields = new Map(header.split(";").map((field) => field.split("=", 2) as [string, string]));
  const [trace_id, parent_id] = [fields.get("Root"), fields.get("Parent")];
  return fields.get("Sampled") === "1" && trace_id && parent_id ? { trace_id, parent_id } : null;
}

/** Hands a document to the daemon that Lambda runs beside the function, before that may be frozen. */
async function send(document: object): Promise<void> {
  const [host, port] = (findSetting("AWS_XRAY_DAEMON_ADDRESS") ?? "").split(":");
  if (!host || !port) return;
  // Read only now: most invocations are not sampled, and a cold start waits for all that stands above.
  const { createSocket } = await import("node:dgram");
  const socket = createSocket("udp4");
  return new Promise((resolve) => {
    socket.send(`{"format":"json","version":1}\n${JSON.stringify(document)}`, Number(port), host, () => {
      socket.close();
      resolve();
    });
  });
}
