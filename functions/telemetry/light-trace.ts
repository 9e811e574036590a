import { randomBytes } from "node:crypto";
import { findSetting } from "../store/settings.ts";
import type { Annotations, Trace } from "./trace.ts";

/**
 * Sends X-Ray subsegments ("Sending segment documents to the X-Ray daemon") without Powertools' tracer (38 kB
 * gzip).
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

function readParent(header = ""): { trace_id: string; parent_id: string } | null {
  const fields = new Map(header.split(";").map((field) => field.split("=", 2) as [string, string]));
  const [trace_id, parent_id] = [fields.get("Root"), fields.get("Parent")];
  return fields.get("Sampled") === "1" && trace_id && parent_id ? { trace_id, parent_id } : null;
}

/** Sending must end before Lambda freezes the function. */
async function send(document: object): Promise<void> {
  const [host, port] = (findSetting("AWS_XRAY_DAEMON_ADDRESS") ?? "").split(":");
  if (!host || !port) return;
  // Imported on demand for a faster cold start; most invocations are not sampled.
  const { createSocket } = await import("node:dgram");
  const socket = createSocket("udp4");
  return new Promise((resolve) => {
    socket.send(`{"format":"json","version":1}\n${JSON.stringify(document)}`, Number(port), host, () => {
      socket.close();
      resolve();
    });
  });
}
