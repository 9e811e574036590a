import * as v from "valibot";
import { Problem } from "#core/base/problems.ts";
import { type Application, type Author, Contact } from "./application.ts";
import { type CoAuthorStanding, coAuthorStandings } from "./co-author.ts";
import type { Past } from "./erasure.ts";
import type { FormInitiative } from "./initiative.ts";
import { openStates } from "./lifecycle.ts";
import { type Acting, noteOn } from "./note.ts";
import { historyOf } from "./submission.ts";
import type { Transition } from "./transition.ts";

export const ContactCorrection = v.strictObject({ contact: Contact });

/** Who may read which part: kept beside `access.ts`, whose rows `initiative.read` and `initiative.readPersonal` say the same in code. */
const readers = {
  names: ["author", "reviewer", "secretary", "member", "administrator"],
  birthDatesAndContact: ["author", "reviewer"],
} as const;

/** Everything personal that is kept of an initiative, for those it is about (Luật 91/2025/QH15). */
export interface PersonalData {
  id: string;
  title: string;
  receivedAt: string;
  consent: FormInitiative["consent"];
  nameConsents: FormInitiative["nameConsents"];
  authors: Author[];
  contact: Application["contact"];
  participants: Application["participants"];
  coAuthorAnswers: CoAuthorStanding[];
  /** What stood in versions before, as far as it has not been erased. */
  earlier: { at: string; parts: Record<string, unknown> }[];
  /** When something was erased, and of whom. */
  erasures: { at: string; who: string; author: number | null }[];
  readers: typeof readers;
}

/** Gathers what is kept of the people in a record, current and earlier versions. */
export function personalDataOf(initiative: FormInitiative, events: readonly Past[]): PersonalData {
  const { id, receivedAt, consent, nameConsents, application } = initiative;
  const { title, authors, contact, participants } = application;
  const history = historyOf(initiative, events);
  return {
    id,
    title,
    receivedAt,
    consent,
    nameConsents,
    authors,
    contact,
    participants,
    coAuthorAnswers: coAuthorStandings(initiative, events),
    earlier: history.flatMap(({ event, openings }) => {
      const parts = Object.entries(openings)
        .filter(([name]) => /^(author\d+|contact|participants)$/.test(name))
        .map(([name, { value }]) => [name, value]);
      return parts.length > 0 ? [{ at: event.at, parts: Object.fromEntries(parts) }] : [];
    }),
    erasures: history
      .filter(({ event }) => event.move === "erase")
      .map(({ event: { at, facts } }) => ({
        at,
        who: String(facts.who),
        author: typeof facts.author === "number" ? facts.author : null,
      })),
    readers,
  };
}

/** Notes a corrected phone number or address, while somebody still has to act. Null where it says so already. */
export function correctContact(
  before: FormInitiative,
  contact: Application["contact"],
  acting: Acting,
): Transition | null {
  const { application } = before;
  if (!openStates.includes(before.state)) throw new Problem("move.notAllowed");
  if (contact.phone === application.contact.phone && contact.email === application.contact.email) return null;
  const content = { facts: {}, personal: { contact }, application: { ...application, contact } };
  return noteOn(before, "correctContact", content, acting);
}
