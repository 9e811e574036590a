import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Initiative } from "../core/initiative.ts";
import type { Job } from "../core/job.ts";
import type { ReportNotice } from "../core/report-run.ts";
import type { Staff } from "../core/staff.ts";
import type { Invitation } from "../core/staff-changes.ts";
import { fromInitiativeItem } from "./initiatives.ts";
import {
  invitationKey,
  jobKey,
  keyRequestKey,
  reportNoticeKey,
  reportReminderKey,
  staffKey,
} from "./keys.ts";
import type { KeyRequest } from "./receipts.ts";
import type { ReportReminder } from "./report-requests.ts";

/** The initiative in a stream record's new image, or null where the record is of another kind or a removal. */
export function readStreamImage(image: unknown): Initiative | null {
  if (!image) return null;
  const attributes = image as Record<string, AttributeValue>;
  if (attributes.sk?.S !== "INI") return null;
  return fromInitiativeItem(unmarshall(attributes));
}

/** The request for a new access key in a stream record's new image, or null where the record is of another kind or a removal. */
export function readKeyRequestImage(image: unknown): KeyRequest | null {
  const attributes = (image ?? {}) as Record<string, AttributeValue>;
  if (attributes.sk?.S !== keyRequestKey("").sk) return null;
  return unmarshall(attributes).request as KeyRequest;
}

/** The invitation in a stream record's new image, or null where the record is of another kind or a removal. */
export function readInvitationImage(image: unknown): Invitation | null {
  const attributes = (image ?? {}) as Record<string, AttributeValue>;
  if (attributes.sk?.S !== invitationKey("").sk) return null;
  return unmarshall(attributes).invitation as Invitation;
}

/** The reminder in a stream record's new image, or null where the record is of another kind or a removal. */
export function readReminderImage(image: unknown): ReportReminder | null {
  const attributes = (image ?? {}) as Record<string, AttributeValue>;
  if (attributes.sk?.S !== reportReminderKey("", "").sk) return null;
  return unmarshall(attributes).reminder as ReportReminder;
}

/** What is to be told of a run in a stream record's new image, or null where the record is of another kind, was told already, or is a removal. */
export function readNoticeImage(image: unknown): ReportNotice | null {
  const attributes = (image ?? {}) as Record<string, AttributeValue>;
  if (attributes.sk?.S !== reportNoticeKey({ run: "", unit: "" }).sk || attributes.outcome) return null;
  return unmarshall(attributes).notice as ReportNotice;
}

/** The mail address of the member of staff in a stream record's new image, or null where the record is of another kind or a removal. */
export function readStaffImage(image: unknown): string | null {
  const attributes = (image ?? {}) as Record<string, AttributeValue>;
  if (attributes.sk?.S !== staffKey("").sk) return null;
  return (unmarshall(attributes).staff as Staff).email;
}

/** The job in a stream record's new image, or null where the record is of another kind or a removal. */
export function readJobImage(image: unknown): Job | null {
  const attributes = (image ?? {}) as Record<string, AttributeValue>;
  if (attributes.sk?.S !== jobKey("").sk) return null;
  return unmarshall(attributes).job as Job;
}
