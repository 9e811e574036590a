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

export const backupDays = 35;

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
  transition: Transition | null;
  rewritten: OpenedEvent[];
  backupsUntil: string;
  kept: "recognised" | null;
}

/**
 * Erases personal values and the salts of their commitments; hash chain and figures stay valid. During review only the
 * contact can be erased (`erasure.inReview`). A current recognition keeps names, workplaces and content.
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
  // Files may show any person, so only `all` erases them.
  const files = who === "all" ? [...before.attachments, ...(before.firstAttachments ?? [])] : [];
  const cleaned: FormInitiative = {
    ...before,
    ...(files.length > 0 && { attachments: [], firstAttachments: [] }),
    application: blank(before.application),
    firstApplication: before.firstApplication && blank(before.firstApplication),
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
    // The stream reader deletes these files (`erasedFiles`).
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

export function erasesNames({ move, facts }: Event): boolean {
  return move === "erase" && facts.who !== "contact";
}

export function erasedFiles({ move, facts }: Event): string[] {
  return move === "erase" && Array.isArray(facts.files) ? facts.files.map(String) : [];
}

function formerFiles(events: readonly OpenedEvent[], who: Who): { id: string }[] {
  if (who !== "all") return [];
  return events.flatMap(({ openings }) => (openings.attachments?.value ?? []) as { id: string }[]);
}

type Concerns = (name: string, value: unknown) => boolean;

/** Returns a test for history parts to erase. An author is found by name, because indexes change between versions. */
function concernsOf({ application }: FormInitiative, who: Who, recognised: boolean): Concerns {
  if (who === "contact") return (name) => name === "contact";
  if (who === "all") return (name) => !recognised || isAlwaysErasedPart(name);
  const wanted = nameOf(application.authors[who]);
  const others = application.authors.filter((_, i) => i !== who).map(nameOf);
  return (name, value) => {
    if (name !== "coAuthor" && !isAuthorPart(name)) return false;
    const called = nameOf(value);
    if (called === wanted) return true;
    // The part may hold an earlier spelling of the author's name. The name of another author means that the authors
    // were reordered.
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
