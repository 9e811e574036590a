import { describe, expect, it } from "vitest";
import { confirmReplication } from "#core/activities/replication-steps.ts";
import { addModelCheck } from "#core/activities/yearly-check.ts";
import type { Contribution } from "#core/figures/contribution.ts";
import { countActivity } from "#core/figures/contributions/activity.ts";
import { countModel } from "#core/figures/contributions/model.ts";
import { countReplication } from "#core/figures/contributions/replication.ts";
import {
  buildActivity,
  buildModel,
  buildReplication,
  originOfModel,
  recordContext,
} from "../../support/activities.ts";
import { commune, neighbour, province } from "../../support/units.ts";

const rows = ({ counts }: Contribution) =>
  counts.map(({ year, key, dimension, value }) => `${year} ${key}${dimension} ${value}`);

describe("what a record counts as", () => {
  it("an activity: the numbers that are known, in its year, at its unit and, of outreach, those above", () => {
    const outreach = buildActivity({ participants: null, articles: 0, broadcasts: 12 });
    expect(rows(countActivity(outreach))).toEqual([
      "2026 outreach.sessions 1",
      "2026 outreach.broadcasts 12",
    ]);
    expect(countActivity(outreach).units).toEqual([commune.id, province.id]);
    const launch = {
      kind: "launch",
      organisations: 97,
      hamlets: 93,
      sessions: null,
      participants: 300,
    } as const;
    expect(rows(countActivity(buildActivity(launch)))).toEqual([
      "2026 launch.organisations 97",
      "2026 launch.hamlets 93",
    ]);
    expect(countActivity(buildActivity(launch)).units).toEqual([commune.id]);
    expect(rows(countActivity({ ...outreach, withdrawn: true }))).toEqual([]);
  });

  it("a model: built when launched, replicated where it has an origin, maintained in the years of positive checks", () => {
    const model = buildModel();
    const check = { year: 2025, on: "2025-12-20", by: "Mặt trận xã", maintained: true, note: "" };
    const once = addModelCheck(model, check, recordContext())?.record ?? model;
    const twice =
      addModelCheck(once, { ...check, year: 2026, on: "2026-06-01", maintained: false }, recordContext())
        ?.record ?? once;
    expect(rows(countModel(twice))).toEqual(["2025 models.built 1", "2025 models.maintained 1"]);
    expect(rows(countModel(buildModel({ launchedOn: null })))).toEqual([]);
    expect(rows(countModel({ ...twice, withdrawn: true }))).toEqual([]);
    const copy = buildModel(
      { replicatedFrom: { kind: "model", id: model.id } },
      neighbour.id,
      originOfModel(model),
    );
    expect(rows(countModel(copy))).toEqual(["2025 models.built 1", "2025 models.replicated 1"]);
  });

  it("a replication: once it is confirmed", () => {
    const reported = buildReplication(buildModel());
    expect(rows(countReplication(reported))).toEqual([]);
    const confirmed = confirmReplication(reported, recordContext())?.record ?? reported;
    expect(rows(countReplication(confirmed))).toEqual(["2026 replications 1"]);
    expect(rows(countReplication({ ...confirmed, withdrawn: true }))).toEqual([]);
  });
});
