import { once } from "node:events";
import mailServer from "aws-ses-v2-local";
import { findFreePort } from "./ports.ts";

export interface Mail {
  /** Takes mail as Amazon SES does. */
  endpoint: string;
  /** A page that shows what was sent; nothing leaves this machine. */
  viewer: string;
  stop(): Promise<void>;
}

/** Starts a sink for mail. What it holds is gone when the process ends, and systems of one process share it. */
export async function startMail(): Promise<Mail> {
  const port = await findFreePort();
  // Under Node a CommonJS module's `exports.default` lies inside its default import.
  const server = await mailServer.default({ host: "127.0.0.1", port });
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
