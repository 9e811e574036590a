import type { JsonWebKey } from "node:crypto";
import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { keepInFile } from "../json-file.ts";

export interface OpenIdKeys {
  jwks: { keys: JsonWebKey[] };
  cookieKeys: string[];
}

const drawSecret = () => randomBytes(32).toString("base64url");

export const keepOpenIdKeys = (dataDir: string): Promise<OpenIdKeys> =>
  keepInFile(join(dataDir, "openid-keys.json"), () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const key = { ...privateKey.export({ format: "jwk" }), kid: randomUUID(), use: "sig", alg: "RS256" };
    return { jwks: { keys: [key] }, cookieKeys: [drawSecret()] };
  });

/** Stored, so that a form opened before a restart can be sent. */
export const keepProofSecret = (dataDir: string): Promise<string> =>
  keepInFile(join(dataDir, "proof-secret.json"), drawSecret);
