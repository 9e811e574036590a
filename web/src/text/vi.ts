import { messagesVi } from "../../../functions/core/messages-vi.ts";
import { attachmentsVi } from "../attachments/text-vi.ts";
import { followVi } from "../follow/text-vi.ts";
import { rareVi } from "../form/rare-text-vi.ts";
import { formVi } from "../form/text-vi.ts";
import { homeVi } from "../home/text-vi.ts";
import { inAppVi } from "../in-app-text.ts";
import { notFoundVi } from "../not-found-text.ts";
import { receiptVi } from "../receipt/text-vi.ts";
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
