import { createServer, type RequestListener } from "node:http";
import { getRequestListener, type Http2Bindings, type HttpBindings } from "@hono/node-server";
import { closeServer, listen } from "../listening.ts";

type Connection = HttpBindings | Http2Bindings;

export interface WebServer {
  origin: string;
  serve(answer: (request: Request, connection: Connection) => Response | Promise<Response>): void;
  stop(): Promise<void>;
}

/** Answers 503 until `serve` is called. Throws if the port is taken. */
export async function startWebServer(port: number): Promise<WebServer> {
  let listener: RequestListener = (_, response) => {
    response.writeHead(503, { "retry-after": "1", "content-type": "text/plain; charset=utf-8" });
    response.end("Đang khởi động… / Starting…\n");
  };
  const answer: RequestListener = (request, response) => listener(request, response);
  const server = createServer(answer);
  const taken = await listen(server, port, "127.0.0.1").catch(explain(port));
  // Many clients try ::1 first for `localhost`.
  const second = createServer(answer);
  try {
    await listen(second, taken, "::1");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") {
      await closeServer(server);
      if (port === 0) return startWebServer(0);
      return explain(port)(error);
    }
    if (code !== "EADDRNOTAVAIL" && code !== "EAFNOSUPPORT") throw error;
  }
  return {
    origin: `http://localhost:${taken}`,
    serve(fetch) {
      listener = getRequestListener(fetch);
    },
    async stop() {
      await Promise.all([closeServer(server), closeServer(second)]);
    },
  };
}

const explain = (port: number) => (error: unknown) => {
  if ((error as NodeJS.ErrnoException).code === "EADDRINUSE")
    throw new Error(`cổng ${port} đang bận: PORT=${port + 1} npm start / port ${port} is taken`);
  throw error;
};
