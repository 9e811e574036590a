import type { Context } from "hono";
import type { BodyLimit } from "#core/base/body-size.ts";
import type { MetricName } from "#core/base/metric.ts";
import type { Viewer } from "#core/staff/access.ts";
import type { ActiveSession } from "#core/staff/staff.ts";
import type { DocumentSigner } from "../store/aws/document-signer.ts";
import type { UploadSigner } from "../store/aws/upload-signer.ts";
import type { Store } from "../store/store.ts";
import type { ProofSettings } from "./proof.ts";

/** What the API is given: nothing here is reached for from inside. */
export interface Deps {
  store: Store;
  /** Links to documents that jobs have made. */
  documents: DocumentSigner;
  /** Permits uploads and links to what has been released. */
  uploads: UploadSigner;
  /** Where the pages live, `https://host` without a slash: the only origin whose pages may change anything. */
  origin: string;
  /** The time, ISO 8601 in UTC. */
  clock: () => string;
  /** So many random bytes. */
  random: (count: number) => Uint8Array;
  /** The network address that a request comes from: told apart for limits, never kept and never logged. */
  clientOf: (c: Ctx) => string;
  /** What signs the challenges of the proof of work, and how much work they ask. */
  proof: ProofSettings;
  /** How many dossiers of a demonstration are still being entered; none where it is missing. */
  arriving?: () => number;
  /** A fault, for those who operate the system; never personal data. */
  log: (message: string, details: Record<string, unknown>) => void;
  /** Counts under a name of the catalogue. */
  measure: (name: MetricName, value: number) => void;
  /** Told of each request once it is answered. */
  answered: (request: AnsweredRequest) => void;
}

/** What is kept of a request: that somebody asked, and never who. */
export interface AnsweredRequest {
  /** Under which the answer, its faults, its trace and the edge know it. */
  requestId: string;
  /** The gateway's own id of it, as its access log has it; null where there is no gateway. */
  gatewayId: string | null;
  method: string;
  /** The pattern of the route, `/api/initiatives/:id`, not the path. */
  route: string;
  status: number;
  milliseconds: number;
  viewer: Viewer["kind"];
}

/** What middleware leaves for the handlers of a request. */
export interface Env {
  Variables: {
    deps: Deps;
    requestId: string;
    /** The access key of an author, as sent. */
    bearer: string | null;
    session: ActiveSession | null;
    /** The largest body that the route takes; one that describes none reads none. */
    bodyLimit?: BodyLimit;
  };
}

export type Ctx = Context<Env>;

/** The viewer by session alone; an author is known only beside a record. */
export function staffViewer(session: ActiveSession | null): Viewer {
  return session
    ? { kind: "staff", id: session.staff.id, name: session.staff.name, grants: session.grants }
    : { kind: "public" };
}
