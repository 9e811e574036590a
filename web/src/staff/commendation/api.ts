import { toBase64Url } from "#core/base/base64url.ts";
import type { Bloc, BlocForm } from "#core/commendation/bloc.ts";
import type { CertificatePlace } from "#core/commendation/certificate.ts";
import type { CommendationForm } from "#core/commendation/decision.ts";
import type { LineForm } from "#core/commendation/line.ts";
import type { Nomination, NominationForm } from "#core/commendation/nomination.ts";
import type { CommendationPrint } from "#core/jobs/commendation-print.ts";
import type {
  AwardsView,
  BlocsView,
  CertificatePlaceView,
  CommendationCandidatesView,
  CommendationLinesView,
  CommendationLinesWrittenView,
  CommendationLogView,
  CommendationsView,
  CommendationView,
  CommendationWarningsView,
  NominationsView,
} from "../../../../functions/api/commendation/views.ts";
import type { JobView } from "../../../../functions/api/jobs/views.ts";
import type { UnitTreeView } from "../../../../functions/api/units/views.ts";
import { getJson, ProblemError, sendJson } from "../../api.ts";
import { path, query } from "../parts/api.ts";
import type { Refusal } from "../parts/sending.ts";

/** `version` as last read; `request` is a random id. */
interface Change {
  version: number;
  request: string;
}

const drawId = () => toBase64Url(crypto.getRandomValues(new Uint8Array(16)));

/** Returns a function that gives repeated content the same request id, so that the API detects retries. */
export function createRequests(): (content: unknown) => string {
  let last = { content: "", id: "" };
  return (content) => {
    const text = JSON.stringify(content);
    if (last.content !== text) last = { content: text, id: drawId() };
    return last.id;
  };
}

export const drawRequest = drawId;

/** Field errors with `base` removed from their pointers; null if there are none. */
export function faultsWithout(base: string, error: unknown): Refusal | null {
  if (!(error instanceof ProblemError) || error.errors.length === 0) return null;
  const faults = error.errors.map((fault) => ({
    ...fault,
    pointer: fault.pointer.startsWith(`${base}/`) ? fault.pointer.slice(base.length) : fault.pointer,
  }));
  return { faults };
}

/** Reads a whole list page by page, since filters and sums need every decision. */
export async function readCommendations(
  unit: string,
  year: number,
  below: boolean,
): Promise<CommendationsView> {
  const page = (cursor: string | null) =>
    getJson<CommendationsView>(
      `/api/commendations${query({ unit, year: String(year), below: below ? "1" : "0", cursor })}`,
    );
  const first = await page(null);
  const decisions = [...first.decisions];
  for (let { cursor } = first; cursor !== null; ) {
    const next = await page(cursor);
    decisions.push(...next.decisions);
    cursor = next.cursor;
  }
  decisions.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
  return { ...first, decisions, cursor: null };
}

export const readCommendation = (id: string) => getJson<CommendationView>(path`/api/commendations/${id}`);

export const readUnitsNow = () => getJson<UnitTreeView>("/api/units");

export const proposeCommendation = (id: string, unit: string, form: CommendationForm) =>
  sendJson<CommendationView>("POST", "/api/commendations", { id, unit, form });

export const changeCommendation = (id: string, change: Change, form: CommendationForm) =>
  sendJson<CommendationView>("PUT", path`/api/commendations/${id}`, { ...change, form });

export const commendationMoves = ["issue", "corrections", "cancellation", "withdrawal"] as const;
export type CommendationMove = (typeof commendationMoves)[number];

export const moveCommendation = (id: string, move: CommendationMove, change: Change, form: object) =>
  sendJson<CommendationView>("POST", path`/api/commendations/${id}/${move}`, { ...change, form });

/** Lines with numbers above `after`. */
export const readLines = (id: string, after: number) =>
  getJson<CommendationLinesView>(path`/api/commendations/${id}/lines?after=${after}`);

export const addLines = (id: string, change: Change, lines: readonly LineForm[]) =>
  sendJson<CommendationLinesWrittenView>("POST", path`/api/commendations/${id}/lines`, { ...change, lines });

export const changeLine = (id: string, change: Change, n: number, line: LineForm) =>
  sendJson<CommendationLinesWrittenView>("PUT", path`/api/commendations/${id}/lines`, {
    ...change,
    lines: [{ n, line }],
  });

/** Removes lines of a proposal, or erases the personal data in lines. */
export const dropLines = (id: string, how: "removal" | "erasure", change: Change, lines: readonly number[]) =>
  sendJson<CommendationLinesWrittenView>("POST", path`/api/commendations/${id}/lines/${how}`, {
    ...change,
    lines,
  });

/** Cancels or corrects a line of an issued decision. */
export const moveLine = (
  id: string,
  move: "cancellation" | "corrections",
  change: Change,
  line: number,
  form: object,
) =>
  sendJson<CommendationLinesWrittenView>("POST", path`/api/commendations/${id}/lines/${move}`, {
    ...change,
    line,
    form,
  });

export const readLog = (id: string, before: number) =>
  getJson<CommendationLogView>(path`/api/commendations/${id}/log?before=${before}`);

export const readWarnings = (id: string, after: number) =>
  getJson<CommendationWarningsView>(path`/api/commendations/${id}/warnings?after=${after}`);

export const readCandidates = (id: string, year: number, cursor: string | null) =>
  getJson<CommendationCandidatesView>(
    path`/api/commendations/${id}/candidates` + query({ year: String(year), cursor }),
  );

/** Null while a field is empty. */
export type TypedPlace = Record<keyof CertificatePlace, number | null>;

/** The API refuses empty positions. */
export const beginPrint = (
  id: string,
  unit: string,
  parameters: Omit<CommendationPrint, "place"> & { place?: TypedPlace },
) => sendJson<JobView>("POST", "/api/jobs", { id, kind: "commendation", unit, parameters });

export const readAwards = (unit: string, name: string) =>
  getJson<AwardsView>(path`/api/commendations/awards?unit=${unit}&name=${name}`);

export const readCertificatePlace = (unit: string) =>
  getJson<CertificatePlaceView>(path`/api/commendations/certificate-place?unit=${unit}`);

/** Empty positions are refused by the API. */
export const keepCertificatePlace = (unit: string, version: number, place: TypedPlace) =>
  sendJson<CertificatePlaceView>("PUT", "/api/commendations/certificate-place", { unit, version, place });

export const readBlocs = (unit: string, year: number) =>
  getJson<BlocsView>(path`/api/commendations/blocs?unit=${unit}&year=${year}`);

export const writeBloc = (id: string, unit: string, change: Change, form: BlocForm) =>
  sendJson<Bloc>("PUT", path`/api/commendations/blocs/${id}`, { unit, ...change, form });

/** Nominations of all years. */
export const readNominations = (unit: string) =>
  getJson<NominationsView>(path`/api/commendations/nominations?unit=${unit}`);

export const writeNomination = (id: string, unit: string, change: Change, form: NominationForm) =>
  sendJson<Nomination>("PUT", path`/api/commendations/nominations/${id}`, { unit, ...change, form });

export const eraseNomination = (id: string, unit: string, change: Change) =>
  sendJson<Nomination>("POST", path`/api/commendations/nominations/${id}/erasure`, { unit, ...change });
