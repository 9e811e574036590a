import { summariseError } from "#core/base/error-summary.ts";
import type { MetricName } from "#core/base/metric.ts";
import { accessKeyBytes, drawAccessKey, pendingKeyOf } from "#core/initiatives/access-key.ts";
import { MailError, type Mailer } from "../store/aws/mail.ts";
import { nameAddress } from "../store/letters.ts";
import type { Limit } from "../store/limits.ts";
import type { Store } from "../store/store.ts";
import { composeKeyLetter } from "./author-letters.ts";
import { writeMail } from "./letter.ts";

interface KeyDeps {
  store: Store;
  mail: Mailer;
  origin: string;
  clock: () => string;
  random: (count: number) => Uint8Array;
  log: (message: string, details: Record<string, unknown>) => void;
  measure: (name: MetricName, value: number) => void;
}

/** Above the limit no letter is sent; the newest link still opens the dossier. */
const keyLetters: Limit = { count: 5, seconds: 3600 };

/**
 * Mails a new key if the address matches the record. Stores the key first and removes the request last, so
 * that a retry completes the work.
 */
export async function answerKeyRequest(deps: KeyDeps, id: string): Promise<void> {
  const { store, mail, origin, clock, random, log, measure } = deps;
  const request = await store.receipts.keyRequest(id, clock());
  if (!request) return;
  const { email, at } = request;
  const found = await store.initiatives.get(id);
  const theirs = found?.origin === "application" && found.application.contact.email === email;
  if (theirs && (await store.letters.take("key", nameAddress(email), `${id}#${at}`, keyLetters, clock()))) {
    const accessKey = drawAccessKey(random(accessKeyBytes));
    await store.receipts.putPendingKey(id, pendingKeyOf(found, accessKey));
    try {
      await mail.send(writeMail(email, composeKeyLetter(found, accessKey, origin)));
    } catch (error) {
      // The old key stays valid.
      if (!(error instanceof MailError && error.kind === "refused")) throw error;
      log("mail refused", { id, step: "renewKey", fault: summariseError(error) });
      measure("MailRefused", 1);
    }
  }
  await store.receipts.removeKeyRequest(id);
}
