import type { SubmissionInput } from "#core/initiatives/application.ts";
import { ProblemError } from "../../../api.ts";
import { proveKey } from "../../../proof/proof.ts";
import { watchOutbox } from "../../offline/outbox.ts";
import type { DraftAutosave } from "../drafts/autosave.ts";
import { sentPathFor, waitingPath } from "../form-paths.ts";
import { recordSubmission, sendApplication } from "./sending.ts";

/** Prepares during the review, because the network may fail later. */
export function prepareSubmission(key: string): void {
  for (const part of [proveKey(key), import("./waiting-page.tsx"), import("./sent-page.tsx")])
    part.catch(() => {});
}

/** Submits a draft; offline, the draft waits. Returns the path of the next page. Throws `ProblemError`. */
export async function submitDraft(
  autosave: DraftAutosave,
  submission: SubmissionInput,
  unitName: string,
): Promise<string> {
  await autosave.keep({ refusal: null }, true);
  let sent: string;
  try {
    const { key } = autosave.draft();
    const receipt = await sendApplication(submission, key, (fresh) => autosave.keep({ key: fresh }, true));
    const stored = recordSubmission(receipt, unitName, autosave.draft().link);
    sent = sentPathFor(stored ? null : receipt);
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === "offline")) throw error;
    await autosave.keep({ waiting: { submission, unitName, since: new Date().toISOString() } }, true);
    if (!autosave.saved().kept) throw error;
    watchOutbox();
    return waitingPath;
  }
  await autosave.forget();
  return sent;
}
