import { messagesVi } from "#core/words/vi/index.ts";
import { attachmentsVi } from "../attachments/words/vi.ts";
import { followVi } from "../public/follow/words/vi.ts";
import { draftsVi } from "../public/form/drafts/words/vi.ts";
import { formVi } from "../public/form/words/vi.ts";
import { homeVi } from "../public/home/words/vi.ts";
import { publishNameVi } from "../public/name-consent/words/vi.ts";
import { receiptVi } from "../public/receipt/words/vi.ts";
import { inAppVi } from "../shell/in-app-browser/words/vi.ts";
import { notFoundVi } from "../shell/not-found/words/vi.ts";
import { shellVi } from "../shell/words/vi.ts";

export const vi = {
  ...messagesVi,
  ...shellVi,
  ...homeVi,
  ...inAppVi,
  ...notFoundVi,
  ...followVi,
  ...formVi,
  ...draftsVi,
  ...attachmentsVi,
  ...receiptVi,
  ...publishNameVi,
};

export type Words = Record<keyof typeof vi, string>;
