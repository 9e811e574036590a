import { dayOf, startOfDay } from "../calendar.ts";
import { type Campaign, intakeOfPaper } from "../campaign.ts";
import { commit } from "../canonical.ts";
import type { Actor } from "../history.ts";
import { deriveSecrets } from "../ids.ts";
import type { FormInitiative } from "../initiative.ts";
import { Problem } from "../problems.ts";
import { type PaperRow, registerPlaces } from "../sheets/register-sheet.ts";
import { type RowFault, toFault } from "../sheets/sheet.ts";
import { parseSubmission, registerInitiative } from "../submission.ts";
import { applyMove, type Transition } from "../transition.ts";
import { checkUnitOf, type Scope, type Surroundings } from "./plan.ts";

/** The campaign that a row belongs to and its unit in it: the one it names, or the one that took applications on the day it came. */
function campaignOf(row: PaperRow, { campaigns, campaignUnits }: Surroundings) {
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
  around: Surroundings;
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
export function registerYearOf(row: PaperRow, around: Surroundings): number | null {
  return campaignOf(row, around)?.campaign.year ?? null;
}

/** Whatever the schema of a row does not know of it: its unit, its campaign, its days. `now` is ISO 8601. */
export function checkPaperRow(row: PaperRow, around: Surroundings, scope: Scope, now: string): RowFault[] {
  const faults = checkUnitOf(scope, around.units, row.unit);
  const today = dayOf(now);
  const add = (column: string, code: string) => faults.push({ column, code });
  if (row.receivedOn > today) add("receivedOn", "row.day.future");
  if (row.acceptedOn !== null && row.acceptedOn > today) add("acceptedOn", "row.day.future");
  if (row.acceptedOn !== null && row.acceptedOn < row.receivedOn) add("acceptedOn", "row.accepted.early");
  if (faults.length > 0) return faults;
  try {
    const making = { around, registerKey: noKey, actor: nobody, salt: () => noKey };
    registerPaperRow(row, making);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.errors.map((each) => toFault(each, registerPlaces));
  }
}

/** For a record that is made to be checked and thrown away. */
const noKey = new Uint8Array(32);
const nobody: Actor = { role: "import", staff: null };
