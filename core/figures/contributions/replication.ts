import type { Replication } from "#core/activities/replication.ts";
import type { Contribution } from "../contribution.ts";

export function countReplication({ year, path, withdrawn, confirmed }: Replication): Contribution {
  const counted = !withdrawn && confirmed !== null;
  return { units: path, counts: counted ? [{ year, key: "replications", dimension: "", value: 1 }] : [] };
}
