import * as v from "valibot";
import { dayOf, startOfDay, writeDay } from "#core/base/calendar.ts";
import { commit, hashSecret } from "#core/base/canonical.ts";
import type { SubmissionSecrets } from "#core/base/ids.ts";
import { parseAs } from "#core/base/parsing.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import {
  type Campaign,
  type CampaignUnit,
  deadlinesFrom,
  graceEndsAt,
  intakeAt,
  intakeOfPaper,
} from "#core/campaigns/campaign.ts";
import { checkBenefits, checkDates, Submission } from "./application.ts";
import { type Actor, type OpenedEvent, type Openings, sealEvent } from "./history.ts";
import { partsOf } from "./history-parts.ts";
import type { FormInitiative } from "./initiative.ts";
import { submittedConsents } from "./publish-name.ts";

export const Receipt = v.strictObject({
  id: v.string(),
  accessKey: v.string(),
  title: v.string(),
  unit: v.string(),
  receivedAt: v.string(),
  late: v.boolean(),
  answerDueOn: v.string(),
});
export type Receipt = v.InferOutput<typeof Receipt>;

/** Throws `application.invalid` with all errors; pointers are relative to the body. */
export function parseSubmission(body: unknown, now: string): Submission {
  const parsed = parseAs("application.invalid", Submission, body);
  const errors = [
    ...checkReceivedOn(parsed, dayOf(now)),
    ...checkDates(parsed.application, dayOf(now)).map(under("/application")),
  ];
  if (errors.length > 0) throw new Problem("application.invalid", errors);
  return parsed;
}

function checkReceivedOn({ channel, receivedOn }: Submission, today: string): FieldError[] {
  const pointer = "/receivedOn";
  if (receivedOn === undefined) return [];
  if (channel !== "paper") return [{ pointer, code: "receivedOn.paperOnly" }];
  return receivedOn > today ? [{ pointer, code: "receivedOn.future" }] : [];
}

export const under =
  (prefix: string) =>
  (error: FieldError): FieldError => ({ ...error, pointer: prefix + error.pointer });

/** Throws `application.invalid`. `unit` is null if unknown. */
export function registerInitiative(given: {
  submission: Submission;
  secrets: SubmissionSecrets;
  campaign: Campaign;
  unit: CampaignUnit | null;
  actor: Actor;
  now: string;
  salt: () => Uint8Array;
}): FormInitiative {
  const { submission, secrets, campaign, unit, actor, now } = given;
  const { receivedAt, intake } = receive(submission, campaign, now);
  if (intake === "closed") throw new Problem("application.invalid", [refuseIntake(submission, campaign)]);
  if (!unit?.receives) throw new Problem("application.invalid", [{ pointer: "/unit", code: "unit.unknown" }]);
  const { application, attachments } = submission;
  if (application.consent !== campaign.consent)
    throw new Problem("application.invalid", [{ pointer: "/application/consent", code: "consent.outdated" }]);
  const errors = checkBenefits(application, campaign.merged).map(under("/application"));
  if (errors.length > 0) throw new Problem("application.invalid", errors);
  const { event, openings } = sealEvent(
    null,
    {
      at: now,
      move: "submit",
      from: null,
      to: "registered",
      actor,
      facts: {
        campaign: campaign.id,
        unit: unit.id,
        channel: submission.channel,
        ...(submission.receivedOn === undefined ? {} : { receivedOn: submission.receivedOn }),
        ...(intake === "late" ? { late: true } : {}),
        ...(submission.publishName === "" ? {} : { publishName: submission.publishName }),
      },
      personal: partsOf(application, attachments),
    },
    given.salt,
  );
  return {
    origin: "application",
    id: secrets.id,
    version: 1,
    campaign: campaign.id,
    year: campaign.year,
    unit: unit.id,
    path: unit.path,
    system: unit.system,
    state: "registered",
    recognitions: [],
    channel: submission.channel,
    receivedAt,
    late: intake === "late",
    changedAt: now,
    number: null,
    acceptedOn: null,
    dueOn: deadlinesFrom(campaign, dayOf(receivedAt)).acceptance,
    council: null,
    application,
    attachments,
    consent: { version: application.consent, at: now },
    nameConsents: submittedConsents(submission, now),
    ...hashesOf(submission, secrets),
    first: event,
    salts: saltsOf(openings),
    firstApplication: null,
    last: null,
  };
}

export function hashesOf(submission: Submission, secrets: SubmissionSecrets) {
  return {
    accessKeyHash: hashSecret(secrets.accessKey),
    bodyHash: commit(secrets.bodyKey, submission),
  };
}

function receive({ channel, receivedOn }: Submission, campaign: Campaign, now: string) {
  if (channel === "web") return { receivedAt: now, intake: intakeAt(campaign, now) };
  const today = dayOf(now);
  const day = receivedOn ?? today;
  return { receivedAt: day === today ? now : startOfDay(day), intake: intakeOfPaper(campaign, day) };
}

export function refuseIntake({ channel }: Pick<Submission, "channel">, campaign: Campaign): FieldError {
  if (channel === "web") return { pointer: "/campaign", code: "campaign.closed" };
  const [opens, closes] = [campaign.opensOn, dayOf(graceEndsAt(campaign))].map(writeDay) as [string, string];
  return { pointer: "/receivedOn", code: "receivedOn.outside", params: { opens, closes } };
}

export function saltsOf(openings: Openings): Record<string, string> {
  return Object.fromEntries(Object.entries(openings).map(([name, { salt }]) => [name, salt]));
}

export function firstOpenings(initiative: FormInitiative): Openings {
  const { firstApplication, application, firstAttachments, attachments } = initiative;
  const parts: Record<string, unknown> = partsOf(
    firstApplication ?? application,
    firstAttachments ?? attachments,
  );
  return Object.fromEntries(
    Object.entries(initiative.salts).map(([name, salt]) => [name, { salt, value: parts[name] }]),
  );
}

export function historyOf(initiative: FormInitiative, events: readonly OpenedEvent[]): OpenedEvent[] {
  return [{ event: initiative.first, openings: firstOpenings(initiative) }, ...events];
}

/** `accessKey` is derived again; only its hash is stored. */
export function receiptOf(initiative: FormInitiative, accessKey: string, campaign: Campaign): Receipt {
  return {
    id: initiative.id,
    accessKey,
    title: initiative.application.title,
    unit: initiative.unit,
    receivedAt: initiative.receivedAt,
    late: initiative.late,
    answerDueOn: deadlinesFrom(campaign, dayOf(initiative.receivedAt)).acceptance,
  };
}

/**
 * Null for a retry, which gets the same receipt. `id.taken`: the ids collided by chance; the page retries with another
 * key. `accessKey.renewed`: the key was replaced.
 */
export function compareTaken(
  existing: FormInitiative,
  fresh: Pick<FormInitiative, "accessKeyHash" | "bodyHash">,
): Problem | null {
  const { submittedKeyHash, accessKeyHash, bodyHash } = existing;
  if ((submittedKeyHash ?? accessKeyHash) !== fresh.accessKeyHash) return new Problem("id.taken");
  if (bodyHash !== fresh.bodyHash) return new Problem("idempotencyKey.reused");
  return accessKeyHash === fresh.accessKeyHash ? null : new Problem("accessKey.renewed");
}
