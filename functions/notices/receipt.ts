import { type Attachment, type AttachmentState, attachmentStateOf } from "#core/initiatives/attachment.ts";
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
  origin: string;
  clock: () => string;
}

export type JudgedFile = Attachment & AttachmentState;

const receiptObject = (id: string) => `receipts/${id}.pdf`;

export async function judgeFiles(
  { store, clock }: Pick<ReceiptFileDeps, "store" | "clock">,
  files: readonly Attachment[],
): Promise<JudgedFile[]> {
  if (files.length === 0) return [];
  const arrivals = await store.uploads.arrivals(files.map(({ id }) => id));
  return files.map((file) => ({
    ...file,
    ...attachmentStateOf(file, arrivals.get(file.id) ?? null, clock()),
  }));
}

/** If an author was erased, removes the receipt and returns null. */
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

/** Renders again if a scan ends meanwhile. `renewReceipt` handles later scans. */
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

export async function renewReceipt(deps: ReceiptFileDeps, id: string): Promise<void> {
  const initiative = await deps.store.initiatives.get(id);
  if (initiative?.origin === "application") await keepReceipt(deps, initiative);
}

export async function removeReceipt({ store, bucket }: ReceiptFileDeps, id: string): Promise<void> {
  await store.receipts.removeReady(id);
  await bucket.remove(receiptObject(id));
}

function asSubmitted(initiative: FormInitiative): FormInitiative {
  const { application, attachments, firstApplication, firstAttachments } = initiative;
  return {
    ...initiative,
    application: firstApplication ?? application,
    attachments: firstAttachments ?? attachments,
    number: null,
  };
}
