import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { summariseError } from "#core/base/error-summary.ts";
import type { MetricName } from "#core/base/metric.ts";
import { erasedFiles, erasesNames } from "#core/initiatives/erasure.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import type { Faces } from "../documents/pdf/pdf.ts";
import type { Mailer } from "../store/aws/mail.ts";
import { handleMessages } from "../store/aws/messages.ts";
import type { Bucket } from "../store/aws/objects.ts";
import type { UploadBucket } from "../store/aws/upload-bucket.ts";
import type { Store } from "../store/store.ts";
import {
  readDroppedImage,
  readInvitationImage,
  readJobImage,
  readKeyRequestImage,
  readNoticeImage,
  readReminderImage,
  readScannedImage,
  readStreamImage,
} from "../store/stream-image.ts";
import { notifyAuthor } from "./author-notice.ts";
import { sendInvitation } from "./invitation.ts";
import { answerKeyRequest } from "./key-renewal.ts";
import { keepReceipt, removeReceipt } from "./receipt.ts";
import { sendReportNotice, settleRunOf } from "./report-notice.ts";
import { sendReminder } from "./report-reminder.ts";
import { followScannedFile } from "./scanned-file.ts";

export interface NoticeDeps {
  store: Store;
  bucket: Bucket;
  uploads: Pick<UploadBucket, "erase">;
  mail: Mailer;
  faces: Faces;
  /** `https://host` without a trailing slash. */
  origin: string;
  clock: () => string;
  random: (count: number) => Uint8Array;
  /** Logs no personal data. */
  log: (message: string, details: Record<string, unknown>) => void;
  measure: (name: MetricName, value: number) => void;
}

/** Mails are claimed before sending, so repeated messages are safe. */
export function createNoticesHandler(deps: NoticeDeps) {
  return (event: SQSEvent): Promise<SQSBatchResponse> =>
    handleMessages(
      event,
      (image) => handleImage(deps, image),
      (messageId, error) => deps.log("receipt or mail failed", { messageId, fault: summariseError(error) }),
    );
}

async function handleImage(deps: NoticeDeps, image: unknown): Promise<void> {
  const initiative = readStreamImage(image);
  if (initiative?.origin === "application") await handleVersion(deps, initiative);
  const request = readKeyRequestImage(image);
  if (request) await answerKeyRequest(deps, request.id);
  const invitation = readInvitationImage(image);
  if (invitation) await sendInvitation(deps, invitation);
  const reminder = readReminderImage(image);
  if (reminder) await sendReminder(deps, reminder);
  const notice = readNoticeImage(image);
  if (notice) await sendReportNotice(deps, notice);
  const upload = readScannedImage(image);
  if (upload) await followScannedFile(deps, upload);
  const dropped = readDroppedImage(image);
  if (dropped && (await deps.store.uploads.eraseDropped(dropped.id, dropped.owner)))
    await deps.uploads.erase(dropped.id);
  const job = readJobImage(image);
  if (job) await settleRunOf(deps, job);
}

async function handleVersion(deps: NoticeDeps, initiative: FormInitiative): Promise<void> {
  const event = initiative.last ?? initiative.first;
  // Imported applications have paper receipts and need no mail.
  if (event.actor.role === "import") return;
  if (erasesNames(event)) await removeReceipt(deps, initiative.id);
  for (const id of erasedFiles(event))
    if (await deps.store.uploads.noteErased(id, `initiative:${initiative.id}`)) await deps.uploads.erase(id);
  if (event.move !== "submit") return notifyAuthor(deps, initiative, null);
  const receipt = await keepReceipt(deps, initiative);
  if (receipt) await notifyAuthor(deps, initiative, receipt);
}
