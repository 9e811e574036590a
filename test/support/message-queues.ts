import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * Stands for SQS, as far as functions ask it: SendMessage of the AWS JSON 1.0 protocol, answered with the body's MD5, which the SDK compares. There is no
 * emulator of it as a package.
 */
export async function startMessageQueues() {
  const sent = new Map<string, unknown[]>();
  const server = createServer(async (request, response) => {
    const { QueueUrl, MessageBody } = JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString());
    const known = request.headers["x-amz-target"] === "AmazonSQS.SendMessage";
    response.writeHead(known ? 200 : 400, { "content-type": "application/x-amz-json-1.0" });
    if (!known) return response.end("{}");
    const name = String(new URL(QueueUrl).pathname.split("/").at(-1));
    sent.set(name, [...(sent.get(name) ?? []), JSON.parse(MessageBody)]);
    const MD5OfMessageBody = createHash("md5").update(MessageBody).digest("hex");
    return response.end(JSON.stringify({ MessageId: String(sent.size), MD5OfMessageBody }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    /** The address of a queue. */
    url: (name: string) => `${endpoint}/${name}`,
    /** Takes the bodies of the messages that a queue has got since the last time. */
    take(name: string): unknown[] {
      const bodies = sent.get(name) ?? [];
      sent.delete(name);
      return bodies;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
