import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { summariseError } from "#core/base/error-summary.ts";
import type { MetricName } from "#core/base/metric.ts";
import { erasedFiles, erasesNames } from "#core/initiatives/erasure.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { keepSignInAccount } from "../accounts/sign-in-account.ts";
import type { Faces } from "../documents/pdf/pdf.ts";
import type { Mailer } from "../store/aws/mail.ts";
import type { Bucket } from "../store/aws/objects.ts";
import type { UploadBucket } from "../store/aws/upload-bucket.ts";
import type { SignInAccounts } from "../store/aws/user-pool.ts";
import type { Store } from "../store/store.ts";
import {
  readInvitationImage,
  readJobImage,
  readKeyRequestImage,
  readNoticeImage,
  readReminderImage,
  readScannedImage,
  readStaffImage,
  readStreamImage,
} from "../store/stream-image.ts";
import { tellAuthor } from "./author-notice.ts";
import { sendInvitation } from "./invitation.ts";
import { answerKeyRequest } from "./key-renewal.ts";
import { keepReceipt, removeReceipt } from "./receipt.ts";
import { sendReportNotice, settleRunOf } from "./report-notice.ts";
import { sendReminder } from "./report-reminder.ts";
import { followScannedFile } from "./scanned-file.ts";

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
 * each step that concerns them, a request for a new access key its answer, whoever has an account here one at the OpenID provider, an invited member of staff a letter, a unit that owes a report its reminder, one whose report was made word of it, a verdict on a file its consequences, and files that were erased go. Each mail is claimed in the table
 * before it is sent, so a record delivered twice sends it once; the receipt's bytes depend on the record and the verdicts on its files alone. On a fault the rest of the batch is given back.
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
        const upload = readScannedImage(image);
        if (upload) await followScannedFile(deps, upload);
        const job = readJobImage(image);
        if (job) await settleRunOf(deps, job);
      } catch (error) {
        const itemIdentifier = record.dynamodb?.SequenceNumber ?? "";
        deps.log("receipt or mail failed", { itemIdentifier, fault: summariseError(error) });
        return { batchItemFailures: [{ itemIdentifier }] };
      }
    }
    return { batchItemFailures: [] };
  };
}

async function handleVersion(deps: ReceiptDeps, initiative: FormInitiative): Promise<void> {
  const event = initiative.last ?? initiative.first;
  // What was handed in on paper and typed up later has its receipt on paper, and nobody is written to about a day long past.
  if (event.actor.role === "import") return;
  if (erasesNames(event)) await removeReceipt(deps, initiative.id);
  for (const id of erasedFiles(event))
    if (await deps.store.uploads.noteErased(id, `initiative:${initiative.id}`)) await deps.uploads.erase(id);
  const receipt = event.move === "submit" ? await keepReceipt(deps, initiative) : null;
  await tellAuthor(deps, initiative, receipt);
}
