import type { Model } from "#core/activities/model.ts";
import type { Contribution, Count } from "../contribution.ts";

export function countModel(model: Model): Contribution {
  const counts: Count[] = [];
  const { launchedOn, replicatedFrom, checks, withdrawn } = model;
  const count = (year: number, key: string) => counts.push({ year, key, dimension: "", value: 1 });
  if (!withdrawn && launchedOn !== null) {
    const launched = Number(launchedOn.slice(0, 4));
    count(launched, "models.built");
    if (replicatedFrom !== null) count(launched, "models.replicated");
  }
  if (!withdrawn) for (const { year, maintained } of checks) if (maintained) count(year, "models.maintained");
  return { units: model.path, counts };
}
