import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import * as v from "valibot";
import { drawLinkSafe, fromBase64Url } from "#core/base/base64url.ts";
import { canonicalJson, commit } from "#core/base/canonical.ts";
import { optionalProse } from "#core/base/text.ts";
import type { OpenedEvent } from "./history.ts";
import type { FormInitiative } from "./initiative.ts";
import { type EventContext, noteOn } from "./note.ts";
import type { Author } from "./person.ts";
import { PublishName, withConsent } from "./publish-name.ts";
import type { Transition } from "./transition.ts";

export const coAuthorAnswers = ["confirmed", "denied"] as const;
export type CoAuthorAnswer = (typeof coAuthorAnswers)[number];

export const CoAuthorReply = v.strictObject({
  answer: v.picklist(coAuthorAnswers, "coAuthor.answer.required"),
  word: optionalProse("coAuthor.word", 1_000),
  publishName: PublishName,
});
export type CoAuthorReply = v.InferOutput<typeof CoAuthorReply>;

/** `holds`: commitment of the valid link. `next`: commitment of a renewed link, not yet opened. */
export interface CoAuthorCheck {
  holds: string;
  next?: string;
}

export type CoAuthorChecks = Record<string, CoAuthorCheck>;

/**
 * Link token of author `n`, derived from the submitter's access key and the author's data. Never stored; changes with
 * the data.
 */
export function coAuthorToken(accessKey: string, id: string, n: number, author: Author): string {
  const secret = hkdf(
    sha256,
    utf8ToBytes(accessKey),
    undefined,
    utf8ToBytes("doan-ket-sang-tao/co-author"),
    32,
  );
  return drawLinkSafe((round) => {
    const named = round === 0 ? [id, n, author] : [id, n, author, round];
    return hmac(sha256, secret, utf8ToBytes(canonicalJson(named))).subarray(0, 18);
  });
}

export function checkOf(token: string, author: Author): string {
  return commit(fromBase64Url(token), author);
}

export function renewChecks(kept: CoAuthorChecks, wanted: Record<string, string>): CoAuthorChecks {
  return Object.fromEntries(
    Object.entries(wanted).map(([n, check]) => {
      const before = kept[n];
      return [n, !before ? { holds: check } : before.holds === check ? before : { ...before, next: check }];
    }),
  );
}

export function activateCheck(
  checks: CoAuthorChecks,
  n: number,
  token: string,
  author: Author,
): CoAuthorChecks {
  const check = checkOf(token, author);
  return checks[n]?.next === check ? { ...checks, [n]: { holds: check } } : checks;
}

export function isTokenOf(
  token: string,
  n: number,
  checks: CoAuthorChecks,
  { application }: FormInitiative,
): boolean {
  const author = application.authors[n];
  const kept = checks[n];
  if (n <= 0 || author === undefined || !kept) return false;
  try {
    const check = checkOf(token, author);
    return kept.holds === check || kept.next === check;
  } catch {
    return false;
  }
}

export const CoAuthorStatus = v.strictObject({
  author: v.number(),
  answer: v.picklist(coAuthorAnswers),
  at: v.string(),
  word: v.nullable(v.string()),
});
export type CoAuthorStatus = v.InferOutput<typeof CoAuthorStatus>;

export function coAuthorStatuses(
  initiative: FormInitiative,
  events: readonly OpenedEvent[],
): CoAuthorStatus[] {
  const named = initiative.application.authors.map(canonicalJson);
  const latest = new Map<number, CoAuthorStatus>();
  for (const { event, openings } of events) {
    if (event.move !== "answerAsCoAuthor") continue;
    const author = Number(event.facts.author);
    if (canonicalJson(openings.coAuthor?.value ?? null) !== named[author]) continue;
    const word = openings.word?.value;
    latest.set(author, {
      author,
      answer: event.facts.answer as CoAuthorAnswer,
      at: event.at,
      word: typeof word === "string" && word !== "" ? word : null,
    });
  }
  return [...latest.values()].sort((a, b) => a.author - b.author);
}

export function answerAsCoAuthor(
  before: FormInitiative,
  author: number,
  { answer, word, publishName }: CoAuthorReply,
  context: EventContext,
): Transition {
  const personal = { coAuthor: before.application.authors[author], word };
  // Names of people who deny authorship are not published.
  const agreed = answer === "confirmed" ? publishName : "";
  const had = before.nameConsents.some((consent) => consent.author === author);
  const facts = { author, answer, ...(agreed !== "" || had ? { publishName: agreed } : {}) };
  const noted = noteOn(before, "answerAsCoAuthor", { facts, personal }, context);
  const nameConsents = withConsent(before.nameConsents, { author, publishName: agreed }, context.now);
  return { ...noted, initiative: { ...noted.initiative, nameConsents } };
}
