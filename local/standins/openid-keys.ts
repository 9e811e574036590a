import type { JsonWebKey } from "node:crypto";
import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { readKept, writeKept } from "../kept-file.ts";

export interface OpenIdKeys {
  jwks: { keys: JsonWebKey[] };
  cookieKeys: string[];
}

/** Created at first use; never in the repository. */
export async function keepOpenIdKeys(dataDir: string): Promise<OpenIdKeys> {
  const file = join(dataDir, "openid-keys.json");
  const kept = await readKept<OpenIdKeys>(file);
  if (kept) return kept;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = { ...privateKey.export({ format: "jwk" }), kid: randomUUID(), use: "sig", alg: "RS256" };
  const keys: OpenIdKeys = {
    jwks: { keys: [key] },
    cookieKeys: [randomBytes(32).toString("base64url")],
  };
  await writeKept(file, keys);
  return keys;
}
