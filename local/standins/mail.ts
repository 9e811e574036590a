import { once } from "node:events";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import { findFreePort } from "../ports.ts";

export interface Mail {
  endpoint: string;
  viewer: string;
  stop(): Promise<void>;
}

// Node and Vitest import this CommonJS default export differently.
const require = createRequire(import.meta.url);
const { default: listenForMail } = require("aws-ses-v2-local") as {
  default: (options: { host: string; port: number }) => Promise<Server>;
};

export async function startMail(): Promise<Mail> {
  const port = await findFreePort();
  const server = await listenForMail({ host: "127.0.0.1", port });
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    endpoint,
    viewer: endpoint,
    async stop() {
      // All servers of a process share one store; the next one must not show this one's mail.
      await (await fetch(`${endpoint}/clear-store`, { method: "POST" })).arrayBuffer();
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}
