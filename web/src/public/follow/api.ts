import type { Attachment } from "#core/initiatives/attachment.ts";
import type { CoAuthorReply } from "#core/initiatives/co-author.ts";
import type { ErasureRequest } from "#core/initiatives/erasure.ts";
import type { NameConsentChange } from "#core/initiatives/personal-data.ts";
import type {
  CoAuthorLinksView,
  CoAuthorView,
  ErasureView,
  InitiativeView,
  MoveBody,
} from "../../../../functions/api/initiatives/views.ts";
import { getJson, ProblemError, sendJson } from "../../api.ts";
import { explainProblem } from "../../failure-words.ts";
import type { Text } from "../../language.tsx";

const pathOf = (id: string) => `/api/initiatives/${encodeURIComponent(id)}`;
/** Access key of a dossier; null for staff, who use their session. */
export type Key = string | null;
const bearer = (key: Key): Record<string, string> => (key === null ? {} : { authorization: `Bearer ${key}` });

/** Requests with an access key; each throws `ProblemError`. */
export const readDossier = (id: string, key: string) => getJson<InitiativeView>(pathOf(id), bearer(key));
export const makeMove = (id: string, key: string, body: MoveBody) =>
  sendJson<InitiativeView>("POST", `${pathOf(id)}/moves`, body, bearer(key));
export const createCoAuthorLinks = (id: string, key: string) =>
  sendJson<CoAuthorLinksView>("POST", `${pathOf(id)}/co-author-links`, {}, bearer(key));
export const changeContact = (id: string, key: Key, contact: { phone: string; email: string }) =>
  sendJson<InitiativeView>("POST", `${pathOf(id)}/contact`, { contact }, bearer(key));
export const replaceFiles = (id: string, key: Key, attachments: Attachment[]) =>
  sendJson<InitiativeView>("POST", `${pathOf(id)}/files`, { attachments }, bearer(key));
export const changeNameConsent = (id: string, key: Key, change: NameConsentChange) =>
  sendJson<InitiativeView>("POST", `${pathOf(id)}/name-consent`, change, bearer(key));
export const eraseData = (id: string, key: Key, request: ErasureRequest) =>
  sendJson<ErasureView>("POST", `${pathOf(id)}/erasure`, request, bearer(key));

/** Path for an HTML form; the response is a file of all personal data. */
export const exportPath = (id: string) => `${pathOf(id)}/personal-data`;

export const readAsCoAuthor = (id: string, author: number, token: string) =>
  getJson<CoAuthorView>(`${pathOf(id)}/co-authors/${author}`, bearer(token));
export const replyAsCoAuthor = (id: string, author: number, token: string, reply: CoAuthorReply) =>
  sendJson<CoAuthorView>("POST", `${pathOf(id)}/co-authors/${author}`, reply, bearer(token));

export function explainFailure(error: unknown, text: Text): string {
  const [first] = error instanceof ProblemError ? error.errors : [];
  return (first && text.find(first.code, first.params)) ?? explainProblem(error, text, "follow.offline");
}
