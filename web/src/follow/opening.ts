import { parseId } from "../../../functions/core/initiative-code.ts";

/** What opens a dossier: its code, and the key that only its author has. */
export interface Opening {
  id: string;
  accessKey: string;
}

/**
 * Reads `#<id>.<access key>`, also from a whole link as somebody pastes it; null where it is something else. The key stands in the fragment,
 * which browsers never send to a server.
 */
export function readOpening(link: string): Opening | null {
  const fragment = link.slice(link.indexOf("#") + 1).trim();
  const dot = fragment.indexOf(".");
  const id = parseId(fragment.slice(0, Math.max(0, dot)));
  const accessKey = fragment.slice(dot + 1);
  return id && /^[\w-]+$/.test(accessKey) ? { id, accessKey } : null;
}
