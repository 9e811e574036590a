import type { FieldError, ProblemCode } from "#core/base/problems.ts";
import type { Campaign, Stage } from "#core/campaigns/campaign.ts";
import type { CitedDocument } from "#core/campaigns/document.ts";
import type { CampaignEntry, CampaignMove } from "#core/campaigns/moves.ts";
import type { CountedFigure, DeclaredFigure, StandingFigure } from "#core/figures/figure.ts";
import type { SeriesFigure } from "#core/figures/series.ts";
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
import type { CellError, JobSummary } from "#core/jobs/job.ts";
import type { Grant } from "#core/staff/access.ts";
import type { UnitChangeForm } from "#core/units/change.ts";
import type { SeriesYear } from "#core/units/series.ts";
import type { UnitPeriod } from "#core/units/tree.ts";
import type { Level, System, Unit } from "#core/units/unit.ts";

/** A refusal or a fault as the API gives it (RFC 9457), `application/problem+json`. `title` is in the language asked for. */
export interface ProblemView {
  type: string;
  status: number;
  code: ProblemCode;
  title: string;
  requestId: string;
  errors: (FieldError & { detail: string })[];
}

/** `GET /api/campaigns/open`: the campaigns that take applications now, also those in their hours of grace, and where to send them. */
export interface OpenCampaignsView {
  /** The one that closes first stands first. */
  campaigns: OpenCampaign[];
  /** Those that open later, the next first. */
  upcoming: { name: string; opensOn: string }[];
  /** The one that closed last; null where none has. */
  closed: { name: string; closesOn: string } | null;
  /** The instant of this answer at the server, which a cache may hold for a minute. */
  now: string;
  /** How many dossiers of a demonstration are still being entered: figures are not whole until there are none. */
  arriving: number;
}
export interface OpenCampaign {
  id: string;
  year: number;
  name: string;
  opensOn: string;
  closesOn: string;
  /** When its last day is over, and when the hours of grace are in which it takes what is late. */
  closesAt: string;
  graceEndsAt: string;
  merged: boolean;
  consent: string;
  demo: boolean;
  units: ReceivingUnit[];
}

/** `GET /api/campaigns/paper?unit=…`: the campaigns for which papers may be typed in, the latest first, each with the unit and those below it. */
export interface PaperCampaignsView {
  campaigns: OpenCampaign[];
  today: string;
}
export interface ReceivingUnit {
  id: string;
  code: string;
  name: string;
  level: Level;
  system: System;
  /** The name of the unit above, for telling namesakes apart. */
  within: string | null;
  /** Names by which people may still look for it. */
  former: string[];
}

/** `GET /api/campaigns`: the campaigns of the units that an administrator answers for, the latest first. */
export interface CampaignListView {
  campaigns: CampaignRow[];
  today: string;
}
export interface CampaignRow {
  id: string;
  year: number;
  name: string;
  unit: { id: string; name: string };
  opensOn: string;
  closesOn: string;
  stage: Stage;
  councils: number;
  receives: number;
  demo: boolean;
}

/** `GET /api/campaigns/:id`, and the answer to every change of one. */
export interface CampaignView {
  campaign: Campaign;
  stage: Stage;
  moves: CampaignMove[];
  log: CampaignEntry[];
  today: string;
}

/** `GET /api/campaigns/tree?unit=…&on=…`: the units a campaign of that unit would have if it opened on that day. */
export interface CampaignTreeView {
  units: TreeUnit[];
}
export interface TreeUnit {
  id: string;
  code: string;
  name: string;
  level: Level;
  system: System;
  /** Null for the campaign's own unit. */
  parent: string | null;
}

/** `GET /api/councils?unit=…`: the councils of the unit and of those below it, by name. */
export interface CouncilListView {
  unit: { id: string; name: string };
  councils: CouncilView[];
}

/** A council, and the answer to every change of one. */
export interface CouncilView {
  id: string;
  version: number;
  name: string;
  unit: { id: string; name: string };
  /** That of its unit. */
  level: Level;
  /** The last day on which it sits; null while it has no end. */
  endsOn: string | null;
  /** Whether it can be given work today: neither it nor its unit has ended. */
  sits: boolean;
}

/** `GET /api/documents`: cited documents, the latest first. */
export interface DocumentsView {
  documents: CitedDocument[];
}

/** `GET /api/figures/:unit/declared`: every declared figure with its corrections, and what is counted beside it. */
export interface DeclaredFiguresView {
  unit: { id: string; name: string; validTo: string | null };
  declared: DeclaredFigure[];
  counted: CountedFigure[];
  today: string;
}

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

/** `GET /api/library?province=…&year=…`: recognised initiatives, without anything personal. */
export interface LibraryView {
  items: LibraryEntry[];
  cursor: string | null;
}
export interface LibraryEntry {
  id: string;
  title: string;
  year: number;
  unit: string;
  organisation: string | null;
  /** The names of those authors alone who agreed to have them published. */
  authors: string[];
  system: System;
  recognitions: Recognition[];
  origin: "application" | "document";
}

/** `GET /api/figures/:unit/:year?from=…`: the rows of the years from `from` to `:year`; `resolveFigures` in core makes figures of them. */
export interface FiguresView {
  unit: { id: string; name: string; validTo: string | null };
  /** Whether one list can show all that is counted here; not of a province. */
  isListed: boolean;
  from: number;
  to: number;
  declared: StandingFigure[];
  counted: CountedFigure[];
  campaigns: { id: string; year: number; evaluated: boolean; demo: boolean }[];
  /** Today in Vietnam: what was due before it is overdue. */
  today: string;
}

/** `GET /api/units?on=…&system=…`: the units of a day, as they were then; `version` is the number of changes so far. */
export interface UnitTreeView {
  on: string;
  today: string;
  version: number;
  units: (Omit<Unit, "earlier" | "successors"> & { administers: boolean; former: string[] })[];
}
export interface UnitNameView {
  id: string;
  code: string;
  name: string;
  validFrom: string | null;
  validTo: string | null;
}

/** `GET /api/units/:unit`: a unit through time. */
export interface UnitView {
  unit: Unit;
  version: number;
  path: UnitNameView[];
  /** Oldest first, the latest last. */
  periods: (Omit<UnitPeriod, "parent"> & { parent: UnitNameView | null })[];
  predecessors: UnitNameView[];
  successors: UnitNameView[];
  below: number;
  changes: {
    n: number;
    kind: UnitChangeForm["kind"];
    on: string;
    document: string;
    by: string;
    at: string;
  }[];
  /** The viewer may change it. */
  administers: boolean;
  today: string;
}

/** `POST /api/unit-changes`: what was done, or with `dryRun=1` what would be. */
export interface UnitChangeView {
  version: number;
  dryRun: boolean;
  units: { id: string; name: string; founded: boolean; ended: boolean }[];
  moves: UnitMoveView[];
  /** The job that moves the dossiers. */
  job: string | null;
}
export interface UnitMoveView {
  campaign: { id: string; name: string };
  from: { id: string; name: string };
  to: { id: string; name: string };
  /** Open dossiers that go along. */
  open: number;
}

/** `GET /api/figures/:unit/series?from=…&to=…`: each year with the units that stand for this one, and their figures added up. */
export interface SeriesView {
  unit: { id: string; name: string; validFrom: string | null; validTo: string | null };
  /** Where the viewer may not read one of its units, a year has no figures: a sum would tell them. */
  years: (SeriesYear & { readable: boolean; figures: SeriesFigure[] })[];
}

/** `GET /api/session`: who is signed in; 401 `session.missing` otherwise. */
export interface SessionView {
  name: string;
  email: string;
  grants: (Grant & { unitName: string; councilName: string | null })[];
  /** The instant of this answer at the server. */
  now: string;
  /** Units whose figures this person may read: by name, those that have ended last. */
  units: { id: string; name: string; code: string; validTo: string | null }[];
}

/** `GET /api/initiatives/:id/receipt`: where the receipt can be fetched for five minutes; null, with 202, while it is being made. */
export interface ReceiptView {
  url: string | null;
}

/** `POST /api/initiatives/:id/access-key`: the new key, which is shown nowhere else. */
export interface RenewedKeyView {
  id: string;
  accessKey: string;
}

/** `POST /api/jobs`, `GET /api/jobs/:id`. */
export interface JobView extends JobSummary {
  /** Empty for those who may not read the rows that they quote; `errorCount` counts all. */
  errors: CellError[];
  parameters: Record<string, unknown>;
  /** Whether there is a result that this viewer may download: `GET /api/jobs/:id/result`. */
  hasResult: boolean;
}

/** The answer to a click on a download, where a script asks: the link is good for some minutes. A browser is sent there instead (302). */
export interface DownloadView {
  url: string;
}

/** `GET /api/units/:unit/jobs`. */
export interface JobsView {
  jobs: JobSummary[];
}
