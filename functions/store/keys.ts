import type { Head } from "#core/initiatives/history-heads.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";
import type { State } from "#core/initiatives/lifecycle.ts";
import { currentRecognitions } from "#core/initiatives/recognition.ts";

/*
 * Every access pattern of the one table. Each row is one exported function and one test (test/store/keys.test.ts).
 *
 * who asks                                       index      pk                              sk
 * one initiative with its history                table      INI#<id>                        INI · EVENT#<n>
 * its first application, once it was replaced    table      INI#<id>                        FIRST
 * the links that co-authors were given           table      INI#<id>                        COAUTHORS
 * the access key that was mailed and not used yet table      INI#<id>                        NEXTKEY
 * a unit's inbox, most urgent first              byQueue    UNIT#<unit>#<state>             <due day>#<id>
 * the council's queue                            byQueue    COUNCIL#<council>#<year>#<state> <due day>#<id>
 * a unit's register of a year                    byUnit     REGISTER#<unit>#<year>          <running number>, or ~<received> before acceptance
 * a year's library, in the order of recognition  byLibrary  LIBRARY#<root unit>#<year>      <recognised on>#<id>
 * all figures of a unit from a year on           table      FIGURE#<unit>                   <last>#<key>#<first>#<dimension>#<counted|declared>
 * the corrections of a unit's declared figures    table      FIGURELOG#<unit>                <last>#<key>#<first>#<version>
 * a unit's open dossiers of a year, by due day   table      FIGURE#<unit>                   <year>#open#<year>#due:<day>#counted
 * what an initiative has been counted as         table      COUNTED#<id>                    COUNTED
 * the last number of a register                  table      REGISTER#<unit>#<year>          NUMBER
 * all campaigns                                  table      CAMPAIGN                        <year>#<id>
 * the units a campaign froze                     table      CAMPAIGN#<id>                   UNIT#<unit>
 * what was done with a campaign                  table      CAMPAIGNLOG#<id>                <version>
 * the campaign that is open for a unit and year  table      OPENCAMPAIGN#<unit>#<year>      OPENCAMPAIGN
 * all councils                                   table      COUNCIL                         <id>
 * what was done with a unit's councils           table      COUNCILLOG#<unit>               <n>
 * the unit tree                                  table      UNIT                            <id>
 * what was done with units                       table      UNITCHANGE                      <n>
 * cited documents                                table      DOCUMENT                        <id>
 * a member of staff at sign-in                   table      STAFF#<mail address>            STAFF
 * all members of staff                           byUnit     STAFF                           <id>
 * a member of staff by id                        table      STAFFID#<id>                    STAFFID
 * what was done with an account                  table      STAFFLOG#<id>                   <version>
 * who is to be invited by mail                   table      INVITATION#<id>                 INVITATION
 * a person's sign-ins                            table      SIGNIN#<staff>                  <instant>#<random>
 * a person's last sign-in                        table      LASTSIGNIN#<staff>              LASTSIGNIN
 * everybody's last sign-in                       byUnit     LASTSIGNIN                      <staff>
 * a session                                      table      SESSION#<hash of token>         SESSION
 * what became of uploads, who uses them            table      UPLOAD#<id>                     UPLOAD
 * a draft behind a link, encrypted               table      DRAFT#<id>                      DRAFT
 * whether a receipt has been made               table      RECEIPT#<id>                    RECEIPT
 * whether the mail of a step has been sent       table      MAIL#<id>                       <step>
 * who asks for a new access key by mail          table      KEYREQUEST#<id>                 KEYREQUEST
 * the letters that an address got in the last hour  table   LETTERS#<hash of address>       SENT#<kind>
 * the letters held back from an address, for a summary  table  LETTERS#<hash of address>    HELD#<id>#<n>#<file>
 * held-back letters, the first due first         byQueue    HELDLETTERS                     <due instant>#<hash of address>
 * what a client did in a stretch of time         table      LIMIT#<what>#<client>#<window>  LIMIT
 * a job                                          table      JOB#<id>                        JOB
 * the latest jobs of a unit                      byUnit     JOBS#<unit>                     <requested>#<id>
 * how often a step of a job has been tried       table      JOB#<id>                        ATTEMPT#<version>
 * the reports of a unit, the latest period first  table     REPORT#<unit>                   <to>#<from>
 * runs that make the reports of many units, by day  table    REPORTRUN#<root unit>           <id>
 * who is to be told of a report that a run made  table      REPORTNOTICE#<run>#<unit>       REPORTNOTICE
 * a request for reports, all about it            table      REPORTREQUEST#<id>              REPORTREQUEST · LOG#<n> · SUBMISSION#<unit>#<n>
 * what a unit asks of those below                byUnit     REPORTREQUESTS#<unit>           <due day>#<id>
 * the requests for reports that are open         byQueue    REPORTREQUESTS                  <due day>#<id>
 * what a unit has submitted                      byUnit     REPORTSUBMISSIONS#<unit>        <request>#<n>
 * what has been submitted to a unit              byQueue    REPORTSUBMISSIONS#<asker>       <request>#<unit>#<n>
 * who is to be reminded of reports on a day      table      REPORTREMINDER#<unit>#<day>     REPORTREMINDER
 * all who are reminded on a day                  byUnit     REPORTREMINDERS#<day>           <unit>
 * the heads of histories that were seen on a day  table     HEAD#<day>                      <id>#<n>#<hash>
 * what the ids of a register's imported rows derive from  table  REGISTER#<unit>#<year>     IMPORTKEY
 */

export interface Key {
  pk: string;
  sk: string;
}

/** The secondary indexes, for the table's definition in infra and on one machine. Each projects the summary that lists show. */
export const indexes = [
  { name: "byQueue", pk: "byQueuePk", sk: "byQueueSk", projected: ["summary"] },
  // The register shows more of its own unit's dossiers than other lists may know.
  { name: "byUnit", pk: "byUnitPk", sk: "byUnitSk", projected: ["summary", "entry"] },
  { name: "byLibrary", pk: "byLibraryPk", sk: "byLibrarySk", projected: ["summary"] },
] as const;

export type IndexName = (typeof indexes)[number]["name"];

/** The attribute by which DynamoDB removes what has expired, in seconds since 1970. Reads check it too: removal comes at no fixed time. */
export const expiryAttribute = "expiresAt";

/**
 * Where uploads arrive in their bucket, and where those lie that may be read: files of dossiers, and workbooks of imports, which are kept for a week at
 * most. Nothing is ever given out from quarantine.
 */
export const uploadPrefixes = {
  quarantine: "quarantine/",
  clean: "clean/",
  workbooks: "workbooks/",
} as const;

/** Where the days' heads lie in their bucket. */
export const headsPrefix = "heads/";

/** Sorts behind every day: what nobody waits for. */
const never = "9999-12-31";

export const initiativeKey = (id: string): Key => ({ pk: `INI#${id}`, sk: "INI" });

export const eventKey = (id: string, n: number): Key => ({
  pk: `INI#${id}`,
  sk: `EVENT#${String(n).padStart(6, "0")}`,
});

/** An item of its own: two applications at the limits of the form are more than one item holds. */
export const firstApplicationKey = (id: string): Key => ({ pk: `INI#${id}`, sk: "FIRST" });

export const headPartition = (day: string): string => `HEAD#${day}`;

/** All of a head is in its key: seen twice it is one row, and two that contradict each other are two. */
export const headKey = (day: string, { id, n, hash }: Head): Key => ({
  pk: headPartition(day),
  sk: `${id}#${String(n).padStart(6, "0")}#${hash}`,
});

export const coAuthorLinksKey = (id: string): Key => ({ pk: `INI#${id}`, sk: "COAUTHORS" });

export const historyPartition = (id: string): string => `INI#${id}`;

export const inboxPartition = (unit: string, state: State): string => `UNIT#${unit}#${state}`;

export const councilQueuePartition = (council: string, year: number, state: State): string =>
  `COUNCIL#${council}#${year}#${state}`;

export const registerPartition = (unit: string, year: number): string => `REGISTER#${unit}#${year}`;

export const registerNumberKey = (unit: string, year: number): Key => ({
  pk: `REGISTER#${unit}#${year}`,
  sk: "NUMBER",
});

export const libraryPartition = (root: string, year: number): string => `LIBRARY#${root}#${year}`;

export const figurePartition = (unit: string): string => `FIGURE#${unit}`;

export const countedFigureKey = (unit: string, year: number, key: string, dimension: string): Key => ({
  pk: figurePartition(unit),
  sk: `${year}#${key}#${year}#${dimension}#counted`,
});

/** Begins the sort keys of what is counted as open in a year, in the order in which it is due. */
export const openFigurePrefix = (year: number): string => `${year}#open#${year}#due:`;

export const declaredFigureKey = (figure: { unit: string; key: string; from: string; to: string }): Key => ({
  pk: figurePartition(figure.unit),
  sk: `${figure.to}#${figure.key}#${figure.from}##declared`,
});

export const figureLogPartition = (unit: string): string => `FIGURELOG#${unit}`;

/** Where what stood as version `n` of a declared figure is kept; without `n`, what all of its corrections begin with. */
export const figureLogKey = (
  figure: { unit: string; key: string; from: string; to: string },
  n: number | null = null,
): Key => ({
  pk: figureLogPartition(figure.unit),
  sk: `${figure.to}#${figure.key}#${figure.from}#${n === null ? "" : String(n).padStart(6, "0")}`,
});

export const countedKey = (id: string): Key => ({ pk: `COUNTED#${id}`, sk: "COUNTED" });

export const campaignPartition = "CAMPAIGN";

export const campaignKey = (year: number, id: string): Key => ({
  pk: campaignPartition,
  sk: `${year}#${id}`,
});

export const campaignUnitPartition = (campaign: string): string => `CAMPAIGN#${campaign}`;

export const campaignUnitKey = (campaign: string, unit: string): Key => ({
  pk: campaignUnitPartition(campaign),
  sk: `UNIT#${unit}`,
});

export const campaignLogPartition = (campaign: string): string => `CAMPAIGNLOG#${campaign}`;

export const campaignLogKey = (campaign: string, n: number): Key => ({
  pk: campaignLogPartition(campaign),
  sk: String(n).padStart(6, "0"),
});

export const openCampaignKey = (unit: string, year: number): Key => ({
  pk: `OPENCAMPAIGN#${unit}#${year}`,
  sk: "OPENCAMPAIGN",
});

export const councilPartition = "COUNCIL";

export const councilKey = (id: string): Key => ({ pk: councilPartition, sk: id });

export const councilLogKey = (unit: string, n: number): Key => ({
  pk: `COUNCILLOG#${unit}`,
  sk: String(n).padStart(6, "0"),
});

export const unitPartition = "UNIT";

export const unitKey = (id: string): Key => ({ pk: unitPartition, sk: id });

export const unitChangePartition = "UNITCHANGE";

export const unitChangeKey = (n: number): Key => ({
  pk: unitChangePartition,
  sk: String(n).padStart(6, "0"),
});

export const documentPartition = "DOCUMENT";

export const documentKey = (id: string): Key => ({ pk: documentPartition, sk: id });

export const staffKey = (email: string): Key => ({ pk: `STAFF#${email.toLowerCase()}`, sk: "STAFF" });

/** All key attributes of a member of staff. */
export const staffKeys = ({ id, email }: { id: string; email: string }) => ({
  ...staffKey(email),
  byUnitPk: staffPartition,
  byUnitSk: id,
});

export const staffPartition = "STAFF";

export const staffIdKey = (id: string): Key => ({ pk: `STAFFID#${id}`, sk: "STAFFID" });

export const staffLogPartition = (id: string): string => `STAFFLOG#${id}`;

export const staffLogKey = (id: string, n: number): Key => ({
  pk: staffLogPartition(id),
  sk: String(n).padStart(6, "0"),
});

export const invitationKey = (id: string): Key => ({ pk: `INVITATION#${id}`, sk: "INVITATION" });

export const signInPartition = (staff: string): string => `SIGNIN#${staff}`;

export const signInKey = (staff: string, at: string, random: string): Key => ({
  pk: signInPartition(staff),
  sk: `${at}#${random}`,
});

export const lastSignInPartition = "LASTSIGNIN";

export const lastSignInKey = (staff: string): Key => ({ pk: `LASTSIGNIN#${staff}`, sk: "LASTSIGNIN" });

/** All key attributes of a person's last sign-in. */
export const lastSignInKeys = (staff: string) => ({
  ...lastSignInKey(staff),
  byUnitPk: lastSignInPartition,
  byUnitSk: staff,
});

/** Begins what an upload says of its user (`usedBy`), where that is a dossier. */
export const ownedByInitiative = "initiative:";

export const uploadKey = (id: string): Key => ({ pk: `UPLOAD#${id}`, sk: "UPLOAD" });

export const draftKey = (id: string): Key => ({ pk: `DRAFT#${id}`, sk: "DRAFT" });

export const sessionKey = (tokenHash: string): Key => ({ pk: `SESSION#${tokenHash}`, sk: "SESSION" });

export const limitKey = (what: string, client: string, window: number): Key => ({
  pk: `LIMIT#${what}#${client}#${window}`,
  sk: "LIMIT",
});

export const receiptKey = (id: string): Key => ({ pk: `RECEIPT#${id}`, sk: "RECEIPT" });

export const mailKey = (id: string, n: number): Key => ({
  pk: `MAIL#${id}`,
  sk: String(n).padStart(6, "0"),
});

export const pendingKeyKey = (id: string): Key => ({ pk: `INI#${id}`, sk: "NEXTKEY" });

export const letterPartition = (address: string): string => `LETTERS#${address}`;

export const sentLettersKey = (address: string, kind: string): Key => ({
  pk: letterPartition(address),
  sk: `SENT#${kind}`,
});

export const heldLetterPrefix = "HELD#";

export const heldLettersPartition = "HELDLETTERS";

/** All key attributes of a letter that was held back until `due`. */
export const heldLetterKeys = ({
  address,
  id,
  n,
  file,
  due,
}: {
  address: string;
  id: string;
  n: number;
  file: string | null;
  due: string;
}) => ({
  pk: letterPartition(address),
  sk: `${heldLetterPrefix}${id}#${String(n).padStart(6, "0")}#${file ?? ""}`,
  byQueuePk: heldLettersPartition,
  byQueueSk: `${due}#${address}`,
});

export const keyRequestKey = (id: string): Key => ({ pk: `KEYREQUEST#${id}`, sk: "KEYREQUEST" });

export const jobKey = (id: string): Key => ({ pk: `JOB#${id}`, sk: "JOB" });

export const jobAttemptKey = (id: string, version: number): Key => ({
  pk: `JOB#${id}`,
  sk: `ATTEMPT#${String(version).padStart(6, "0")}`,
});

export const unitJobsPartition = (unit: string): string => `JOBS#${unit}`;

/** All key attributes of a job. */
export const jobKeys = (job: { id: string; unit: string; requestedAt: string }) => ({
  ...jobKey(job.id),
  byUnitPk: unitJobsPartition(job.unit),
  byUnitSk: `${job.requestedAt}#${job.id}`,
});

export const importKeyKey = (unit: string, year: number): Key => ({
  pk: registerPartition(unit, year),
  sk: "IMPORTKEY",
});

export const reportPartition = (unit: string): string => `REPORT#${unit}`;

export const reportKey = ({ unit, from, to }: { unit: string; from: string; to: string }): Key => ({
  pk: reportPartition(unit),
  sk: `${to}#${from}`,
});

export const reportRunPartition = (unit: string): string => `REPORTRUN#${unit}`;

export const reportRunKey = ({ unit, id }: { unit: string; id: string }): Key => ({
  pk: reportRunPartition(unit),
  sk: id,
});

/** `unit` is null for the word of how the whole run ended. */
export const reportNoticeKey = ({ run, unit }: { run: string; unit: string | null }): Key => ({
  pk: `REPORTNOTICE#${run}#${unit ?? "*"}`,
  sk: "REPORTNOTICE",
});

export const reportRequestPartition = (id: string): string => `REPORTREQUEST#${id}`;

export const reportRequestsPartition = (unit: string): string => `REPORTREQUESTS#${unit}`;

export const openReportRequestsPartition = "REPORTREQUESTS";

/** All key attributes of a request for reports; a closed one is in no queue. */
export function reportRequestKeys(request: {
  id: string;
  unit: string;
  dueOn: string;
  closedAt: string | null;
}): Key & Record<string, string> {
  const place = `${request.dueOn}#${request.id}`;
  return {
    pk: reportRequestPartition(request.id),
    sk: "REPORTREQUEST",
    byUnitPk: reportRequestsPartition(request.unit),
    byUnitSk: place,
    ...(request.closedAt === null ? { byQueuePk: openReportRequestsPartition, byQueueSk: place } : {}),
  };
}

export const reportRequestLogKey = (id: string, n: number): Key => ({
  pk: reportRequestPartition(id),
  sk: `LOG#${String(n).padStart(6, "0")}`,
});

export const reportSubmissionsPartition = (unit: string): string => `REPORTSUBMISSIONS#${unit}`;

/** All key attributes of a submission. */
export function reportSubmissionKeys({
  request,
  asker,
  unit,
  n,
}: {
  request: string;
  asker: string;
  unit: string;
  n: number;
}): Key & Record<string, string> {
  const number = String(n).padStart(6, "0");
  return {
    pk: reportRequestPartition(request),
    sk: `SUBMISSION#${unit}#${number}`,
    byUnitPk: reportSubmissionsPartition(unit),
    byUnitSk: `${request}#${number}`,
    byQueuePk: reportSubmissionsPartition(asker),
    byQueueSk: `${request}#${unit}#${number}`,
  };
}

export const reportReminderKey = (unit: string, day: string): Key => ({
  pk: `REPORTREMINDER#${unit}#${day}`,
  sk: "REPORTREMINDER",
});

export const reportRemindersPartition = (day: string): string => `REPORTREMINDERS#${day}`;

/** All key attributes of a reminder. */
export const reportReminderKeys = ({ unit, day }: { unit: string; day: string }) => ({
  ...reportReminderKey(unit, day),
  byUnitPk: reportRemindersPartition(day),
  byUnitSk: unit,
});

/** All key attributes of an initiative, computed with each write, so that keys and record cannot drift apart. */
export function initiativeKeys(initiative: Initiative): Key & Record<string, string> {
  const { id, unit, year } = initiative;
  const due = initiative.origin === "application" ? (initiative.dueOn ?? never) : never;
  const keys: Key & Record<string, string> = {
    ...initiativeKey(id),
    byQueuePk: queuePartition(initiative),
    byQueueSk: `${due}#${id}`,
    byUnitPk: registerPartition(registerUnit(initiative), year),
    byUnitSk: registerPlace(initiative),
  };
  const [latest] = currentRecognitions(initiative.recognitions).slice(-1);
  if (latest) {
    keys.byLibraryPk = libraryPartition(initiative.path.at(-1) ?? unit, year);
    keys.byLibrarySk = `${latest.decision?.signedOn ?? year}#${id}`;
  }
  return keys;
}

/** From the proposal on a dossier lies with its council, before that and without one with its unit. */
function queuePartition(initiative: Initiative): string {
  const { unit, year, state } = initiative;
  const council = initiative.origin === "application" ? initiative.council : null;
  return council ? councilQueuePartition(council.id, year, state) : inboxPartition(unit, state);
}

/** A running number stays in the register that gave it, wherever the dossier goes. */
function registerUnit(initiative: Initiative): string {
  return (initiative.origin === "application" && initiative.registeredAt) || initiative.unit;
}

function registerPlace(initiative: Initiative): string {
  if (initiative.origin === "document") return `~#${initiative.id}`;
  return initiative.number === null
    ? `~${initiative.receivedAt}#${initiative.id}`
    : String(initiative.number).padStart(7, "0");
}
