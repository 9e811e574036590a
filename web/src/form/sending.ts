import type { Submission } from "../../../functions/core/application.ts";
import type { Receipt } from "../../../functions/core/submission.ts";
import { ProblemError, sendJson } from "../api.ts";
import { drawKey } from "./drafts.ts";

/**
 * Sends an application under the secret key drawn for it: the same key again gives the same receipt. Where the code that the key
 * stands for is somebody else's, a new key is drawn, told to `keepKey`, and used at once.
 */
export async function sendApplication(
  submission: Submission,
  key: string,
  keepKey: (key: string) => void,
): Promise<Receipt> {
  const send = (key: string) =>
    sendJson<Receipt>("POST", "/api/initiatives", submission, { "idempotency-key": key });
  try {
    return await send(key);
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === "id.taken")) throw error;
    const fresh = drawKey();
    keepKey(fresh);
    return await send(fresh);
  }
}
