import { parseId } from "#core/base/initiative-code.ts";
import { codePattern, decodeLink, findInLink } from "../../pasted-links.ts";

export interface DossierLink {
  id: string;
  accessKey: string;
}

/** 192 random bits in base64url. The last character is never - or _: punctuation may follow. */
const key = "[\\w-]{31}[A-Za-z0-9](?![A-Za-z0-9])";
const whole = new RegExp(`(${codePattern})\\.(${key})`, "u");
/** Perhaps after a word and a colon, as on a receipt. */
const keyAlone = new RegExp(`^(?:[^:]*:)?[^\\w-]*(${key})[^A-Za-z0-9]*$`, "u");
const codeAlone = new RegExp(`(?:^|[^0-9A-Za-z])(${codePattern})(?![0-9A-Za-z])`, "u");

/** Finds `CODE.KEY` in a fragment, a link or a sentence. */
export function readDossierLink(text: string): DossierLink | null {
  const [, code = "", accessKey = ""] = findInLink(text, whole) ?? [];
  const id = parseId(code);
  return id && accessKey ? { id, accessKey } : null;
}

export interface CoAuthorLink {
  id: string;
  author: number;
  token: string;
}

const coAuthor = new RegExp(`(${codePattern})\\.(\\d{1,2})\\.([\\w-]{23}[A-Za-z0-9])(?![A-Za-z0-9])`, "u");

/** Finds `CODE.AUTHOR.TOKEN`. */
export function readCoAuthorLink(text: string): CoAuthorLink | null {
  const [, code = "", author = "", token = ""] = findInLink(text, coAuthor) ?? [];
  const id = parseId(code);
  return id ? { id, author: Number(author), token } : null;
}

/** The page that a pasted link opens; null if it is none of ours. */
export function pageOfLink(text: string): string | null {
  const dossier = readDossierLink(text);
  if (dossier) return `/tra-cuu#${dossier.id}.${dossier.accessKey}`;
  const asked = readCoAuthorLink(text);
  return asked && `/tra-cuu/dong-tac-gia#${asked.id}.${asked.author}.${asked.token}`;
}

/** Null if it is incomplete. */
export function readAccessKey(typed: string): string | null {
  return keyAlone.exec(decodeLink(typed).replace(/\s+/g, ""))?.[1] ?? null;
}

/** Explains why a link opens nothing; null for a fragment that is no dossier link. */
export function faultOfLink(fragment: string): "key" | "code" | "link" | null {
  const text = fragment.replace(/^#/, "");
  if (text === "" || readDossierLink(text) !== null) return null;
  const [, code] = findInLink(text, codeAlone) ?? [];
  if (code) return parseId(code) ? "key" : "code";
  return /[.%]/.test(text) || text.length > 30 ? "link" : null;
}
