import { type Attachment, type AttachmentState, judgeAttachment } from "#core/initiatives/attachment.ts";
import { erasesNames } from "#core/initiatives/erasure.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { type Faces, renderPdf } from "../documents/pdf/pdf.ts";
import type { Bucket } from "../store/aws/objects.ts";
import type { Store } from "../store/store.ts";
import { readSetting } from "./author-notice.ts";
import { composeReceipt } from "./receipt-document.ts";

export interface ReceiptFileDeps {
  store: Store;
  bucket: Pick<Bucket, "put" | "remove">;
  faces: Faces;
  /** Where the pages live, `https://host` without a slash. */
  origin: string;
  clock: () => string;
}

/** A file of a record as it stands. */
export type JudgedFile = Attachment & AttachmentState;

/** Where the receipt of an initiative lies in the bucket. */
const receiptObject = (id: string) => `receipts/${id}.pdf`;

/** Files of a record as they stand now. */
export async function judgeFiles(
  { store, clock }: Pick<ReceiptFileDeps, "store" | "clock">,
  files: readonly Attachment[],
): Promise<JudgedFile[]> {
  if (files.length === 0) return [];
  const arrivals = await store.uploads.arrivals(files.map(({ id }) => id));
  return files.map((file) => ({ ...file, ...judgeAttachment(file, arrivals.get(file.id) ?? null, clock()) }));
}

/**
 * Renders the receipt of an application as submitted and keeps it; the row that says so is written last. Null where an author was erased meanwhile: messages
 * come in no certain order, and a receipt made after the erasure would bring the name back.
 */
export async function keepReceipt(
  deps: ReceiptFileDeps,
  initiative: FormInitiative,
): Promise<Uint8Array | null> {
  const bytes = await renderReceipt(deps, initiative);
  const found = await deps.store.initiatives.getWithHistory(initiative.id);
  const erased = found?.events.some(({ event }) => erasesNames(event)) ?? true;
  if (!erased) return bytes;
  await removeReceipt(deps, initiative.id);
  return null;
}

/** Files under check are named as such; `renewReceipt` renders again once their verdict comes. A verdict that came during rendering found no receipt, so it is read again here. */
async function renderReceipt(deps: ReceiptFileDeps, initiative: FormInitiative): Promise<Uint8Array> {
  const { store, bucket, faces, origin } = deps;
  const { unit, superior, campaign } = await readSetting(deps, initiative);
  const submitted = asSubmitted(initiative);
  const object = receiptObject(initiative.id);
  for (let files = await judgeFiles(deps, submitted.attachments); ; ) {
    const document = composeReceipt(submitted, { unit, superior, campaign, origin, files });
    const bytes = await renderPdf(document, { faces, date: initiative.receivedAt });
    await bucket.put(object, bytes, "application/pdf");
    const unscanned = files.filter(({ state }) => state === "checking").length;
    await store.receipts.putReady(initiative.id, object, unscanned > 0);
    if (unscanned === 0) return bytes;
    const now = await judgeFiles(deps, submitted.attachments);
    if (now.filter(({ state }) => state === "checking").length === unscanned) return bytes;
    files = now;
  }
}

/** Renders a receipt again that names files under check. */
export async function renewReceipt(deps: ReceiptFileDeps, id: string): Promise<void> {
  const initiative = await deps.store.initiatives.get(id);
  if (initiative?.origin === "application") await keepReceipt(deps, initiative);
}

/** A receipt names its authors: where one is erased, it goes. */
export async function removeReceipt({ store, bucket }: ReceiptFileDeps, id: string): Promise<void> {
  await store.receipts.removeReady(id);
  await bucket.remove(receiptObject(id));
}

/** The record as it was handed in, whatever has taken the place of its parts since. */
function asSubmitted(initiative: FormInitiative): FormInitiative {
  const { application, attachments, firstApplication, firstAttachments } = initiative;
  return {
    ...initiative,
    application: firstApplication ?? application,
    attachments: firstAttachments ?? attachments,
    number: null,
  };
}
