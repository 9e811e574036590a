import { summariseError } from "#core/base/error-summary.ts";
import type { MetricName } from "#core/base/metric.ts";
import { accessKeyBytes, awaitAccessKey, drawAccessKey } from "#core/initiatives/access-key.ts";
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

/** Letters with a key that one address may get. A further request is answered by the letters that are there: the newest link opens the dossier. */
const keyLetters: Limit = { count: 5, seconds: 3600 };

/**
 * Answers a request for a new access key, if it still waits: where the address is the one on the record, a new key is mailed, and the old one stays good
 * until the new one is first used. It happens here and not in the API, so that whoever asks cannot tell from the answer or its time whether code or address exist.
 * The key is kept first, so that the link opens when it arrives. The request is removed last, so a record delivered again finds nothing to do, and a
 * run that broke off sends another key, of which the newest opens the dossier.
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
    await store.receipts.putPendingKey(id, awaitAccessKey(found, accessKey));
    try {
      await mail.send(writeMail(email, composeKeyLetter(found, accessKey, origin)));
    } catch (error) {
      // Nobody got a key by a mail that was refused: the old one stays good.
      if (!(error instanceof MailError && error.kind === "refused")) throw error;
      log("mail refused", { id, step: "renewKey", fault: summariseError(error) });
      measure("MailRefused", 1);
    }
  }
  await store.receipts.removeKeyRequest(id);
}
