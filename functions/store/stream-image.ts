import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Initiative } from "#core/initiatives/initiative.ts";
import type { Job } from "#core/jobs/job.ts";
import type { ReportNotice } from "#core/report/run.ts";
import type { Invitation } from "#core/staff/changes.ts";
import { fromInitiativeItem } from "./initiatives.ts";
import {
  initiativeKey,
  invitationKey,
  jobKey,
  type Key,
  keyRequestKey,
  ownedByInitiative,
  reportNoticeKey,
  reportReminderKey,
  staffKey,
  uploadKey,
} from "./keys.ts";
import type { KeyRequest } from "./receipts.ts";
import type { ReportReminder } from "./report-requests.ts";
import type { Item } from "./table.ts";

/** An item of this kind in a stream record's new image, or null where the record is of another kind or a removal. */
function readItem(image: unknown, { sk }: Key): Item | null {
  const attributes = (image ?? {}) as Record<string, AttributeValue>;
  return attributes.sk?.S === sk ? unmarshall(attributes) : null;
}

/** The initiative in a stream record's new image, or null where the record is of another kind or a removal. */
export function readStreamImage(image: unknown): Initiative | null {
  const item = readItem(image, initiativeKey(""));
  return item && fromInitiativeItem(item);
}

/** The request for a new access key in a stream record's new image, or null where the record is of another kind or a removal. */
export const readKeyRequestImage = (image: unknown): KeyRequest | null =>
  readItem(image, keyRequestKey(""))?.request ?? null;

/** The invitation in a stream record's new image, or null where the record is of another kind or a removal. */
export const readInvitationImage = (image: unknown): Invitation | null =>
  readItem(image, invitationKey(""))?.invitation ?? null;

/** The reminder in a stream record's new image, or null where the record is of another kind or a removal. */
export const readReminderImage = (image: unknown): ReportReminder | null =>
  readItem(image, reportReminderKey("", ""))?.reminder ?? null;

/** What is to be told of a run in a stream record's new image, or null where the record is of another kind, was told already, or is a removal. */
export function readNoticeImage(image: unknown): ReportNotice | null {
  const item = readItem(image, reportNoticeKey({ run: "", unit: "" }));
  return item && item.outcome === undefined ? item.notice : null;
}

/** The mail address of the member of staff in a stream record's new image, or null where the record is of another kind or a removal. */
export const readStaffImage = (image: unknown): string | null =>
  readItem(image, staffKey(""))?.staff.email ?? null;

/** An upload that has been scanned and that a dossier uses. */
export interface ScannedUpload {
  id: string;
  /** The code of the dossier. */
  initiative: string;
}

/** The scanned upload of a dossier in a stream record's new image, or null where the record is of another kind or a removal. */
export function readScannedImage(image: unknown): ScannedUpload | null {
  const item = readItem(image, uploadKey(""));
  const owner = String(item?.usedBy ?? "");
  if (!item?.arrival || item.erased || !owner.startsWith(ownedByInitiative)) return null;
  return { id: item.uploadId, initiative: owner.slice(ownedByInitiative.length) };
}

/** The job in a stream record's new image, or null where the record is of another kind or a removal. */
export const readJobImage = (image: unknown): Job | null => readItem(image, jobKey(""))?.job ?? null;
