import type { Context } from "hono";
import type { BodyLimit } from "#core/base/body-size.ts";
import type { MetricName } from "#core/base/metric.ts";
import type { Viewer } from "#core/staff/access.ts";
import type { ActiveSession } from "#core/staff/staff.ts";
import type { DocumentSigner } from "../store/aws/document-signer.ts";
import type { UploadSigner } from "../store/aws/upload-signer.ts";
import type { Store } from "../store/store.ts";
import type { ProofSettings } from "./proof.ts";

export type ProblemWords = Record<"vi" | "en", Readonly<Record<string, string>>>;

export interface Deps {
  store: Store;
  documents: DocumentSigner;
  uploads: UploadSigner;
  /** Origin of the pages, `https://host` without a trailing slash. Other origins cannot change data. */
  origin: string;
  /** ISO 8601 in UTC. */
  clock: () => string;
  random: (count: number) => Uint8Array;
  /** Network address of the client, for rate limits; never stored or logged. */
  clientOf: (c: Ctx) => string;
  proof: ProofSettings;
  /** Missing on the public API, which has texts of its own. */
  words?: ProblemWords;
  /** Number of demonstration dossiers still to be entered; a missing function means 0. */
  arriving?: () => number;
  /** Logs no personal data. */
  log: (message: string, details: Record<string, unknown>) => void;
  measure: (name: MetricName, value: number) => void;
  answered: (request: AnsweredRequest) => void;
}

/** Log entry of a request, without personal data. */
export interface AnsweredRequest {
  requestId: string;
  /** Request id of the API gateway; null without a gateway. */
  gatewayId: string | null;
  method: string;
  /** Route pattern, such as `/api/initiatives/:id`. */
  route: string;
  status: number;
  milliseconds: number;
  viewer: Viewer["kind"];
}

export interface Env {
  Variables: {
    deps: Deps;
    requestId: string;
    bearer: string | null;
    session: ActiveSession | null;
    /** Missing on a route without `describe`. */
    bodyLimit?: BodyLimit;
  };
}

export type Ctx = Context<Env>;

/** Authors are recognised per record, not by session. */
export function staffViewer(session: ActiveSession | null): Viewer {
  return session
    ? { kind: "staff", id: session.staff.id, name: session.staff.name, grants: session.grants }
    : { kind: "public" };
}
