import type { KeyFigures, Sum } from "#core/report/board.ts";
import type { RequestEntry, RequestForm } from "#core/report/request.ts";
import type { Standing } from "#core/report/submission.ts";

interface Named {
  id: string;
  name: string;
}

/** `GET /api/report-requests?unit=…`: what a unit has asked of those below it, and what it is asked itself; the most urgent first. */
export interface ReportRequestsView {
  unit: Named;
  asked: AskedRow[];
  due: DueRow[];
  /** The viewer may ask in the unit's name. */
  mayAsk: boolean;
  today: string;
}

interface RequestRow extends Pick<RequestForm, "title" | "from" | "to" | "dueOn"> {
  id: string;
  closedAt: string | null;
}
export interface AskedRow extends RequestRow {
  /** How many units stand where. */
  counts: Record<Standing, number>;
}
export interface DueRow extends RequestRow {
  asker: Named;
  standing: Standing;
  /** When the latest was submitted, and of which edition. */
  submitted: { at: string; edition: number } | null;
}

/** `GET /api/report-requests/draft?unit=…&year=…`: units that may be asked; those that take part in the year's campaign are proposed. */
export interface ReportRequestDraftView {
  units: (Named & { code: string; proposed: boolean })[];
  /** The names of the campaigns that propose them. */
  campaigns: string[];
  today: string;
}

/** `GET /api/report-requests/:id`, and the answer to every change: the board. Whoever was asked sees the rows of their own units. */
export interface ReportRequestView extends RequestForm {
  id: string;
  version: number;
  asker: Named;
  createdBy: string;
  createdAt: string;
  closedAt: string | null;
  rows: BoardRow[];
  /** Null for whoever does not see every row. */
  sums: Record<keyof KeyFigures, Sum | null> | null;
  /** What was done with it; empty for whoever may not change it. */
  log: RequestEntry[];
  /** The viewer may change and close it and return what was submitted; may have others reminded. */
  may: { ask: boolean; remind: boolean };
  today: string;
}
export interface BoardRow extends KeyFigures {
  unit: Named;
  standing: Standing;
  latest: { n: number; edition: number; at: string; by: string; reason: string | null } | null;
  /** How many answer for exactly this unit; null for whoever may have nobody reminded. */
  responsible: number | null;
  remindedToday: boolean;
  /** The viewer may submit for it. */
  maySubmit: boolean;
}

/** `GET /api/report-requests/:id/units/:unit`: what a unit has submitted, the latest first, and what it may submit now. */
export interface UnitSubmissionsView {
  unit: Named;
  submissions: SubmissionView[];
  /** The unit's own report of the period as it stands; null where there is none, or the viewer may not submit it. */
  report: { edition: number; hash: string | null; state: "draft" | "approved" | "published" } | null;
}
export interface SubmissionView {
  n: number;
  edition: number;
  hash: string;
  at: string;
  by: string;
  state: "submitted" | "returned";
  returned: { at: string; by: string; reason: string } | null;
  /** The formats of its files: `GET /api/report-requests/:id/units/:unit/submissions/:n/files/:format`. */
  files: string[];
}

/** The answer to `POST /api/report-requests/:id/reminders`: ids of units. `nobody`: no one answers for it; `settled`: it owes nothing. */
export interface RemindedView {
  reminded: string[];
  already: string[];
  nobody: string[];
  settled: string[];
}
