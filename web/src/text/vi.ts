import { messagesVi } from "#core/words/vi/index.ts";
import { attachmentsVi } from "../attachments/text-vi.ts";
import { inAppVi } from "../in-app-text.ts";
import { notFoundVi } from "../not-found-text.ts";
import { followVi } from "../public/follow/text-vi.ts";
import { rareVi } from "../public/form/rare-text-vi.ts";
import { formVi } from "../public/form/text-vi.ts";
import { homeVi } from "../public/home/text-vi.ts";
import { receiptVi } from "../public/receipt/text-vi.ts";
import { pagesVi } from "./pages-vi.ts";
import { publishNameVi } from "./publish-name-text.ts";

/** All words of the public pages in Vietnamese: names and rules from core, the form's, and the other pages'. */
export const vi = {
  ...messagesVi,
  ...pagesVi,
  ...homeVi,
  ...inAppVi,
  ...notFoundVi,
  ...followVi,
  ...formVi,
  ...rareVi,
  ...attachmentsVi,
  ...receiptVi,
  ...publishNameVi,
};

export type Words = Record<keyof typeof vi, string>;
