import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const path = "/doan-ket-sang-tao/test";

/** The secrets of functions in tests. */
export const testSecrets = {
  "proof-secret": "of the tests",
  "distribution-secret": "of the distribution",
};

const ofTests = Object.fromEntries(
  Object.entries(testSecrets).map(([name, value]) => [`${path}/${name}`, value]),
);

/**
 * Stands for SSM's parameter store, as far as functions ask it: GetParameters of the AWS JSON 1.1 protocol, which answers with what is there and names what
 * is not. There is no emulator of it as a package.
 */
export async function startParameterStore(parameters: Record<string, string> = ofTests) {
  const asked: string[][] = [];
  const server = createServer(async (request, response) => {
    const target = request.headers["x-amz-target"];
    const { Names = [], WithDecryption } = JSON.parse(
      Buffer.concat(await Array.fromAsync(request)).toString(),
    );
    const there = (name: string) => name in parameters;
    asked.push(Names);
    const known = target === "AmazonSSM.GetParameters" && WithDecryption === true;
    response.writeHead(known ? 200 : 400, { "content-type": "application/x-amz-json-1.1" });
    const Parameters = Names.filter(there).map((Name: string) => ({ Name, Value: parameters[Name] }));
    const answer = { Parameters, InvalidParameters: Names.filter((name: string) => !there(name)) };
    response.end(JSON.stringify(known ? answer : { __type: "ValidationException" }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    /** What tells a function where its secrets are. */
    environment: {
      SECRETS_PATH: path,
      AWS_ENDPOINT_URL_SSM: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    },
    /** The names of each request so far. */
    asked,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
