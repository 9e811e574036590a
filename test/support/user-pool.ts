import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { localAccess } from "../../local/credentials.ts";
import { findFreePort } from "../../local/ports.ts";
import { atFileEnd } from "./cleanup.ts";
import { markOfRun } from "./leftovers.ts";

const require = createRequire(import.meta.url);

/**
 * A user pool of cognito-local, in a process of its own, until the test file ends. `signedOut` are those of whom AdminUserGlobalSignOut was asked, which
 * cognito-local does not know: a server in front of it takes it down and answers as Cognito does.
 */
export async function startUserPool() {
  const folder = await mkdtemp(join(tmpdir(), "test-pool-"));
  const port = await findFreePort();
  const program = require.resolve("cognito-local/lib/bin/start.js");
  const child = spawn(process.execPath, [program], {
    cwd: folder,
    env: { ...markOfRun(), PORT: String(port), HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const running = (async () => {
    for await (const said of child.stdout) if (String(said).includes("running")) return;
  })();
  const signedOut: string[] = [];
  const front = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request));
    const target = String(request.headers["x-amz-target"]);
    if (target.endsWith(".AdminUserGlobalSignOut")) {
      signedOut.push(JSON.parse(body.toString()).Username);
      return response.end("{}");
    }
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      method: "POST",
      headers: plain(request),
      body,
    });
    response.writeHead(answer.status, { "content-type": "application/x-amz-json-1.1" });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  front.listen(0, "127.0.0.1");
  await once(front, "listening");
  const config = { ...localAccess, endpoint: `http://127.0.0.1:${(front.address() as AddressInfo).port}` };
  const client = new CognitoIdentityProviderClient(config);
  atFileEnd(async () => {
    client.destroy();
    front.closeAllConnections();
    front.close();
    child.kill();
    await once(child, "exit");
    await rm(folder, { recursive: true, force: true });
  });
  await running;
  const { UserPool } = await client.send(
    new CreateUserPoolCommand({ PoolName: "staff", UsernameAttributes: ["email"] }),
  );
  const id = UserPool?.Id ?? "";
  return {
    id,
    config,
    signedOut,
    /** An account as the pool has it. */
    read: (email: string) => client.send(new AdminGetUserCommand({ UserPoolId: id, Username: email })),
  };
}

function plain({ headers }: IncomingMessage): Record<string, string> {
  const wanted = ["x-amz-target", "content-type", "authorization"];
  return Object.fromEntries(wanted.map((name) => [name, String(headers[name])]));
}
