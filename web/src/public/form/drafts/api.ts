import type { DraftReceipt, DraftView } from "#core/initiatives/draft.ts";
import { getJson, sendJson } from "../../../api.ts";
import { sendProven } from "../../../proof/proven-request.ts";

const pathOf = (id: string) => `/api/drafts/${id}`;
const bearer = (writeKey: string) => ({ authorization: `Bearer ${writeKey}` });

/** Encrypted copies of drafts. Each request throws `ProblemError`. */
export const readCopy = (id: string) => getJson<DraftView>(pathOf(id));
export const putCopy = (
  id: string,
  writeKey: string,
  copy: { ciphertext: string; iv: string; version: number },
) => sendProven<DraftReceipt>("draft", "PUT", pathOf(id), copy, bearer(writeKey));
export const deleteCopy = (id: string, writeKey: string) =>
  sendJson("DELETE", pathOf(id), {}, bearer(writeKey));
