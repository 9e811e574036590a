import type { ActivitySummary } from "#core/activities/activity.ts";
import type { OriginRef } from "#core/activities/origin.ts";
import { overlaps, type Period } from "#core/base/period.ts";

/** A launch or outreach that the report's unit itself recorded. */
export type ReportActivity = Pick<
  ActivitySummary,
  | "id"
  | "kind"
  | "from"
  | "to"
  | "title"
  | "sessions"
  | "participants"
  | "articles"
  | "broadcasts"
  | "organisations"
  | "hamlets"
>;

/** A place where an initiative or a model of another unit is applied, as its record says. Names are of units. */
export interface ReportReplication {
  id: string;
  of: OriginRef;
  title: string;
  originUnit: string;
  unit: string;
  /** Name of the model that was built after the origin; null for a unit that applies it. */
  model: string | null;
  since: string;
  until: string | null;
}

const placeOf = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Those within the period, by day. */
export const sortActivities = (activities: readonly ReportActivity[], period: Period): ReportActivity[] =>
  activities
    .filter((activity) => overlaps(activity, period))
    .toSorted((a, b) => placeOf(`${a.from}#${a.id}`, `${b.from}#${b.id}`));

export const sortReplications = (
  replications: readonly ReportReplication[],
  period: Period,
): ReportReplication[] =>
  replications
    .filter(({ since }) => overlaps({ from: since, to: since }, period))
    .toSorted((a, b) => placeOf(`${a.since}#${a.id}`, `${b.since}#${b.id}`));
