import * as v from "valibot";
import { wholeNumber } from "#core/base/bounds.ts";
import { addDays, dayOf } from "#core/base/calendar.ts";
import { canonicalJson } from "#core/base/canonical.ts";
import { Problem } from "#core/base/problems.ts";
import { type Application, applicationPrivacy } from "./application.ts";
import type { Event, OpenedEvent, Openings } from "./history.ts";
import { isAlwaysErasedPart, isAuthorPart } from "./history-parts.ts";
import type { FormInitiative } from "./initiative.ts";
import { openStates } from "./lifecycle.ts";
import { type EventContext, noteOn } from "./note.ts";
import { type Author, authorPrivacy, contactPrivacy } from "./person.ts";
import { eraseFields } from "./personal-fields.ts";
import { currentRecognitions } from "./recognition.ts";
import { firstOpenings, saltsOf } from "./submission.ts";
import type { Transition } from "./transition.ts";

/** Backups of the table reach back so many days (point-in-time recovery, and the copies of infra/backups.ts); then they too know nothing. */
export const backupDays = 35;

/** Whose data: the contact, the author at a place in the form, or everybody named. */
export const ErasureRequest = v.strictObject({
  who: v.union(
    [v.picklist(["contact", "all"]), wholeNumber("erasure.who.invalid", { max: 19 })],
    "erasure.who.invalid",
  ),
  confirm: v.literal(true, "erasure.confirm.required"),
});
export type ErasureRequest = v.InferOutput<typeof ErasureRequest>;
type Who = ErasureRequest["who"];

export interface Erasure {
  /** Null where nothing of it was left: what is asked for again has been done. */
  transition: Transition | null;
  /** The events behind the first that have lost openings, as they are to be written now. */
  rewritten: OpenedEvent[];
  /** The last day on which a backup may still hold what was erased. */
  backupsUntil: string;
  /** Why something stays: names on a decision are kept by law. */
  kept: "recognised" | null;
}

/**
 * Erases values together with the salts of their commitments, in the record and in every event: the chain of hashes still verifies and
 * tells nothing. State, field, shares and whatever else is counted stay. While it is under review, only the contact can go
 * (`erasure.inReview`); where a recognition stands, names, workplaces and the initiative itself stay with the decision. Pure.
 */
export function erase(
  before: FormInitiative,
  events: readonly OpenedEvent[],
  who: Who,
  context: EventContext,
): Erasure {
  if (typeof who === "number" && !before.application.authors[who])
    throw new Problem("note.invalid", [{ pointer: "/who", code: "erasure.who.invalid" }]);
  if (who !== "contact" && openStates.includes(before.state)) throw new Problem("erasure.inReview");
  const recognised = currentRecognitions(before.recognitions).length > 0;
  const concerns = concernsOf(before, who, recognised);
  const strip = (openings: Openings): Openings => {
    const goes = (name: string) => concerns(name, openings[name]?.value);
    // What a co-author said beside their answer goes with their name.
    return Object.fromEntries(
      Object.entries(openings).filter(([name]) => !goes(name) && !(name === "word" && goes("coAuthor"))),
    );
  };
  const salts = saltsOf(strip(firstOpenings(before)));
  const rewritten = events.flatMap(({ event, openings }) => {
    const left = strip(openings);
    return Object.keys(left).length < Object.keys(openings).length ? [{ event, openings: left }] : [];
  });
  const blank = (application: Application) => blankOut(application, who, recognised, concerns);
  // Files may show anything about anybody: with everybody's data they go, whatever was decided.
  const files = who === "all" ? [...before.attachments, ...(before.firstAttachments ?? [])] : [];
  const cleaned: FormInitiative = {
    ...before,
    ...(files.length > 0 && { attachments: [], firstAttachments: [] }),
    application: blank(before.application),
    firstApplication: before.firstApplication && blank(before.firstApplication),
    // Whoever takes their consent back takes this one back too, whatever stays with a decision.
    nameConsents:
      who === "contact"
        ? before.nameConsents
        : before.nameConsents.filter(({ author }) => who !== "all" && author !== who),
    salts,
  };
  const left = rewritten.length > 0 || canonicalJson(cleaned) !== canonicalJson(before);
  const ids = [...new Set([...files, ...formerFiles(events, who)].map(({ id }) => id))];
  const facts = {
    ...(typeof who === "number" ? { who: "author", author: who } : { who }),
    // What lies behind these ids is deleted by whoever follows the stream: `erasedFiles`.
    ...(ids.length > 0 && { files: ids }),
  };
  const noted = noteOn(cleaned, "erase", { facts, personal: {} }, context);
  return {
    transition: left ? noted : null,
    rewritten,
    backupsUntil: addDays(dayOf(context.now), backupDays),
    kept: recognised && who !== "contact" ? "recognised" : null,
  };
}

/** True for the erasure of somebody's name: papers that hold it go too. */
export function erasesNames({ move, facts }: Event): boolean {
  return move === "erase" && facts.who !== "contact";
}

/** The ids of the files that an erasure takes away; none for any other step. */
export function erasedFiles({ move, facts }: Event): string[] {
  return move === "erase" && Array.isArray(facts.files) ? facts.files.map(String) : [];
}

/** The files of versions in between, which the history alone still names. */
function formerFiles(events: readonly OpenedEvent[], who: Who): { id: string }[] {
  if (who !== "all") return [];
  return events.flatMap(({ openings }) => (openings.attachments?.value ?? []) as { id: string }[]);
}

type Concerns = (name: string, value: unknown) => boolean;

/** Whether a part of any version, by its name in the openings, is about those whose data go. */
function concernsOf({ application }: FormInitiative, who: Who, recognised: boolean): Concerns {
  if (who === "contact") return (name) => name === "contact";
  if (who === "all") return (name) => !recognised || isAlwaysErasedPart(name);
  const wanted = nameOf(application.authors[who]);
  const others = application.authors.filter((_, i) => i !== who).map(nameOf);
  return (name, value) => {
    if (name !== "coAuthor" && !isAuthorPart(name)) return false;
    const called = nameOf(value);
    if (called === wanted) return true;
    // The same place under another name was theirs before a correction, unless it belongs to somebody else who is named now.
    return name === `author${who}` && !others.includes(called);
  };
}

function nameOf(person: unknown): string {
  const { fullName = "" } = (person ?? {}) as Partial<Author>;
  return fullName.toLowerCase().replace(/\s+/g, " ");
}

function blankOut(application: Application, who: Who, recognised: boolean, concerns: Concerns): Application {
  if (who === "all") return eraseFields(application, applicationPrivacy, recognised);
  if (who === "contact")
    return { ...application, contact: eraseFields(application.contact, contactPrivacy, recognised) };
  const authors = application.authors.map((author, i) =>
    concerns(`author${i}`, author) ? eraseFields(author, authorPrivacy, recognised) : author,
  );
  return { ...application, authors };
}
