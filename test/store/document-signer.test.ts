import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { expect, test } from "vitest";
import { createDocumentSigner } from "../../functions/store/aws/document-signer.ts";
import { openTable } from "../../functions/store/table.ts";
import { localAccess } from "../../local/credentials.ts";
import { atFileEnd } from "../support/cleanup.ts";

test("a document is read also where the bucket closes a connection that was kept open", async () => {
  const used = new Set<Socket>();
  let closed = 0;
  const server = createServer(({ socket }, answer) => {
    if (used.has(socket)) {
      closed++;
      socket.destroy();
      return;
    }
    used.add(socket);
    answer.end(JSON.stringify({ title: "Báo cáo" }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  atFileEnd(() => server.closeAllConnections());
  atFileEnd(() => server.close());
  const { port } = server.address() as AddressInfo;
  const signer = createDocumentSigner(openTable("none", localAccess).client, `http://127.0.0.1:${port}`);
  for (let n = 0; n < 3; n++) expect(await signer.read("report.json")).toEqual({ title: "Báo cáo" });
  expect(closed).toBeGreaterThan(0);
});
