import { messagesEn } from "#core/words/en/index.ts";
import { attachmentsEn } from "../attachments/text-en.ts";
import { inAppEn } from "../in-app-text.ts";
import { notFoundEn } from "../not-found-text.ts";
import { followEn } from "../public/follow/text-en.ts";
import { rareEn } from "../public/form/rare-text-en.ts";
import { formEn } from "../public/form/text-en.ts";
import { homeEn } from "../public/home/text-en.ts";
import { receiptEn } from "../public/receipt/text-en.ts";
import { pagesEn } from "./pages-en.ts";
import { publishNameEn } from "./publish-name-text.ts";
import type { Words } from "./vi.ts";

/** The same words in English. */
export const en: Words = {
  ...messagesEn,
  ...pagesEn,
  ...homeEn,
  ...inAppEn,
  ...notFoundEn,
  ...followEn,
  ...formEn,
  ...rareEn,
  ...attachmentsEn,
  ...receiptEn,
  ...publishNameEn,
};
