import type { ActivitySummary } from "#core/activities/activity.ts";
import type { OriginRef } from "#core/activities/origin.ts";
import { overlaps, type Period } from "#core/base/period.ts";

/** Launch or outreach recorded by the report's unit itself. */
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

/** Recorded place where an initiative or model of another unit is applied. `originUnit` and `unit` are names. */
export interface ReportReplication {
  id: string;
  of: OriginRef;
  title: string;
  originUnit: string;
  unit: string;
  /** Name of the model replicated from the origin; null if the unit applies the origin itself. */
  model: string | null;
  since: string;
  until: string | null;
}

const placeOf = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Activities that overlap the period, by day. */
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
