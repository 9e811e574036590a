import { dayOf, startOfDay } from "#core/base/calendar.ts";
import { commit } from "#core/base/canonical.ts";
import { deriveSecrets } from "#core/base/ids.ts";
import { Problem } from "#core/base/problems.ts";
import { isDay } from "#core/base/text.ts";
import { type Campaign, intakeOfPaper } from "#core/campaigns/campaign.ts";
import { type Application, checkBenefits, checkDates } from "#core/initiatives/application.ts";
import type { Actor } from "#core/initiatives/history.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { parseSubmission, refuseIntake, registerInitiative } from "#core/initiatives/submission.ts";
import { applyMove, type Transition } from "#core/initiatives/transition.ts";
import { applicationColumns, type PaperRow, registerColumns } from "#core/workbook/sheets/register-sheet.ts";
import { type RawRow, type RowFault, toFault } from "#core/workbook/sheets/sheet.ts";
import { checkUnitOf, type ImportContext, type Scope } from "./plan.ts";

function campaignOf(
  row: Pick<PaperRow, "unit" | "campaign" | "receivedOn">,
  { campaigns, campaignUnits }: ImportContext,
) {
  const fits = (campaign: Campaign) =>
    intakeOfPaper(campaign, row.receivedOn) !== "closed" &&
    (campaignUnits.get(campaign.id)?.get(row.unit)?.receives ?? false);
  const campaign = row.campaign === null ? [...campaigns.values()].find(fits) : campaigns.get(row.campaign);
  return campaign ? { campaign, unit: campaignUnits.get(campaign.id)?.get(row.unit) ?? null } : null;
}

/** `registerKey` is random and secret, so that nobody else can derive a row's access key. */
const secretOf = (registerKey: Uint8Array, key: string) => commit(registerKey, ["paper", key]);

interface PaperRowContext {
  context: ImportContext;
  registerKey: Uint8Array;
  actor: Actor;
  salt: () => Uint8Array;
}

export function registerPaperRow(row: PaperRow, { context, registerKey, actor, salt }: PaperRowContext) {
  const found = campaignOf(row, context);
  if (!found) throw new Problem("application.invalid", [{ pointer: "/campaign", code: "row.campaign.none" }]);
  const { campaign, unit } = found;
  const now = startOfDay(row.receivedOn);
  const application = { ...row.application, consent: campaign.consent };
  const body = { campaign: campaign.id, unit: row.unit, channel: "paper", application };
  const initiative = registerInitiative({
    submission: parseSubmission(body, now),
    secrets: deriveSecrets(secretOf(registerKey, `${row.unit}/${campaign.year}/${row.key}`)),
    campaign,
    unit,
    actor,
    now,
    salt,
  });
  return { initiative, campaign };
}

export function acceptPaperRow(
  row: PaperRow & { acceptedOn: string },
  { initiative, campaign }: { initiative: FormInitiative; campaign: Campaign },
  number: number,
  { actor, salt }: Pick<PaperRowContext, "actor" | "salt">,
): Transition {
  const request = { move: "accept", form: {} } as const;
  return applyMove(initiative, request, { campaign, actor, now: startOfDay(row.acceptedOn), number, salt });
}

export function registerYearOf(
  row: Pick<PaperRow, "unit" | "campaign" | "receivedOn">,
  context: ImportContext,
): number | null {
  return isDay(row.receivedOn) ? (campaignOf(row, context)?.campaign.year ?? null) : null;
}

/** Checks unit, campaign and days even of faulty rows, so that one import reports all errors. */
export function checkPaperDraft(
  draft: RawRow,
  context: ImportContext,
  scope: Scope,
  now: string,
): RowFault[] {
  const unit = String(draft.unit ?? "");
  const faults = unit === "" ? [] : checkUnitOf(scope, context.units, unit);
  const add = (column: string, code: string) => faults.push({ column, code });
  const today = dayOf(now);
  const received = dayOrNull(draft.receivedOn);
  const accepted = dayOrNull(draft.acceptedOn);
  if (received !== null && received > today) add("receivedOn", "row.day.future");
  if (accepted !== null && accepted > today) add("acceptedOn", "row.day.future");
  if (accepted !== null && received !== null && accepted < received) add("acceptedOn", "row.accepted.early");
  const known = faults.length === 0 && unit !== "" && received !== null;
  const named = typeof draft.campaign === "string" ? draft.campaign : null;
  const found = known ? campaignOf({ unit, campaign: named, receivedOn: received }, context) : null;
  if (known) faults.push(...checkCampaignOf(found, received));
  else if (named !== null && !context.campaigns.has(named)) add("campaign", "row.campaign.none");
  const application = (draft.application ?? {}) as Partial<Application>;
  for (const error of checkDates(
    withRealDays(application),
    received !== null && received < today ? received : today,
  ))
    faults.push(toFault(error, applicationColumns));
  if (found && application.benefitsByAuthor === "")
    for (const error of checkBenefits({ benefitsByAuthor: "" }, found.campaign.merged))
      faults.push(toFault(error, applicationColumns));
  return faults;
}

function checkCampaignOf(found: ReturnType<typeof campaignOf>, received: string): RowFault[] {
  if (!found) return [{ column: "campaign", code: "row.campaign.none" }];
  const { campaign, unit } = found;
  if (intakeOfPaper(campaign, received) === "closed")
    return [toFault(refuseIntake({ channel: "paper" }, campaign), registerColumns)];
  return unit?.receives ? [] : [{ column: "unit", code: "unit.unknown" }];
}

const dayOrNull = (value: unknown) => (typeof value === "string" && isDay(value) ? value : null);

/** Blanks nonexistent days, which the schema reports. */
function withRealDays({ authors = [], firstUsedOn }: Partial<Application>) {
  const real = (value: unknown) => dayOrNull(value) ?? "";
  return {
    authors: authors.map(({ birthDate }) => ({ birthDate: real(birthDate) })),
    participants: [],
    firstUsedOn: real(firstUsedOn),
  };
}

/** Errors found only by building the record. */
export function checkPaperRow(row: PaperRow, context: ImportContext): RowFault[] {
  try {
    registerPaperRow(row, { context, registerKey: noKey, actor: nobody, salt: () => noKey });
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.errors.map((each) => toFault(each, registerColumns));
  }
}

const noKey = new Uint8Array(32);
const nobody: Actor = { role: "import", staff: null };
