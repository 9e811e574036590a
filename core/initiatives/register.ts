import * as v from "valibot";
import { dayOf } from "#core/base/calendar.ts";
import { parseId } from "#core/base/initiative-code.ts";
import { readPhone } from "#core/base/phone.ts";
import { findWords, toPlainWords } from "#core/base/search-key.ts";
import { cleanLine } from "#core/base/text.ts";
import { type Affiliation, affiliations } from "#core/units/affiliation.ts";
import type { System } from "#core/units/unit.ts";
import { type Application, applicationFields, applicationPrivacy } from "./application.ts";
import { countsAs, type DossierCount } from "./dossier-count.ts";
import type { Initiative, InitiativeSummary } from "./initiative.ts";
import type { State } from "./lifecycle.ts";
import { authorPrivacy, contactPrivacy } from "./person.ts";
import type { PersonalFields } from "./personal-fields.ts";

/** Personal data of a register line (sổ tiếp nhận); only the register's index projects these fields. */
export const RegisterEntry = v.strictObject({
  authors: v.array(
    v.strictObject({
      name: v.string(),
      place: v.string(),
      affiliation: v.optional(v.picklist(affiliations)),
    }),
  ),
  phone: v.string(),
  email: v.string(),
  field: v.picklist(applicationFields),
  acceptedOn: v.nullable(v.string()),
});
export type RegisterEntry = v.InferOutput<typeof RegisterEntry>;

export const registerPrivacy = {
  authors: {
    fields: {
      name: authorPrivacy.fullName,
      place: authorPrivacy.workplace,
      affiliation: authorPrivacy.affiliation,
    },
  },
  phone: contactPrivacy.phone,
  email: contactPrivacy.email,
  field: applicationPrivacy.field,
  acceptedOn: { shownTo: ["readers"], erased: "never" },
} as const satisfies PersonalFields<RegisterEntry>;

export interface RegisterRow {
  summary: InitiativeSummary;
  entry: RegisterEntry | null;
}

export function registerEntryOf(initiative: Initiative): RegisterEntry | null {
  if (initiative.origin === "document") return null;
  const { authors, contact, field } = initiative.application;
  return {
    authors: authors.map(({ fullName, workplace, affiliation }) => ({
      name: fullName,
      place: workplace,
      ...(affiliation ? { affiliation } : {}),
    })),
    phone: contact.phone,
    email: contact.email,
    field,
    acceptedOn: initiative.acceptedOn,
  };
}

export interface RegisterQuery {
  /** Name, phone number, code, running number or words of a title. */
  text: string;
  state: State | null;
  field: Application["field"] | null;
  system: System | null;
  /** Affiliation of at least one author. */
  affiliation: Affiliation | null;
  count: DossierCount | null;
  /** YYYY-MM. */
  month: string | null;
}

export function searchRegister(
  rows: readonly RegisterRow[],
  query: RegisterQuery,
  today: string,
): RegisterRow[] {
  const { state, field, system, affiliation, count, month } = query;
  const within = rows.filter(
    ({ summary, entry }) =>
      (state === null || summary.state === state) &&
      (field === null || entry?.field === field) &&
      (system === null || summary.system === system) &&
      (affiliation === null || entry?.authors.some((author) => author.affiliation === affiliation)) &&
      (count === null || countsAs(summary, count, today)) &&
      (month === null || monthOf(summary) === month),
  );
  const matches = matcherOf(query.text);
  if (matches === null) return within;
  const ranked = within.map((row) => ({ row, rank: matches(row) }));
  return [1, 2].flatMap((wanted) => ranked.filter(({ rank }) => rank === wanted).map(({ row }) => row));
}

const monthOf = ({ receivedAt }: InitiativeSummary) => receivedAt && dayOf(receivedAt).slice(0, 7);

function matcherOf(text: string): ((row: RegisterRow) => 0 | 1 | 2) | null {
  const plain = toPlainWords(text);
  if (plain === "") return null;
  const code = parseId(text);
  const digits = phoneKey(text);
  return ({ summary, entry }) => {
    if (code !== null && summary.id === code) return 1;
    if (/^\d+$/.test(plain) && summary.number === Number(plain)) return 1;
    if (digits.length >= 4 && entry !== null && entry.phone.includes(digits)) return 1;
    if (text.includes("@") && entry?.email.includes(text.trim().toLowerCase())) return 1;
    const names = entry?.authors.flatMap(({ name, place }) => [name, place]) ?? [summary.organisation ?? ""];
    const told = [summary.id.replaceAll("-", " "), summary.title, ...names];
    const hits = told.map((each) => findWords(each, text));
    return hits.includes("toned") ? 1 : hits.includes("toneless") ? 2 : 0;
  };
}

/** Digits of a whole or partial phone number; +84 and 0084 become 0. */
function phoneKey(text: string): string {
  const read = readPhone(text);
  if ("phone" in read) return read.phone;
  const plain = cleanLine(text).normalize("NFKC");
  if (/[^\d\s.+()\p{Pd}]/u.test(plain)) return "";
  return plain
    .replace(/[^\d+]/g, "")
    .replace(/^(?:\+|00)84/, "0")
    .replaceAll("+", "");
}
