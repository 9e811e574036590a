import type { Application, channels } from "#core/initiatives/application.ts";
import type { Attachment, AttachmentState } from "#core/initiatives/attachment.ts";
import type { CoAuthorStanding } from "#core/initiatives/co-author.ts";
import type { RecordedDecision } from "#core/initiatives/decision-correction.ts";
import type { Actor } from "#core/initiatives/history.ts";
import type { InitiativeSummary } from "#core/initiatives/initiative.ts";
import type { Move, Note, State } from "#core/initiatives/lifecycle.ts";
import type { NameConsent } from "#core/initiatives/publish-name.ts";
import type { Recognition } from "#core/initiatives/recognition.ts";
import type { RegisterEntry } from "#core/initiatives/register.ts";
import type { ReplaceableFiles } from "#core/initiatives/replaced-files.ts";
import type { Statement } from "#core/initiatives/statement.ts";
import type { Level, System } from "#core/units/unit.ts";

/** `GET /api/challenges/:keyHash`: find the counter for which SHA-256(salt ‖ nonce ‖ counter as uint32, big-endian) begins with `keyPrefix` (hex). */
export interface ChallengeView {
  parameters: { nonce: string; salt: string; keyPrefix: string; cost: number };
  signature: string;
}

/** `GET /api/initiatives/:id` and the answer to a move. Birth dates and contact are empty for those who need not reach the author. */
export interface InitiativeView {
  id: string;
  version: number;
  origin: "application" | "document";
  /** Empty where it has been erased, as are names then. */
  title: string;
  state: State;
  year: number;
  campaign: string | null;
  unit: { id: string; name: string };
  system: System;
  channel: (typeof channels)[number] | null;
  receivedAt: string | null;
  /** It came in the hours of grace after the campaign's last day. */
  late: boolean;
  dueOn: string | null;
  number: number | null;
  council: { id: string; name: string; level: Level } | null;
  recognitions: Recognition[];
  organisation: string | null;
  application: Application | null;
  attachments: AttachmentView[];
  /** Which files this viewer may replace or remove now. */
  replaceable: ReplaceableFiles;
  history: HistoryEntry[];
  /** What units and councils have said of it to the councils that judge it. */
  statements: Statement[];
  /** The decisions whose number and day this viewer may correct. */
  decisions: RecordedDecision[];
  /** Whether birth dates and contact are told: to whom they are, their correction, export and erasure are open too. */
  readsPersonal: boolean;
  /** What the co-authors have answered to being named, where the viewer may read the history. */
  coAuthors: CoAuthorStanding[];
  /** Who lets their name be published, where the viewer may read the history. */
  nameConsents: NameConsent[];
  /** Whether an application sent again must tell the result: not before it has been reported, where that comes apart. */
  asksResult: boolean;
  /** The moves this viewer may make now. */
  moves: Move[];
  demo: boolean;
}

/** A file of an application and how it stands. Where it is clean, `GET /api/initiatives/:id/attachments/:file` gives it out. */
export type AttachmentView = Attachment & AttachmentState;

/** The answer to `POST /api/uploads`: post the fields and then the file, as `file`, to the address as a multipart form. */
export interface UploadView {
  id: string;
  url: string;
  fields: Record<string, string>;
}

export interface HistoryEntry {
  n: number;
  at: string;
  move: Move | Note | "submit";
  from: State | null;
  to: State;
  role: Actor["role"];
  facts: Record<string, unknown>;
  /** The reason or opinion written with the step, where the viewer may read it. */
  reason: string | null;
  opinion: string | null;
  /** Why a decision has a day that looks like a slip. */
  explanation: string | null;
  /** What a co-author said beside their answer. */
  word: string | null;
}

/** `POST /api/initiatives/:id/co-author-links`: the links to hand to each author besides the first, who sent it. */
export interface CoAuthorLinksView {
  links: { author: number; fullName: string; token: string }[];
}

/** `GET /api/initiatives/:id/co-authors/:author`: what a co-author is asked to confirm; nobody's contact or birth date. */
export interface CoAuthorView {
  id: string;
  title: string;
  unit: string;
  receivedAt: string;
  authors: { fullName: string; workplace: string; share: number }[];
  /** The place of the one who is asked. */
  author: number;
  answer: CoAuthorStanding | null;
  /** Whether they let their name be published, as it is kept now. */
  publishesName: boolean;
  demo: boolean;
}

/** `POST /api/initiatives/:id/erasure`: what has gone, and until when backups may still hold it. */
export interface ErasureView {
  initiative: InitiativeView;
  backupsUntil: string;
  kept: "recognised" | null;
}

/** The body of `POST /api/initiatives/:id/moves`; `form` is what `moveForms[move]` asks. */
export interface MoveBody {
  move: Move;
  version: number;
  form: Record<string, unknown>;
}

/** `GET /api/units/:unit/inbox?state=…&cursor=…`, `GET /api/councils/:council/queue/:year?state=…`, `GET /api/units/:unit/register/:year`. */
export interface ListView {
  items: InitiativeSummary[];
  cursor: string | null;
}

/** `GET /api/units/:unit/register/:year`: a page by running number, or, where something was looked for, the first 200 that were found. */
export interface RegisterView {
  items: RegisterLine[];
  cursor: string | null;
  /** How many match; null where nothing was looked for. */
  found: number | null;
}

/** One line; `entry` is null for a title from a cited document, and without contacts for whoever reads from above. */
export type RegisterLine = InitiativeSummary & { entry: RegisterEntry | null };

/** `GET /api/initiatives/:id/receipt`: where the receipt can be fetched for five minutes; null, with 202, while it is being made. */
export interface ReceiptView {
  url: string | null;
}

/** `POST /api/initiatives/:id/access-key`: the new key, which is shown nowhere else. */
export interface RenewedKeyView {
  id: string;
  accessKey: string;
}
