import { messagesEn } from "#core/words/en/index.ts";
import { attachmentsEn } from "../attachments/words/en.ts";
import { followEn } from "../public/follow/words/en.ts";
import { draftsEn } from "../public/form/drafts/words/en.ts";
import { formEn } from "../public/form/words/en.ts";
import { homeEn } from "../public/home/words/en.ts";
import { publishNameEn } from "../public/name-consent/words/en.ts";
import { receiptEn } from "../public/receipt/words/en.ts";
import { inAppEn } from "../shell/in-app-browser/words/en.ts";
import { notFoundEn } from "../shell/not-found/words/en.ts";
import { shellEn } from "../shell/words/en.ts";
import type { Words } from "./vi.ts";

export const en: Words = {
  ...messagesEn,
  ...shellEn,
  ...homeEn,
  ...inAppEn,
  ...notFoundEn,
  ...followEn,
  ...formEn,
  ...draftsEn,
  ...attachmentsEn,
  ...receiptEn,
  ...publishNameEn,
};
