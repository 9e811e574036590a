import { createServer } from "node:net";

/** Another process may take the port before the caller. */
export async function findFreePort(preferred = 0): Promise<number> {
  const free = await tryPort(preferred);
  if (free !== null) return free;
  const other = await tryPort(0);
  if (other === null) throw new Error("no free port on 127.0.0.1");
  return other;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}
