import { accessKeyBytes, renewAccessKey } from "../core/access-key.ts";
import { describeFault } from "../core/fault.ts";
import type { FormInitiative } from "../core/initiative.ts";
import type { MetricName } from "../core/metric.ts";
import { Problem } from "../core/problems.ts";
import { MailError, type Mailer } from "../store/mail.ts";
import type { Store } from "../store/store.ts";
import { writeMail } from "./letter.ts";
import { composeKeyLetter } from "./notices.ts";

interface KeyDeps {
  store: Store;
  mail: Mailer;
  origin: string;
  clock: () => string;
  random: (count: number) => Uint8Array;
  log: (message: string, details: Record<string, unknown>) => void;
  measure: (name: MetricName, value: number) => void;
}

const saveAttempts = 8;

/**
 * Answers a request for a new access key, if it still waits: where the address is the one on the record, a new key is mailed and takes the place of
 * the old. It happens here and not in the API, so that whoever asks cannot tell from the answer or its time whether code or address exist.
 * The mail goes first: were the key replaced first and the mail never sent, the author would have none. The request is removed last, so a
 * record delivered again finds nothing to do, and a run that broke off sends another key, of which the newest opens the dossier.
 */
export async function answerKeyRequest(deps: KeyDeps, id: string): Promise<void> {
  const { store, mail, origin, clock, random, log, measure } = deps;
  const request = await store.receipts.keyRequest(id, clock());
  if (!request) return;
  const found = await store.initiatives.get(id);
  if (found?.origin === "application" && found.application.contact.email === request.email) {
    const bytes = random(accessKeyBytes);
    const { accessKey } = renew(deps, found, bytes);
    try {
      await mail.send(writeMail(request.email, composeKeyLetter(found, accessKey, origin)));
      await replaceKey(deps, found, bytes);
    } catch (error) {
      // Nobody got a key by a mail that was refused: the old one stays good.
      if (!(error instanceof MailError && error.kind === "refused")) throw error;
      log("mail refused", { id, step: "renewKey", fault: describeFault(error) });
      measure("MailRefused", 1);
    }
  }
  await store.receipts.removeKeyRequest(id);
}

function renew({ clock, random }: KeyDeps, before: FormInitiative, bytes: Uint8Array) {
  const actor = { role: "author", staff: null } as const;
  return renewAccessKey(before, "mail", bytes, { actor, now: clock(), salt: () => random(16) });
}

/** Writes the key that was mailed, on whatever version the record has by now. */
async function replaceKey(deps: KeyDeps, found: FormInitiative, bytes: Uint8Array): Promise<void> {
  let before = found;
  for (let attempt = 1; ; attempt++) {
    try {
      await deps.store.initiatives.save(renew(deps, before, bytes), before);
      return;
    } catch (error) {
      const conflict = error instanceof Problem && error.code === "version.conflict";
      if (!conflict || attempt === saveAttempts) throw error;
      const now = await deps.store.initiatives.get(before.id);
      if (now?.origin !== "application") throw error;
      before = now;
    }
  }
}
