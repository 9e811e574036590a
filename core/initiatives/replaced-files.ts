import * as v from "valibot";
import { canonicalJson } from "#core/base/canonical.ts";
import { Problem } from "#core/base/problems.ts";
import { type Attachment, Attachments } from "./attachment.ts";
import type { FormInitiative } from "./initiative.ts";
import { openStates, type State } from "./lifecycle.ts";
import { type EventContext, noteOn } from "./note.ts";
import type { Transition } from "./transition.ts";

/** The body of `POST /api/initiatives/:id/files`: all files as they are to be. */
export const FileReplacement = v.strictObject({ attachments: Attachments });

/** States in which a council has the dossier before it: what it judges stays as it was received. */
const withCouncil: readonly State[] = ["proposed", "inCouncil"];

/** Which files of a dossier may be replaced or removed: all, only those that were refused, or none. */
export const ReplaceableFiles = v.picklist(["all", "refused", "none"]);
export type ReplaceableFiles = v.InferOutput<typeof ReplaceableFiles>;

/** While somebody still has to act, files may be replaced; before a council, only those that nobody has received. */
export function replaceableFiles(state: State): ReplaceableFiles {
  if (!openStates.includes(state)) return "none";
  return withCouncil.includes(state) ? "refused" : "all";
}

/**
 * Notes that the files of a dossier are replaced by these. `refused`: ids of those that did not pass. Null where they are the same already. Throws
 * `move.notAllowed` for a dossier that is closed, and `note.invalid` where a council judges a file that would go, or one would come that replaces none.
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
  // A file that stays is what it was received as, whatever the request says of it.
  const after = attachments.map((file) => held.find(({ id }) => id === file.id) ?? file);
  if (canonicalJson(after) === canonicalJson(held)) return null;
  const facts = { removed: gone.length, added: come.length };
  const personal = after.length > 0 ? { attachments: after } : {};
  return noteOn(before, "replaceFiles", { facts, personal, attachments: after }, context);
}
