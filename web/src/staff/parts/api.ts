import type { CitedDocument, NewDocument } from "#core/campaigns/document.ts";
import type { DocumentsView } from "../../../../functions/api/campaigns/views.ts";
import type { FiguresView } from "../../../../functions/api/figures/views.ts";
import type { ProblemView } from "../../../../functions/api/problem-view.ts";
import type { SessionView } from "../../../../functions/api/staff/views.ts";
import { getJson, ProblemError, sendJson } from "../../api.ts";
import { noteServerTime } from "../../server-time.ts";

export function isProblem(error: unknown, ...codes: ProblemView["code"][]): error is ProblemError {
  return error instanceof ProblemError && codes.some((code) => code === error.code);
}

/** Encodes the values, e.g. path`/api/units/${unit}`. */
export const path = (texts: TemplateStringsArray, ...values: (string | number)[]) =>
  String.raw(texts, ...values.map((value) => encodeURIComponent(value)));

/** Query string without null values; empty if all are null. */
export const query = (entries: Record<string, string | null>) => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(entries)) if (value !== null) search.set(name, value);
  return search.size > 0 ? `?${search}` : "";
};

/** Throws `session.missing` if nobody is signed in. */
export async function readSession(): Promise<SessionView> {
  const session = await getJson<SessionView>("/api/session");
  noteServerTime(session.now);
  return session;
}

/** Returns the URL to open next. */
export const endSession = () => sendJson<{ signOut: string }>("DELETE", "/api/session", {});

export const signInAddress = (to: string) => path`/api/session/sign-in?to=${to}`;

export const readFigures = (unit: string, from: number, to: number) =>
  getJson<FiguresView>(path`/api/figures/${unit}/${to}?from=${from}`);

export const readDocuments = () => getJson<DocumentsView>("/api/documents");

export const addDocument = (form: NewDocument) => sendJson<CitedDocument>("POST", "/api/documents", form);
