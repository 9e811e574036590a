import { parseId } from "#core/base/initiative-code.ts";
import { codePattern, decodeLink, findInLink } from "../../pasted-links.ts";

/** What opens a dossier: its code, and the key that only its author has. */
export interface Opening {
  id: string;
  accessKey: string;
}

/** An access key: 192 bits in base64url, the last character never - or _. Behind it may stand what belongs to the text around. */
const key = "[\\w-]{31}[A-Za-z0-9](?![A-Za-z0-9])";
const whole = new RegExp(`(${codePattern})\\.(${key})`, "u");
/** Perhaps with the word for it in front, as a receipt or a message has it. */
const keyAlone = new RegExp(`^(?:[^:]*:)?[^\\w-]*(${key})[^A-Za-z0-9]*$`, "u");
const codeAlone = new RegExp(`(?:^|[^0-9A-Za-z])(${codePattern})(?![0-9A-Za-z])`, "u");

/**
 * Reads `CODE.KEY` wherever it stands in what was pasted: a fragment, a whole link, a sentence. Null where it is not there. The key stands
 * in the fragment, which browsers never send to a server.
 */
export function readDossierLink(text: string): Opening | null {
  const [, code = "", accessKey = ""] = findInLink(text, whole) ?? [];
  const id = parseId(code);
  return id && accessKey ? { id, accessKey } : null;
}

/** What a co-author confirms by: the code, the place among the authors, and a token that only this co-author has. */
export interface CoAuthorLink {
  id: string;
  author: number;
  token: string;
}

const coAuthor = new RegExp(`(${codePattern})\\.(\\d{1,2})\\.([\\w-]{23}[A-Za-z0-9])(?![A-Za-z0-9])`, "u");

/** Reads `CODE.AUTHOR.TOKEN` wherever it stands in what was pasted; null where it is not whole. */
export function readCoAuthorLink(text: string): CoAuthorLink | null {
  const [, code = "", author = "", token = ""] = findInLink(text, coAuthor) ?? [];
  const id = parseId(code);
  return id ? { id, author: Number(author), token } : null;
}

/** The page that a pasted link is for, whichever of our pages it was pasted into; null where it is none of our links. */
export function pageOfLink(text: string): string | null {
  const opening = readDossierLink(text);
  if (opening) return `/tra-cuu#${opening.id}.${opening.accessKey}`;
  const asked = readCoAuthorLink(text);
  return asked && `/tra-cuu/dong-tac-gia#${asked.id}.${asked.author}.${asked.token}`;
}

/** The access key in what was typed or pasted for it, without quotes and full stops around; null where it is not whole. */
export function readAccessKey(typed: string): string | null {
  return keyAlone.exec(decodeLink(typed).replace(/\s+/g, ""))?.[1] ?? null;
}

/** Says why a link opens nothing: its code or its key is wrong, or neither is there. Null for a fragment that means to open nothing. */
export function faultOfLink(fragment: string): "key" | "code" | "link" | null {
  const text = fragment.replace(/^#/, "");
  if (text === "" || readDossierLink(text) !== null) return null;
  const [, code] = findInLink(text, codeAlone) ?? [];
  if (code) return parseId(code) ? "key" : "code";
  return /[.%]/.test(text) || text.length > 30 ? "link" : null;
}
