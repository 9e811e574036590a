import type { Event } from "#core/initiatives/history.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { type HeldLetter, nameAddress } from "../store/letters.ts";
import type { Limit } from "../store/limits.ts";
import type { Store } from "../store/store.ts";
import { composeNotice } from "./author-letters.ts";
import { type ClaimedMailDeps, sendOnce } from "./claimed-mail.ts";

export interface AuthorNoticeDeps extends ClaimedMailDeps {
  store: Store;
  origin: string;
  clock: () => string;
}

/** Limit per address over all dossiers. */
export const noticeLetters: Limit = { count: 3, seconds: 3600 };

/**
 * Mails the author once about the record's last step. Above the limit, holds the notice for a summary
 * (letter-summary.ts).
 */
export async function notifyAuthor(
  deps: AuthorNoticeDeps,
  initiative: FormInitiative,
  receipt: Uint8Array | null,
): Promise<void> {
  const { store, origin, clock } = deps;
  const { id, application } = initiative;
  const { email } = application.contact;
  const event = initiative.last ?? initiative.first;
  if (!email) return;
  const { unit, campaign } = await readSetting(deps, initiative);
  const reason = await readReason(deps, id, initiative.last);
  const letter = composeNotice(initiative, event, { unit: unit.name, campaign, origin, reason });
  if (!letter || (await store.receipts.isMailClaimed(id, event.n))) return;
  const address = nameAddress(email);
  if (!(await store.letters.take("notice", address, `${id}#${event.n}`, noticeLetters, clock())))
    return holdBack(deps, { address, id, n: event.n, file: null }, { id, step: event.n });
  const attachment = receipt
    ? { name: `giay-bien-nhan-${id}.pdf`, type: "application/pdf", bytes: receipt }
    : undefined;
  await sendOnce(deps, { id, step: event.n }, { to: email, letter, attachment });
}

/** Holds a letter before claiming it, so that a crash loses no letter. */
export async function holdBack(
  { store, clock }: Pick<AuthorNoticeDeps, "store" | "clock">,
  letter: Omit<HeldLetter, "due">,
  claim: { id: string; step: number },
): Promise<void> {
  const due = new Date(Date.parse(clock()) + noticeLetters.seconds * 1000).toISOString();
  await store.letters.hold({ ...letter, due });
  await store.receipts.claimMail(claim.id, claim.step);
}

export async function readReason(
  { store }: Pick<AuthorNoticeDeps, "store">,
  id: string,
  last: Event | null,
): Promise<string | null> {
  if (!last || !("reason" in last.commitments)) return null;
  const found = await store.initiatives.getWithHistory(id);
  const value = found?.events.find(({ event }) => event.n === last.n)?.openings.reason?.value;
  return typeof value === "string" && value !== "" ? value : null;
}

export async function readSetting({ store }: Pick<AuthorNoticeDeps, "store">, initiative: FormInitiative) {
  const units = await store.directory.units();
  const campaign = await store.directory.campaign(initiative.campaign);
  const unit = units.get(initiative.unit);
  if (!unit || !campaign) throw new Error(`no unit or campaign of ${initiative.id}`);
  return { unit, superior: units.get(unit.parent ?? "") ?? null, campaign };
}
