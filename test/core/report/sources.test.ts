import { expect, test } from "vitest";
import { buildReport } from "#core/report/report.ts";
import { declaredInput } from "./example-input.ts";

test.each([
  ["registered", "register"],
  ["recognised.front", "register"],
  ["recognised.memberOrganisations", "register"],
  ["launch.organisations", "records"],
  ["outreach.sessions", "records"],
  ["models.maintained", "records"],
  ["models.built", "records"],
  ["replications", "records"],
  ["commendation.commune.emulationFighter.individual", "records"],
  ["commended.front", "records"],
])("a count of %s has its source in the %s of its years", (key, type) => {
  const counted = [2019, 2020, 2021].map((year) => ({ unit: "xa-thu", key, dimension: "", year, value: 3 }));
  const { figures } = buildReport(declaredInput([], { rows: { declared: [], counted } }));
  const ofKey = figures.filter((figure) => figure.key === key);
  expect(ofKey.length).toBeGreaterThanOrEqual(3);
  for (const { from, origin, sources } of ofKey) {
    const years = origin === "derived" ? [2019, 2020, 2021] : [from];
    expect(sources).toEqual(years.map((year) => ({ type, unit: "xa-thu", year })));
  }
});
