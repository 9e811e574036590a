import type { ReceiptView } from "../../../../functions/api/initiatives/views.ts";
import { getJson } from "../../api.ts";

/** `url` is null until the file is ready. Throws `ProblemError`. */
export const readReceiptFile = (id: string, accessKey: string) =>
  getJson<ReceiptView>(`/api/initiatives/${encodeURIComponent(id)}/receipt`, {
    authorization: `Bearer ${accessKey}`,
  });
