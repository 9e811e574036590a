import type { Activity } from "#core/activities/activity.ts";
import { definitionOf } from "../catalogue.ts";
import type { Contribution, Count } from "../contribution.ts";

const keys = {
  launch: { "launch.organisations": "organisations", "launch.hamlets": "hamlets" },
  outreach: {
    "outreach.sessions": "sessions",
    "outreach.participants": "participants",
    "outreach.articles": "articles",
    "outreach.broadcasts": "broadcasts",
  },
} as const;

/** A launch counts for its own unit alone, outreach also for the units above. */
export function countActivity(activity: Activity): Contribution {
  const counts: Count[] = [];
  const { year, path, withdrawn } = activity;
  if (!withdrawn)
    for (const [key, name] of Object.entries(keys[activity.kind])) {
      const value = activity[name];
      if (value !== null && value > 0) counts.push({ year, key, dimension: "", value });
    }
  const isOwn = counts.some(({ key }) => definitionOf(key)?.ownLevel);
  return { units: isOwn ? path.slice(0, 1) : path, counts };
}
