import type { Replication } from "#core/activities/replication.ts";
import type { Contribution } from "../contribution.ts";

/** A replication counts in the year of its first use, once a superior unit has confirmed it. */
export function countReplication({ year, path, withdrawn, confirmed }: Replication): Contribution {
  const counted = !withdrawn && confirmed !== null;
  return { units: path, counts: counted ? [{ year, key: "replications", dimension: "", value: 1 }] : [] };
}
