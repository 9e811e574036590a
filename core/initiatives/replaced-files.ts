import * as v from "valibot";
import { canonicalJson } from "#core/base/canonical.ts";
import { Problem } from "#core/base/problems.ts";
import { type Attachment, Attachments } from "./attachment.ts";
import type { FormInitiative } from "./initiative.ts";
import type { State } from "./lifecycle.ts";
import { type EventContext, noteOn } from "./note.ts";
import type { Transition } from "./transition.ts";

export const FileReplacement = v.strictObject({ attachments: Attachments });

export const ReplaceableFiles = v.picklist(["all", "refused", "none"]);
export type ReplaceableFiles = v.InferOutput<typeof ReplaceableFiles>;

/** `refused`: only files that failed the scan. */
const replaceable: Record<State, ReplaceableFiles> = {
  registered: "all",
  reported: "all",
  accepted: "all",
  returned: "all",
  refused: "none",
  withdrawn: "none",
  proposed: "refused",
  inCouncil: "refused",
  toComplete: "all",
  recognised: "none",
  notRecognised: "none",
  revoked: "none",
};

export const replaceableFiles = (state: State): ReplaceableFiles => replaceable[state];

/**
 * `refused`: ids of files that failed the scan. Null if nothing changes. Throws `move.notAllowed` for a closed dossier,
 * `note.invalid` if a council would lose an accepted file or get more files.
 */
export function replaceFiles(
  before: FormInitiative,
  attachments: readonly Attachment[],
  refused: ReadonlySet<string>,
  context: EventContext,
): Transition | null {
  const scope = replaceableFiles(before.state);
  if (scope === "none") throw new Problem("move.notAllowed");
  const held = before.attachments;
  const kept = new Set(attachments.map(({ id }) => id));
  const gone = held.filter(({ id }) => !kept.has(id));
  const come = attachments.filter(({ id }) => !held.some((file) => file.id === id));
  const refuse = (code: string) => new Problem("note.invalid", [{ pointer: "/attachments", code }]);
  if (scope === "refused" && gone.some(({ id }) => !refused.has(id))) throw refuse("attachments.withCouncil");
  if (scope === "refused" && come.length > gone.length) throw refuse("attachments.withCouncil");
  const after = attachments.map((file) => held.find(({ id }) => id === file.id) ?? file);
  if (canonicalJson(after) === canonicalJson(held)) return null;
  const facts = { removed: gone.length, added: come.length };
  const personal = after.length > 0 ? { attachments: after } : {};
  return noteOn(before, "replaceFiles", { facts, personal, attachments: after }, context);
}
