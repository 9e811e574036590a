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

/** The campaign that a row belongs to and its unit in it: the one it names, or the one that took applications on the day it came. */
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

/** The secret that id and keys of a row derive from; `registerKey` is random, kept with the register, and in no answer. */
const secretOf = (registerKey: Uint8Array, key: string) => commit(registerKey, ["paper", key]);

/** What is needed to make the record of a row. */
interface Making {
  around: ImportContext;
  registerKey: Uint8Array;
  actor: Actor;
  salt: () => Uint8Array;
}

/** The record of a row as it was handed in on paper, on the day it came. Throws what a submission is refused with, pointers into the body. */
export function registerPaperRow(row: PaperRow, { around, registerKey, actor, salt }: Making) {
  const found = campaignOf(row, around);
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

/** The record of a row accepted on its day under the register's next number. */
export function acceptPaperRow(
  row: PaperRow & { acceptedOn: string },
  { initiative, campaign }: { initiative: FormInitiative; campaign: Campaign },
  number: number,
  { actor, salt }: Pick<Making, "actor" | "salt">,
): Transition {
  const request = { move: "accept", form: {} } as const;
  return applyMove(initiative, request, { campaign, actor, now: startOfDay(row.acceptedOn), number, salt });
}

/** The year of the register that a row is entered in, or null where no campaign takes it. */
export function registerYearOf(
  row: Pick<PaperRow, "unit" | "campaign" | "receivedOn">,
  around: ImportContext,
): number | null {
  return isDay(row.receivedOn) ? (campaignOf(row, around)?.campaign.year ?? null) : null;
}

/**
 * Whatever the schema of a row does not know of it: its unit, its campaign, its days. Each is looked at by itself, also in a row that is at
 * fault elsewhere, so that one reading tells all. `now` is ISO 8601.
 */
export function checkPaperDraft(draft: RawRow, around: ImportContext, scope: Scope, now: string): RowFault[] {
  const unit = String(draft.unit ?? "");
  const faults = unit === "" ? [] : checkUnitOf(scope, around.units, unit);
  const add = (column: string, code: string) => faults.push({ column, code });
  const today = dayOf(now);
  const received = dayOrNull(draft.receivedOn);
  const accepted = dayOrNull(draft.acceptedOn);
  if (received !== null && received > today) add("receivedOn", "row.day.future");
  if (accepted !== null && accepted > today) add("acceptedOn", "row.day.future");
  if (accepted !== null && received !== null && accepted < received) add("acceptedOn", "row.accepted.early");
  const known = faults.length === 0 && unit !== "" && received !== null;
  const named = typeof draft.campaign === "string" ? draft.campaign : null;
  const found = known ? campaignOf({ unit, campaign: named, receivedOn: received }, around) : null;
  if (known) faults.push(...checkCampaignOf(found, received));
  else if (named !== null && !around.campaigns.has(named)) add("campaign", "row.campaign.none");
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

/** What is wrong with the campaign that a row belongs to, on the day it came. */
function checkCampaignOf(found: ReturnType<typeof campaignOf>, received: string): RowFault[] {
  if (!found) return [{ column: "campaign", code: "row.campaign.none" }];
  const { campaign, unit } = found;
  if (intakeOfPaper(campaign, received) === "closed")
    return [toFault(refuseIntake({ channel: "paper" }, campaign), registerColumns)];
  return unit?.receives ? [] : [{ column: "unit", code: "unit.unknown" }];
}

const dayOrNull = (value: unknown) => (typeof value === "string" && isDay(value) ? value : null);

/** The days of an application that are some; what else stands there is told by the schema. */
function withRealDays({ authors = [], firstUsedOn }: Partial<Application>) {
  const real = (value: unknown) => dayOrNull(value) ?? "";
  return {
    authors: authors.map(({ birthDate }) => ({ birthDate: real(birthDate) })),
    participants: [],
    firstUsedOn: real(firstUsedOn),
  };
}

/** Whatever a record of the row is refused with that was not told before. */
export function checkPaperRow(row: PaperRow, around: ImportContext): RowFault[] {
  try {
    registerPaperRow(row, { around, registerKey: noKey, actor: nobody, salt: () => noKey });
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.errors.map((each) => toFault(each, registerColumns));
  }
}

/** For a record that is made to be checked and thrown away. */
const noKey = new Uint8Array(32);
const nobody: Actor = { role: "import", staff: null };
