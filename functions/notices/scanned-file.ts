import { replaceableFiles } from "#core/initiatives/replaced-files.ts";
import { nameAddress } from "../store/letters.ts";
import type { ScannedUpload } from "../store/stream-image.ts";
import { composeRefusedFile } from "./author-letters.ts";
import { holdBack, noticeLetters, readSetting } from "./author-notice.ts";
import { type ClaimedMailDeps, sendOnce } from "./claimed-mail.ts";
import { judgeFiles, type ReceiptFileDeps, renewReceipt } from "./receipt.ts";

type ScannedFileDeps = ReceiptFileDeps & ClaimedMailDeps;

/**
 * Renews a receipt that lists the file as unscanned. Mails the author of an open dossier if the file is
 * refused.
 */
export async function followScannedFile(deps: ScannedFileDeps, upload: ScannedUpload): Promise<void> {
  const { store, origin } = deps;
  const { id, initiative: code } = upload;
  if ((await store.receipts.get(code))?.unscanned) await renewReceipt(deps, code);
  // A clean file is refused if it differs from its description in the dossier.
  const initiative = await store.initiatives.get(code);
  if (initiative?.origin !== "application" || replaceableFiles(initiative.state) === "none") return;
  const { email } = initiative.application.contact;
  const files = await judgeFiles(deps, initiative.attachments);
  const file = files.find((each) => each.id === id);
  if (!email || file?.state !== "refused") return;
  const claim = { id, step: 0 };
  if (await store.receipts.isMailClaimed(claim.id, claim.step)) return;
  const { unit, campaign } = await readSetting(deps, initiative);
  const letter = composeRefusedFile(initiative, file, { unit: unit.name, campaign, origin, reason: null });
  const address = nameAddress(email);
  if (!(await store.letters.take("notice", address, `${code}#${id}`, noticeLetters, deps.clock())))
    return holdBack(deps, { address, id: code, n: 0, file: id }, claim);
  await sendOnce(deps, { ...claim, about: code }, { to: email, letter });
}
