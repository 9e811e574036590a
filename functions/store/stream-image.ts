import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Activity } from "#core/activities/activity.ts";
import type { Model } from "#core/activities/model.ts";
import type { Replication } from "#core/activities/replication.ts";
import type { CommendationDecision } from "#core/commendation/decision.ts";
import type { Contribution, CountedKind, CountedVersion } from "#core/figures/contribution.ts";
import { countActivity } from "#core/figures/contributions/activity.ts";
import { countCommendation } from "#core/figures/contributions/commendation.ts";
import { countInitiative } from "#core/figures/contributions/initiative.ts";
import { countModel } from "#core/figures/contributions/model.ts";
import { countReplication } from "#core/figures/contributions/replication.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";
import type { Job } from "#core/jobs/job.ts";
import type { ReportNotice } from "#core/report/run.ts";
import type { Invitation } from "#core/staff/lifecycle.ts";
import { fromInitiativeItem } from "./initiatives/initiative-items.ts";
import {
  countedSortKeys,
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

/** All readers of this file return null for removals and other items. */
function readItem(image: unknown, { sk }: Key): Item | null {
  const attributes = (image ?? {}) as Record<string, AttributeValue>;
  return attributes.sk?.S === sk ? unmarshall(attributes) : null;
}

export function readStreamImage(image: unknown): Initiative | null {
  const item = readItem(image, initiativeKey(""));
  return item && fromInitiativeItem(item);
}

type CountedReader = (item: Item, kind: CountedKind) => CountedVersion;

const counting =
  <R extends { id: string; version: number }>(
    read: (item: Item) => R,
    count: (record: R) => Contribution,
  ): CountedReader =>
  (item, kind) => {
    const record = read(item);
    return { kind, id: record.id, version: record.version, contribution: count(record) };
  };

const countedReaders: Record<CountedKind, CountedReader> = {
  initiative: counting(fromInitiativeItem, countInitiative),
  activity: counting((item): Activity => item.record, countActivity),
  model: counting((item): Model => item.record, countModel),
  replication: counting((item): Replication => item.record, countReplication),
  commendation: counting(({ decision }) => decision as CommendationDecision, countCommendation),
};

const countedKinds = Object.keys(countedSortKeys) as CountedKind[];

export function readCountedItem(item: Item): CountedVersion | null {
  const kind = countedKinds.find((each) => countedSortKeys[each] === item.sk);
  return kind ? countedReaders[kind](item, kind) : null;
}

export function readCountedImage(image: unknown): CountedVersion | null {
  for (const sk of Object.values(countedSortKeys)) {
    const item = readItem(image, { pk: "", sk });
    if (item) return readCountedItem(item);
  }
  return null;
}

export const readKeyRequestImage = (image: unknown): KeyRequest | null =>
  readItem(image, keyRequestKey(""))?.request ?? null;

export const readInvitationImage = (image: unknown): Invitation | null =>
  readItem(image, invitationKey(""))?.invitation ?? null;

export const readReminderImage = (image: unknown): ReportReminder | null =>
  readItem(image, reportReminderKey("", ""))?.reminder ?? null;

/** Also null for a notice with an outcome. */
export function readNoticeImage(image: unknown): ReportNotice | null {
  const item = readItem(image, reportNoticeKey({ run: "", unit: "" }));
  return item && item.outcome === undefined ? item.notice : null;
}

export const readStaffImage = (image: unknown): string | null =>
  readItem(image, staffKey(""))?.staff.email ?? null;

export interface ScannedUpload {
  id: string;
  initiative: string;
}

export function readScannedImage(image: unknown): ScannedUpload | null {
  const item = readItem(image, uploadKey(""));
  const owner = String(item?.usedBy ?? "");
  if (!item?.arrival || item.erased || !owner.startsWith(ownedByInitiative)) return null;
  return { id: item.uploadId, initiative: owner.slice(ownedByInitiative.length) };
}

/** Reads an upload that its record dropped. */
export function readDroppedImage(image: unknown): { id: string; owner: string } | null {
  const item = readItem(image, uploadKey(""));
  return item?.dropped && !item.erased ? { id: item.uploadId, owner: item.dropped } : null;
}

export const readJobImage = (image: unknown): Job | null => readItem(image, jobKey(""))?.job ?? null;
