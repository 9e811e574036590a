import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { readKept, writeKept } from "../kept-file.ts";

/** Persistent, so that a form open over a restart can still be sent. */
export async function keepProofSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, "proof-secret.json");
  const kept = await readKept<string>(file);
  if (kept) return kept;
  const secret = randomBytes(32).toString("base64url");
  await writeKept(file, secret);
  return secret;
}
