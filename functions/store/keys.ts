import type { RecordKind } from "#core/activities/record.ts";
import type { CommendationDecision } from "#core/commendation/decision.ts";
import type { CommendationLine } from "#core/commendation/line.ts";
import type { AwardRecord, AwardRecordKind } from "#core/commendation/record.ts";
import { foldNumber } from "#core/commendation/same-number.ts";
import { foldName } from "#core/commendation/summary.ts";
import type { CountedKind } from "#core/figures/contribution.ts";
import type { Head } from "#core/initiatives/history-heads.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";
import type { State } from "#core/initiatives/lifecycle.ts";
import { currentRecognitions } from "#core/initiatives/recognition.ts";
import type { ReportRequest } from "#core/report/request.ts";
import type { Submission } from "#core/report/submission.ts";

/*
 * Access patterns of the one table. Each is an exported function and a test (test/store/keys.test.ts).
 *
 * initiatives
 *   initiative with history                  table      INI#<id>                          INI · EVENT#<n>
 *   replaced first application               table      INI#<id>                          FIRST
 *   co-author links                          table      INI#<id>                          COAUTHORS
 *   unused mailed access key                 table      INI#<id>                          NEXTKEY
 *   unit's inbox, by due day                 byQueue    UNIT#<unit>#<state>               <due day>#<id>
 *   council's queue                          byQueue    COUNCIL#<council>#<year>#<state>  <due day>#<id>
 *   unit's register                          byUnit     REGISTER#<unit>#<year>            <running number> · ~<received>
 *   library, by recognition                  byLibrary  LIBRARY#<root unit>#<year>        <recognised on>#<id>
 *   register's last number                   table      REGISTER#<unit>#<year>            NUMBER
 *   upload                                   table      UPLOAD#<id>                       UPLOAD
 *   encrypted draft                          table      DRAFT#<id>                        DRAFT
 *   receipt                                  table      RECEIPT#<id>                      RECEIPT
 *   sent mail of a step                      table      MAIL#<id>                         <step>
 *   access key request                       table      KEYREQUEST#<id>                   KEYREQUEST
 *   day's history heads                      table      HEAD#<day>                        <id>#<n>#<hash>
 *   register's import key                    table      REGISTER#<unit>#<year>            IMPORTKEY
 *
 * activities, models, replications
 *   activity with log                        table      ACTIVITY#<id>                     ACTIVITY · LOG#<n>
 *   unit's activities, by day                byUnit     ACTIVITIES#<unit>                 <year>#<from>#<id>
 *   year's activities below a unit           byLibrary  ACTIVITIESBELOW#<root>#<year>     <root>/…/<unit>/#<from>#<id>
 *   model with log                           table      MODEL#<id>                        MODEL · LOG#<n>
 *   unit's models                            byUnit     MODELS#<unit>                     <id>
 *   models below a unit                      byLibrary  MODELSBELOW#<root>                <root>/…/<unit>/#<id>
 *   replication with log                     table      REPLICATION#<id>                  REPLICATION · LOG#<n>
 *   unit's replications                      byUnit     REPLICATIONS#<unit>               <started>#<id>
 *   replications below a unit                byLibrary  REPLICATIONSBELOW#<root>          <root>/…/<unit>/#<started>#<id>
 *   where a solution is applied              byQueue    SPREAD#<initiative|model>#<id>    <started>#<id>
 *
 * figures
 *   unit's figures from a year on            table      FIGURE#<unit>                     <last>#<key>#<first>#<dimension>#<counted|declared>
 *   corrections of figures                   table      FIGURELOG#<unit>                  <last>#<key>#<first>#<version>
 *   open dossiers, by due day                table      FIGURE#<unit>                     <year>#open#<year>#due:<day>#counted
 *   unit's direct children in a year         table      FIGURE#<unit>                     child#<9999 - year>#<child>
 *   counted version of a record              table      COUNTED#<kind>#<id>               COUNTED
 *
 * commendation
 *   decision with lines and log              table      COMMENDATION#<id>                 COMMENDATION · LINE#<n> · LOG#<n>
 *   unit's decisions of a year               byUnit     COMMENDATIONS#<unit>              <year>#<id>
 *   issued decisions of a number             byQueue    COMMENDATIONNUMBER#<root>#<number>  <signed>#<id>
 *   emulation bloc with log                  table      BLOC#<id>                         BLOC · LOG#<n>
 *   unit's blocs of a year                   byUnit     BLOCS#<unit>                      <year>#<id>
 *   nomination with log                      table      NOMINATION#<id>                   NOMINATION · LOG#<n>
 *   unit's nominations of a year             byUnit     NOMINATIONS#<unit>                <year>#<id>
 *   nominations of a folded name             byQueue    NOMINATIONNAMES#<root>#<name>     <year>#<id>
 *   awards under a folded name               byUnit     AWARDS#<root unit>#<name>         <decision>#<n>
 *   awards for an initiative                 byQueue    AWARDSFOR#<initiative>            <decision>#<n>
 *   year's decisions below a unit            byLibrary  COMMENDATIONSBELOW#<root>#<year>  <root>/…/<unit>/#<id>
 *   positions on blank certificates          table      CERTIFICATEPLACE#<unit>           CERTIFICATEPLACE
 *
 * campaigns, councils, units, documents
 *   campaigns                                table      CAMPAIGN                          <year>#<id>
 *   campaign's frozen units                  table      CAMPAIGN#<id>                     UNIT#<unit>
 *   campaign's log                           table      CAMPAIGNLOG#<id>                  <version>
 *   open campaign                            table      OPENCAMPAIGN#<unit>#<year>        OPENCAMPAIGN
 *   councils                                 table      COUNCIL                           <id>
 *   councils' log                            table      COUNCILLOG#<unit>                 <n>
 *   units                                    table      UNIT                              <id>
 *   unit changes                             table      UNITCHANGE                        <n>
 *   documents                                table      DOCUMENT                          <id>
 *
 * staff
 *   account at sign-in                       table      STAFF#<mail address>              STAFF
 *   accounts                                 byUnit     STAFF                             <id>
 *   account by id                            table      STAFFID#<id>                      STAFFID
 *   account's log                            table      STAFFLOG#<id>                     <version>
 *   pending invitation                       table      INVITATION#<id>                   INVITATION
 *   sign-ins                                 table      SIGNIN#<staff>                    <instant>#<random>
 *   last sign-in                             table      LASTSIGNIN#<staff>                LASTSIGNIN
 *   last sign-ins                            byUnit     LASTSIGNIN                        <staff>
 *   session                                  table      SESSION#<hash of token>           SESSION
 *
 * mail and limits
 *   recent letters of an address             table      LETTERS#<hash of address>         SENT#<kind>
 *   held letters of an address               table      LETTERS#<hash of address>         HELD#<id>#<n>#<file>
 *   held letters, by due instant             byQueue    HELDLETTERS                       <due instant>#<hash of address>
 *   rate limit counter                       table      LIMIT#<what>#<client>#<window>    LIMIT
 *
 * jobs
 *   job                                      table      JOB#<id>                          JOB
 *   unit's jobs                              byUnit     JOBS#<unit>                       <requested>#<id>
 *   attempts of a job's step                 table      JOB#<id>                          ATTEMPT#<version>
 *
 * reports
 *   unit's reports                           table      REPORT#<unit>                     <to>#<from>
 *   report runs                              table      REPORTRUN#<root unit>             <id>
 *   notice of a run                          table      REPORTNOTICE#<run>#<unit>         REPORTNOTICE
 *   report request with log and submissions  table      REPORTREQUEST#<id>                REPORTREQUEST · LOG#<n> · SUBMISSION#<unit>#<n>
 *   unit's requests                          byUnit     REPORTREQUESTS#<unit>             <due day>#<id>
 *   open requests                            byQueue    REPORTREQUESTS                    <due day>#<id>
 *   unit's submissions                       byUnit     REPORTSUBMISSIONS#<unit>          <request>#<n>
 *   submissions to a unit                    byQueue    REPORTSUBMISSIONS#<asker>         <request>#<unit>#<n>
 *   reminder                                 table      REPORTREMINDER#<unit>#<day>       REPORTREMINDER
 *   day's reminders                          byUnit     REPORTREMINDERS#<day>             <unit>
 *
 * `<first>` and `<last>` are years of the period. `infra/<name>.ts` lists the rows that a function may update or
 * delete. A row that starts follow-up work has a constant sort key (`REPORTREMINDER`), which the stream's filter
 * compares whole. Such a row needs a reader in `stream-image.ts`, a filter in `infra/dispatch.ts`, a queue in
 * `functions/dispatch/handler.ts` and an order in `operations/data/restore-data.ts`.
 */

export interface Key {
  pk: string;
  sk: string;
}

export const indexes = [
  { name: "byQueue", pk: "byQueuePk", sk: "byQueueSk", projected: ["summary"] },
  // Only the register shows `entry`.
  { name: "byUnit", pk: "byUnitPk", sk: "byUnitSk", projected: ["summary", "entry"] },
  { name: "byLibrary", pk: "byLibraryPk", sk: "byLibrarySk", projected: ["summary"] },
] as const;

export type IndexName = (typeof indexes)[number]["name"];

/** Time to live in seconds since 1970. Reads check it, because DynamoDB removes items late. */
export const expiryAttribute = "expiresAt";

/** Prefixes of the upload bucket. Users never get files from quarantine. */
export const uploadPrefixes = {
  quarantine: "quarantine/",
  clean: "clean/",
  workbooks: "workbooks/",
} as const;

export const headsPrefix = "heads/";

/** Pads a number so that text sorts numerically. */
const sortable = (n: number): string => String(n).padStart(6, "0");

/** Key of the only item in a partition. */
const ownKey = (kind: string, ...place: (string | number)[]): Key => ({
  pk: [kind, ...place].join("#"),
  sk: kind,
});

/** Sorts after every real date; for records with no due date. */
const never = "9999-12-31";

export const initiativeKey = (id: string): Key => ownKey("INI", id);

export const eventKey = (id: string, n: number): Key => ({ pk: `INI#${id}`, sk: `EVENT#${sortable(n)}` });

/** Separate item because of the item size limit. */
export const firstApplicationKey = (id: string): Key => ({ pk: `INI#${id}`, sk: "FIRST" });

export const headPartition = (day: string): string => `HEAD#${day}`;

/** Repeated heads share one row; contradictory heads get two. */
export const headKey = (day: string, { id, n, hash }: Head): Key => ({
  pk: headPartition(day),
  sk: `${id}#${sortable(n)}#${hash}`,
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

const placeBelow = (path: readonly string[], rest: string): string => `${belowPrefix(path)}#${rest}`;

/** `path`: from the unit to its root. */
export const belowPrefix = (path: readonly string[]): string =>
  path
    .toReversed()
    .map((unit) => `${unit}/`)
    .join("");

const rootOf = ({ path, unit }: { path: readonly string[]; unit: string }): string => path.at(-1) ?? unit;

interface Placed {
  id: string;
  unit: string;
  path: readonly string[];
  year: number;
}

export const recordPartition = (kind: RecordKind, id: string): string => `${kind.toUpperCase()}#${id}`;

export const recordKey = (kind: RecordKind, id: string): Key => ({
  pk: recordPartition(kind, id),
  sk: kind.toUpperCase(),
});

export const recordLogKey = (kind: RecordKind, id: string, n: number): Key => ({
  pk: recordPartition(kind, id),
  sk: `LOG#${String(n).padStart(6, "0")}`,
});

export const activitiesPartition = (unit: string): string => `ACTIVITIES#${unit}`;

export const activitiesBelowPartition = (root: string, year: number): string =>
  `ACTIVITIESBELOW#${root}#${year}`;

export const activityKeys = (activity: Placed & { from: string }) => ({
  ...recordKey("activity", activity.id),
  byUnitPk: activitiesPartition(activity.unit),
  byUnitSk: `${activity.year}#${activity.from}#${activity.id}`,
  byLibraryPk: activitiesBelowPartition(rootOf(activity), activity.year),
  byLibrarySk: placeBelow(activity.path, `${activity.from}#${activity.id}`),
});

export const modelsPartition = (unit: string): string => `MODELS#${unit}`;

export const modelsBelowPartition = (root: string): string => `MODELSBELOW#${root}`;

export const spreadPartition = ({ kind, id }: { kind: string; id: string }): string => `SPREAD#${kind}#${id}`;

/** Empty for a withdrawn record. */
const spreadKeys = (
  { id, withdrawn }: { id: string; withdrawn: boolean },
  origin: { kind: string; id: string } | null,
  since: string | null,
): Record<string, string> =>
  withdrawn || origin === null
    ? {}
    : { byQueuePk: spreadPartition(origin), byQueueSk: `${since ?? never}#${id}` };

export const modelKeys = (
  model: Placed & {
    withdrawn: boolean;
    launchedOn: string | null;
    replicatedFrom: { kind: string; id: string } | null;
  },
) => ({
  ...recordKey("model", model.id),
  byUnitPk: modelsPartition(model.unit),
  byUnitSk: model.id,
  byLibraryPk: modelsBelowPartition(rootOf(model)),
  byLibrarySk: placeBelow(model.path, model.id),
  ...spreadKeys(model, model.replicatedFrom, model.launchedOn),
});

export const replicationsPartition = (unit: string): string => `REPLICATIONS#${unit}`;

export const replicationsBelowPartition = (root: string): string => `REPLICATIONSBELOW#${root}`;

export const replicationKeys = (
  replication: Placed & { withdrawn: boolean; startedOn: string; of: { kind: string; id: string } },
) => ({
  ...recordKey("replication", replication.id),
  byUnitPk: replicationsPartition(replication.unit),
  byUnitSk: `${replication.startedOn}#${replication.id}`,
  byLibraryPk: replicationsBelowPartition(rootOf(replication)),
  byLibrarySk: placeBelow(replication.path, `${replication.startedOn}#${replication.id}`),
  ...spreadKeys(replication, replication.of, replication.startedOn),
});

export const figurePartition = (unit: string): string => `FIGURE#${unit}`;

export const countedFigureKey = (unit: string, year: number, key: string, dimension: string): Key => ({
  pk: figurePartition(unit),
  sk: `${year}#${key}#${year}#${dimension}#counted`,
});

const childFigurePrefix = "child#";

export const childFigureYear = (year: number): string => `${childFigurePrefix}${9999 - year}#`;

/**
 * Children sort after all figures, newest year first, so that one Query reads figures and the children of
 * recent years.
 */
export const childFigureKey = (unit: string, year: number, child: string): Key => ({
  pk: figurePartition(unit),
  sk: `${childFigureYear(year)}${child}`,
});

/** Null for keys of other items. */
export function readChildFigureKey({ sk }: Key): { child: string; year: number } | null {
  if (!sk.startsWith(childFigurePrefix)) return null;
  const [, place = "", child = ""] = sk.split("#");
  return { child, year: 9999 - Number(place) };
}

export const endOfChildren = (year: number): string => `${childFigureYear(year)}~`;

/** Sorts after every figure of a unit and before its children. */
export const endOfFigures = ":";

export const openFigurePrefix = (year: number): string => `${year}#open#${year}#due:`;

export const declaredFigureKey = (figure: { unit: string; key: string; from: string; to: string }): Key => ({
  pk: figurePartition(figure.unit),
  sk: `${figure.to}#${figure.key}#${figure.from}##declared`,
});

export const figureLogPartition = (unit: string): string => `FIGURELOG#${unit}`;

/** Without `n`, the prefix of all corrections. */
export const figureLogKey = (
  figure: { unit: string; key: string; from: string; to: string },
  n: number | null = null,
): Key => ({
  pk: figureLogPartition(figure.unit),
  sk: `${figure.to}#${figure.key}#${figure.from}#${n === null ? "" : sortable(n)}`,
});

export const countedKey = ({ kind, id }: { kind: CountedKind; id: string }): Key =>
  ownKey("COUNTED", kind, id);

export const countedSortKeys = {
  initiative: initiativeKey("").sk,
  activity: recordKey("activity", "").sk,
  model: recordKey("model", "").sk,
  replication: recordKey("replication", "").sk,
  commendation: "COMMENDATION",
} as const satisfies Record<CountedKind, string>;

export const commendationPartition = (id: string): string => `COMMENDATION#${id}`;

export const commendationKey = (id: string): Key => ({
  pk: commendationPartition(id),
  sk: countedSortKeys.commendation,
});

export const unitCommendationsPartition = (unit: string): string => `COMMENDATIONS#${unit}`;

export const commendationsBelowPartition = (root: string, year: number): string =>
  `COMMENDATIONSBELOW#${root}#${year}`;

export const commendationNumberPartition = (root: string, number: string): string =>
  `COMMENDATIONNUMBER#${root}#${foldNumber(number)}`;

export const commendationKeys = (decision: CommendationDecision): Key & Record<string, string> => {
  const { id, unit, year, state, number, signedOn } = decision;
  return {
    ...commendationKey(id),
    byUnitPk: unitCommendationsPartition(unit),
    byUnitSk: `${year}#${id}`,
    byLibraryPk: commendationsBelowPartition(rootOf(decision), year),
    byLibrarySk: placeBelow(decision.path, id),
    ...(state === "issued" && number !== null && signedOn !== null
      ? {
          byQueuePk: commendationNumberPartition(rootOf(decision), number),
          byQueueSk: `${signedOn}#${id}`,
        }
      : {}),
  };
};

export const certificatePlaceKey = (unit: string): Key => ownKey("CERTIFICATEPLACE", unit);

export const commendationLinePrefix = "LINE#";

export const commendationLineKey = (id: string, n: number): Key => ({
  pk: commendationPartition(id),
  sk: `${commendationLinePrefix}${String(n).padStart(7, "0")}`,
});

export const awardsPartition = (root: string, foldedName: string): string => `AWARDS#${root}#${foldedName}`;

export const awardsForPartition = (initiative: string): string => `AWARDSFOR#${initiative}`;

export function commendationLineKeys(
  { id, path }: CommendationDecision,
  { n, name, initiative }: CommendationLine,
): Key & Record<string, string> {
  const folded = foldName(name);
  const place = `${id}#${n}`;
  return {
    ...commendationLineKey(id, n),
    ...(folded === "" ? {} : { byUnitPk: awardsPartition(path.at(-1) ?? "", folded), byUnitSk: place }),
    ...(initiative === null ? {} : { byQueuePk: awardsForPartition(initiative), byQueueSk: place }),
  };
}

export const commendationLogPrefix = "LOG#";

export const commendationLogKey = (id: string, n: number): Key => ({
  pk: commendationPartition(id),
  sk: `${commendationLogPrefix}${sortable(n)}`,
});

const awardRecordNames = { bloc: "BLOC", nomination: "NOMINATION" } as const;

export const awardRecordKey = (kind: AwardRecordKind, id: string): Key => ({
  pk: `${awardRecordNames[kind]}#${id}`,
  sk: awardRecordNames[kind],
});

export const awardRecordLogKey = (kind: AwardRecordKind, id: string, n: number): Key => ({
  pk: `${awardRecordNames[kind]}#${id}`,
  sk: `LOG#${String(n).padStart(6, "0")}`,
});

export const unitAwardRecordsPartition = (kind: AwardRecordKind, unit: string): string =>
  `${awardRecordNames[kind]}S#${unit}`;

export const nominationNamesPartition = (root: string, foldedName: string): string =>
  `NOMINATIONNAMES#${root}#${foldedName}`;

export function awardRecordKeys(record: AwardRecord): Key & Record<string, string> {
  const { kind, id, unit, year } = record;
  const folded = kind === "nomination" ? foldName(record.name) : "";
  const named = {
    byQueuePk: nominationNamesPartition(rootOf(record), folded),
    byQueueSk: `${year}#${id}`,
  };
  return {
    ...awardRecordKey(kind, id),
    byUnitPk: unitAwardRecordsPartition(kind, unit),
    byUnitSk: `${year}#${id}`,
    ...(folded === "" ? {} : named),
  };
}

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
  sk: sortable(n),
});

export const openCampaignKey = (unit: string, year: number): Key => ownKey("OPENCAMPAIGN", unit, year);

export const councilPartition = "COUNCIL";

export const councilKey = (id: string): Key => ({ pk: councilPartition, sk: id });

export const councilLogKey = (unit: string, n: number): Key => ({
  pk: `COUNCILLOG#${unit}`,
  sk: sortable(n),
});

export const unitPartition = "UNIT";

export const unitKey = (id: string): Key => ({ pk: unitPartition, sk: id });

export const unitChangePartition = "UNITCHANGE";

export const unitChangeKey = (n: number): Key => ({ pk: unitChangePartition, sk: sortable(n) });

export const documentPartition = "DOCUMENT";

export const documentKey = (id: string): Key => ({ pk: documentPartition, sk: id });

export const staffKey = (email: string): Key => ownKey("STAFF", email.toLowerCase());

export const staffKeys = ({ id, email }: { id: string; email: string }) => ({
  ...staffKey(email),
  byUnitPk: staffPartition,
  byUnitSk: id,
});

export const staffPartition = "STAFF";

export const staffIdKey = (id: string): Key => ownKey("STAFFID", id);

export const staffLogPartition = (id: string): string => `STAFFLOG#${id}`;

export const staffLogKey = (id: string, n: number): Key => ({ pk: staffLogPartition(id), sk: sortable(n) });

export const invitationKey = (id: string): Key => ownKey("INVITATION", id);

export const signInPartition = (staff: string): string => `SIGNIN#${staff}`;

export const signInKey = (staff: string, at: string, random: string): Key => ({
  pk: signInPartition(staff),
  sk: `${at}#${random}`,
});

export const lastSignInPartition = "LASTSIGNIN";

export const lastSignInKey = (staff: string): Key => ownKey("LASTSIGNIN", staff);

export const lastSignInKeys = (staff: string) => ({
  ...lastSignInKey(staff),
  byUnitPk: lastSignInPartition,
  byUnitSk: staff,
});

/** Prefix of `usedBy` for files of dossiers. */
export const ownedByInitiative = "initiative:";

export const uploadKey = (id: string): Key => ownKey("UPLOAD", id);

export const draftKey = (id: string): Key => ownKey("DRAFT", id);

export const sessionKey = (tokenHash: string): Key => ownKey("SESSION", tokenHash);

export const limitKey = (what: string, client: string, window: number): Key =>
  ownKey("LIMIT", what, client, window);

export const receiptKey = (id: string): Key => ownKey("RECEIPT", id);

export const mailKey = (id: string, n: number): Key => ({ pk: `MAIL#${id}`, sk: sortable(n) });

export const pendingKeyKey = (id: string): Key => ({ pk: `INI#${id}`, sk: "NEXTKEY" });

export const letterPartition = (address: string): string => `LETTERS#${address}`;

export const sentLettersKey = (address: string, kind: string): Key => ({
  pk: letterPartition(address),
  sk: `SENT#${kind}`,
});

export const heldLetterPrefix = "HELD#";

export const heldLettersPartition = "HELDLETTERS";

export const heldLetterKeys = (letter: {
  address: string;
  id: string;
  n: number;
  file: string | null;
  due: string;
}) => ({
  pk: letterPartition(letter.address),
  sk: `${heldLetterPrefix}${letter.id}#${sortable(letter.n)}#${letter.file ?? ""}`,
  byQueuePk: heldLettersPartition,
  byQueueSk: `${letter.due}#${letter.address}`,
});

export const keyRequestKey = (id: string): Key => ownKey("KEYREQUEST", id);

export const jobKey = (id: string): Key => ownKey("JOB", id);

export const jobAttemptKey = (id: string, version: number): Key => ({
  pk: `JOB#${id}`,
  sk: `ATTEMPT#${sortable(version)}`,
});

export const unitJobsPartition = (unit: string): string => `JOBS#${unit}`;

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

/** `unit` is null for the notice about the whole run. */
export const reportNoticeKey = ({ run, unit }: { run: string; unit: string | null }): Key =>
  ownKey("REPORTNOTICE", run, unit ?? "*");

export const reportRequestPartition = (id: string): string => `REPORTREQUEST#${id}`;

export const reportRequestsPartition = (unit: string): string => `REPORTREQUESTS#${unit}`;

export const openReportRequestsPartition = "REPORTREQUESTS";

export function reportRequestKeys(
  request: Pick<ReportRequest, "id" | "unit" | "dueOn" | "closedAt">,
): Key & Record<string, string> {
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
  sk: `LOG#${sortable(n)}`,
});

export const reportSubmissionsPartition = (unit: string): string => `REPORTSUBMISSIONS#${unit}`;

export function reportSubmissionKeys(submission: Pick<Submission, "request" | "asker" | "unit" | "n">) {
  const { request, asker, unit, n } = submission;
  const number = sortable(n);
  return {
    pk: reportRequestPartition(request),
    sk: `SUBMISSION#${unit}#${number}`,
    byUnitPk: reportSubmissionsPartition(unit),
    byUnitSk: `${request}#${number}`,
    byQueuePk: reportSubmissionsPartition(asker),
    byQueueSk: `${request}#${unit}#${number}`,
  };
}

export const reportReminderKey = (unit: string, day: string): Key => ownKey("REPORTREMINDER", unit, day);

export const reportRemindersPartition = (day: string): string => `REPORTREMINDERS#${day}`;

export const reportReminderKeys = ({ unit, day }: { unit: string; day: string }) => ({
  ...reportReminderKey(unit, day),
  byUnitPk: reportRemindersPartition(day),
  byUnitSk: unit,
});

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

function queuePartition(initiative: Initiative): string {
  const { unit, year, state } = initiative;
  const council = initiative.origin === "application" ? initiative.council : null;
  return council ? councilQueuePartition(council.id, year, state) : inboxPartition(unit, state);
}

/** Unit whose register lists the dossier, also after a transfer. */
function registerUnit(initiative: Initiative): string {
  return (initiative.origin === "application" && initiative.registeredAt) || initiative.unit;
}

function registerPlace(initiative: Initiative): string {
  if (initiative.origin === "document") return `~#${initiative.id}`;
  return initiative.number === null
    ? `~${initiative.receivedAt}#${initiative.id}`
    : String(initiative.number).padStart(7, "0");
}
