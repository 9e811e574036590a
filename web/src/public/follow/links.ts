import { parseId } from "#core/base/initiative-code.ts";
import { codePattern, decodeLink, findInLink } from "../../pasted-links.ts";

export interface DossierLink {
  id: string;
  accessKey: string;
}

/** 192 random bits in base64url. The key never ends in - or _, so that punctuation may follow. */
const key = "[\\w-]{31}[A-Za-z0-9](?![A-Za-z0-9])";
const whole = new RegExp(`(${codePattern})\\.(${key})`, "u");
/** Allows a label with a colon before the key, as on a receipt. */
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

/** Path of the page for a pasted link; null for a foreign link. */
export function pageOfLink(text: string): string | null {
  const dossier = readDossierLink(text);
  if (dossier) return `/tra-cuu#${dossier.id}.${dossier.accessKey}`;
  const asked = readCoAuthorLink(text);
  return asked && `/tra-cuu/dong-tac-gia#${asked.id}.${asked.author}.${asked.token}`;
}

/** Returns null for an incomplete key. */
export function readAccessKey(typed: string): string | null {
  return keyAlone.exec(decodeLink(typed).replace(/\s+/g, ""))?.[1] ?? null;
}

/** Faulty part of a dossier link; null if the link is valid or the fragment is something else. */
export function faultOfLink(fragment: string): "key" | "code" | "link" | null {
  const text = fragment.replace(/^#/, "");
  if (text === "" || readDossierLink(text) !== null) return null;
  const [, code] = findInLink(text, codeAlone) ?? [];
  if (code) return parseId(code) ? "key" : "code";
  return /[.%]/.test(text) || text.length > 30 ? "link" : null;
}
