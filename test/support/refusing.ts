import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { atFileEnd } from "./cleanup.ts";

/**
 * Answers as AWS refuses, quoting all that it was sent: no service says more than that. Requests that change nothing go on to `reads`, where that is given.
 */
export async function startRefusing(type: string, reads?: string) {
  const server = createServer(async (request, answer) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts);
    const target = String(request.headers["x-amz-target"] ?? "");
    if (reads && /(Get|Query|BatchGet)\w*$/.test(target)) {
      const headers = { "x-amz-target": target, "content-type": "application/x-amz-json-1.0" };
      const authorization = String(request.headers.authorization);
      const read = await fetch(reads, { method: "POST", headers: { ...headers, authorization }, body });
      answer.writeHead(read.status, { "content-type": "application/x-amz-json-1.0" });
      answer.end(Buffer.from(await read.arrayBuffer()));
      return;
    }
    const sent = `${request.url} ${body}`;
    const Item = { sent: { S: sent } };
    const reasons = [{ Code: "ValidationError", Message: sent, Item }];
    answer.writeHead(400, { "content-type": "application/x-amz-json-1.0", "x-amzn-errortype": type });
    answer.end(
      JSON.stringify({ __type: type, message: `refused: ${sent}`, CancellationReasons: reasons, Item }),
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  atFileEnd(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
