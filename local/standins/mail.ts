import { once } from "node:events";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import { findFreePort } from "../ports.ts";

export interface Mail {
  /** Takes mail as Amazon SES does. */
  endpoint: string;
  /** A page that shows what was sent; nothing leaves this machine. */
  viewer: string;
  stop(): Promise<void>;
}

// CommonJS compiled from a default export: Node and Vitest disagree on what its import is.
const require = createRequire(import.meta.url);
const { default: listenForMail } = require("aws-ses-v2-local") as {
  default: (options: { host: string; port: number }) => Promise<Server>;
};

/** Starts a sink for mail. What it holds is gone when the process ends, and systems of one process share it. */
export async function startMail(): Promise<Mail> {
  const port = await findFreePort();
  const server = await listenForMail({ host: "127.0.0.1", port });
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    endpoint,
    viewer: endpoint,
    async stop() {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}
