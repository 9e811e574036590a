import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Listens on one address and returns the port; 0 asks for a free one. Throws where it is taken. */
export async function listen(server: Server, port: number, address: string): Promise<number> {
  server.listen(port, address);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

const timeoutMilliseconds = 5_000;

/** Takes no new requests and waits for those under way, at most five seconds. */
export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const impatient = setTimeout(() => server.closeAllConnections(), timeoutMilliseconds);
  await closed;
  clearTimeout(impatient);
}
