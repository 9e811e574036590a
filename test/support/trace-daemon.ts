import { createSocket } from "node:dgram";
import { once } from "node:events";
import { atFileEnd } from "./cleanup.ts";

/** What X-Ray's daemon is told, in place of the one that Lambda runs beside a function. */
export async function startDaemon() {
  const socket = createSocket("udp4");
  const told: { name: string; trace_id: string; parent_id: string; annotations: Record<string, unknown> }[] =
    [];
  socket.on("message", (packet) => {
    const [head, document] = packet.toString().split("\n", 2);
    if (head === '{"format":"json","version":1}') told.push(JSON.parse(document ?? ""));
    socket.emit("told");
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  atFileEnd(() => socket.close());
  const address = `127.0.0.1:${socket.address().port}`;
  return {
    address,
    /** Once it was told of a part of this trace. */
    async part(trace: string) {
      for (;;) {
        const found = told.find(({ trace_id }) => trace_id === trace);
        if (found) return found;
        await once(socket, "told");
      }
    },
  };
}
