import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { erasedFiles, erasesNames } from "../core/erasure.ts";
import { describeFault } from "../core/fault.ts";
import type { FormInitiative } from "../core/initiative.ts";
import type { MetricName } from "../core/metric.ts";
import type { Faces } from "../documents/pdf.ts";
import { renderPdf } from "../documents/pdf.ts";
import type { Mailer } from "../store/mail.ts";
import type { Bucket } from "../store/objects.ts";
import type { Store } from "../store/store.ts";
import {
  readInvitationImage,
  readJobImage,
  readKeyRequestImage,
  readNoticeImage,
  readReminderImage,
  readStaffImage,
  readStreamImage,
} from "../store/stream-image.ts";
import type { UploadBucket } from "../store/upload-bucket.ts";
import type { SignInAccounts } from "../store/user-pool.ts";
import { sendOnce } from "./claimed-mail.ts";
import { sendInvitation } from "./invitation.ts";
import { answerKeyRequest } from "./key-renewal.ts";
import { composeNotice } from "./notices.ts";
import { composeReceipt } from "./receipt-document.ts";
import { sendReportNotice, settleRunOf } from "./report-notice.ts";
import { sendReminder } from "./report-reminder.ts";
import { keepSignInAccount } from "./sign-in-account.ts";

export interface ReceiptDeps {
  store: Store;
  bucket: Bucket;
  uploads: Pick<UploadBucket, "erase">;
  mail: Mailer;
  /** The accounts at the OpenID provider. */
  accounts: SignInAccounts;
  faces: Faces;
  /** Where the pages live, `https://host` without a slash. */
  origin: string;
  clock: () => string;
  random: (count: number) => Uint8Array;
  /** Told of what failed: a sequence number or an id and the error, nothing personal. */
  log: (message: string, details: Record<string, unknown>) => void;
  measure: (name: MetricName, value: number) => void;
}

/**
 * Handles a batch of the table's stream beside the figures, which never wait for mail: a new initiative gets its receipt, its author a mail for
 * each step that concerns them, a request for a new access key its answer, whoever has an account here one at the OpenID provider, an invited member of staff a letter, a unit that owes a report its reminder, one whose report was made word of it, and files that were erased go. Each mail is claimed in the table
 * before it is sent, so a record delivered twice sends it once; the receipt's bytes depend on the record alone. On a fault the rest of the batch is given back.
 */
export function createReceiptsHandler(deps: ReceiptDeps) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of event.Records) {
      try {
        const image = record.dynamodb?.NewImage;
        const initiative = readStreamImage(image);
        if (initiative?.origin === "application") await handleVersion(deps, initiative);
        const request = readKeyRequestImage(image);
        if (request) await answerKeyRequest(deps, request.id);
        const staff = readStaffImage(image);
        if (staff) await keepSignInAccount(deps, staff);
        const invitation = readInvitationImage(image);
        if (invitation) await sendInvitation(deps, invitation);
        const reminder = readReminderImage(image);
        if (reminder) await sendReminder(deps, reminder);
        const notice = readNoticeImage(image);
        if (notice) await sendReportNotice(deps, notice);
        const job = readJobImage(image);
        if (job) await settleRunOf(deps, job);
      } catch (error) {
        const itemIdentifier = record.dynamodb?.SequenceNumber ?? "";
        deps.log("receipt or mail failed", { itemIdentifier, fault: describeFault(error) });
        return { batchItemFailures: [{ itemIdentifier }] };
      }
    }
    return { batchItemFailures: [] };
  };
}

/** Where the receipt of an initiative lies in the bucket. */
const receiptObject = (id: string) => `receipts/${id}.pdf`;

async function handleVersion(deps: ReceiptDeps, initiative: FormInitiative): Promise<void> {
  const event = initiative.last ?? initiative.first;
  // What was handed in on paper and typed up later has its receipt on paper, and nobody is written to about a day long past.
  if (event.actor.role === "import") return;
  if (erasesNames(event)) await removeReceipt(deps, initiative.id);
  for (const id of erasedFiles(event))
    if (await deps.store.uploads.noteErased(id, `initiative:${initiative.id}`)) await deps.uploads.erase(id);
  const receipt = event.move === "submit" ? await keepReceipt(deps, initiative) : null;
  await sendNotice(deps, initiative, receipt);
}

/** Renders the receipt and keeps it; the row that says so is written last. */
async function keepReceipt(deps: ReceiptDeps, initiative: FormInitiative): Promise<Uint8Array> {
  const { store, bucket, faces, origin } = deps;
  const { unit, superior, campaign } = await readSetting(deps, initiative);
  const document = composeReceipt(initiative, { unit, superior, campaign, origin });
  const bytes = await renderPdf(document, { faces, date: initiative.receivedAt });
  const object = receiptObject(initiative.id);
  await bucket.put(object, bytes, "application/pdf");
  await store.receipts.putReady(initiative.id, object);
  return bytes;
}

/** A receipt names its authors: where one is erased, it goes. */
async function removeReceipt({ store, bucket }: ReceiptDeps, id: string): Promise<void> {
  await store.receipts.removeReady(id);
  await bucket.remove(receiptObject(id));
}

async function sendNotice(
  deps: ReceiptDeps,
  initiative: FormInitiative,
  receipt: Uint8Array | null,
): Promise<void> {
  const { origin } = deps;
  const { id, application } = initiative;
  const { email } = application.contact;
  const event = initiative.last ?? initiative.first;
  if (!email) return;
  const { unit, campaign } = await readSetting(deps, initiative);
  const reason = await readReason(deps, initiative);
  const letter = composeNotice(initiative, event, { unit: unit.name, campaign, origin, reason });
  if (!letter) return;
  const attachment = receipt
    ? { name: `giay-bien-nhan-${id}.pdf`, type: "application/pdf", bytes: receipt }
    : undefined;
  await sendOnce(deps, { id, step: event.n }, { to: email, letter, attachment });
}

async function readReason({ store }: ReceiptDeps, { id, last }: FormInitiative): Promise<string | null> {
  if (!last || !("reason" in last.commitments)) return null;
  const found = await store.initiatives.getWithHistory(id);
  const value = found?.events.find(({ event }) => event.n === last.n)?.openings.reason?.value;
  return typeof value === "string" && value !== "" ? value : null;
}

async function readSetting({ store }: ReceiptDeps, initiative: FormInitiative) {
  const units = await store.directory.units();
  const campaign = await store.directory.campaign(initiative.campaign);
  const unit = units.get(initiative.unit);
  if (!unit || !campaign) throw new Error(`no unit or campaign of ${initiative.id}`);
  return { unit, superior: units.get(unit.parent ?? "") ?? null, campaign };
}
