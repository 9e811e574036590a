import { createSignal } from "solid-js";
import type { SubmissionInput } from "#core/initiatives/application.ts";
import type { Receipt } from "#core/initiatives/submission.ts";
import { ProblemError, sendJson } from "../../../api.ts";
import { forgetProof, proveKey } from "../../../proof/proof.ts";
import { keepDossier } from "../../follow/kept-dossiers.ts";
import { keyAfter } from "../drafts/drafts.ts";
import type { DraftLink } from "../drafts/link.ts";
import { keepReceipt } from "./kept-receipt.ts";

/** `longestWait` is in seconds; a longer wait is a failure. */
const attempts = 6;
const longestWait = 60;

const [retrySeconds, setRetrySeconds] = createSignal<number | null>(null);

export { retrySeconds };

/** Returns false if a reload loses the receipt. */
export function recordSubmission(receipt: Receipt, unitName: string, link: DraftLink | null): boolean {
  const { id, accessKey, title, receivedAt } = receipt;
  keepDossier({ id, accessKey, title, receivedAt });
  // The copy expires if the removal fails.
  if (link) import("../drafts/link.ts").then(({ removeLink }) => removeLink(link)).catch(() => {});
  return keepReceipt({ ...receipt, unitName });
}

interface SendingSteps {
  prove: (key: string) => Promise<string>;
  wait: (seconds: number) => Promise<void>;
}

/**
 * Idempotent by key. If the key's code is taken, `keepKey` receives the next key. Throttled requests are retried.
 */
export async function sendApplication(
  submission: SubmissionInput,
  key: string,
  keepKey: (key: string) => void,
  steps: SendingSteps = { prove: proveKey, wait: waitWithCountdown },
): Promise<Receipt> {
  try {
    return await sendWithRetries(submission, key, steps);
  } catch (error) {
    if (!isProblem(error, "id.taken")) throw error;
    const fresh = await keyAfter(key);
    keepKey(fresh);
    return await sendWithRetries(submission, fresh, steps);
  }
}

async function sendWithRetries(
  submission: SubmissionInput,
  key: string,
  { prove, wait }: SendingSteps,
): Promise<Receipt> {
  let renewed = false;
  for (let attempt = 1; ; attempt++) {
    try {
      const headers = { "idempotency-key": key, altcha: await prove(key) };
      return await sendJson<Receipt>("POST", "/api/initiatives", submission, headers);
    } catch (error) {
      const seconds = waitAfter(error, attempt);
      if (seconds !== null && attempt < attempts) await wait(seconds);
      else if (!renewed && isProblem(error, "proof.expired", "proof.invalid")) {
        forgetProof(key);
        renewed = true;
      } else throw error;
    }
  }
}

/** Seconds until a retry; null if a retry does not help. The gateway sends no `Retry-After`. */
function waitAfter(error: unknown, attempt: number): number | null {
  if (!(error instanceof ProblemError && (error.status === 429 || error.status === 503))) return null;
  const seconds = error.retryAfter ?? 2 ** attempt;
  return seconds <= longestWait ? seconds : null;
}

const isProblem = (error: unknown, ...codes: ProblemError["code"][]) =>
  error instanceof ProblemError && codes.includes(error.code);

function waitWithCountdown(seconds: number): Promise<void> {
  const whole = Math.ceil(seconds * (1 + Math.random() / 2));
  setRetrySeconds(whole);
  return new Promise((resolve) => {
    const ticking = setInterval(() => {
      const left = (retrySeconds() ?? 0) - 1;
      setRetrySeconds(left > 0 ? left : null);
      if (left > 0) return;
      clearInterval(ticking);
      resolve();
    }, 1000);
  });
}
