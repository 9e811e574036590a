import { describe, expect, test } from "vitest";
import { dayOf } from "#core/base/calendar.ts";
import { freezeUnits } from "#core/campaigns/tree.ts";
import { verifyHistory } from "#core/initiatives/history.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { openStates, states } from "#core/initiatives/lifecycle.ts";
import { historyOf } from "#core/initiatives/submission.ts";
import { affiliations, authorKinds } from "#core/units/affiliation.ts";
import { checkUnits } from "#core/units/check.ts";
import { demoCampaigns, demoCouncils } from "../../local/demo/campaigns.ts";
import { planDossiers } from "../../local/demo/dossier-plan.ts";
import { acceptedAt, playDossier } from "../../local/demo/dossiers.ts";
import { kindOf } from "../../local/demo/receiving-units.ts";
import { demoPeople } from "../../local/demo/staff.ts";
import { demoUnits } from "../../local/demo/units.ts";
import { readExample } from "../support/example.ts";

const known = new Map((await readExample()).units.map((unit) => [unit.id, unit]));
const units = new Map([...known, ...demoUnits(known).map((unit) => [unit.id, unit] as const)]);
const changed = { by: { id: "", name: "" }, at: "" };
const councils = demoCouncils.map(({ unit, name }, n) => ({
  ...{ id: `hd-${String(n).padStart(32, "0")}`, version: 1, unit, name, endsOn: null, changed },
}));

function planOn(now: string, seed = "kiem-thu") {
  const { province, education } = demoCampaigns(dayOf(now), units, councils);
  const branches = [province, education].map((campaign) => ({
    campaign,
    units: freezeUnits(units, campaign, new Set(campaign.receives)),
  }));
  return planDossiers({ seed, now, branches });
}

const secret = new Uint8Array(32).fill(7);

/** Every dossier as the rules make it, numbered in its register by the order of acceptance. */
function playOn(now: string) {
  const numbers = new Map<string, number>();
  return planOn(now)
    .toSorted((a, b) => ((acceptedAt(a) ?? "~") < (acceptedAt(b) ?? "~") ? -1 : 1))
    .map((plan) => {
      const number = (numbers.get(plan.unit.id) ?? 0) + 1;
      if (acceptedAt(plan) !== null) numbers.set(plan.unit.id, number);
      const { initiative, events } = playDossier(plan, { seed: "kiem-thu", secret }, number);
      return { plan, events, initiative: initiative as FormInitiative };
    });
}

describe("the units of the demonstration", () => {
  test("stand soundly, and are a whole province", () => {
    expect(checkUnits(units)).toEqual([]);
    const front = [...units.values()].filter(({ id }) => id.startsWith("mttq-"));
    expect(front).toHaveLength(66);
    for (const { name } of units.values()) expect(name).toBe(name.normalize("NFC"));
  });

  test("have three councils of five to nine people each", () => {
    const members = demoPeople.filter(({ role }) => role === "member" || role === "secretary");
    const sizes = [...Map.groupBy(members, ({ unit }) => unit)].map(
      ([unit, { length }]) => [unit, length] as const,
    );
    expect(sizes.map(([unit]) => unit).toSorted()).toEqual(demoCouncils.map(({ unit }) => unit).toSorted());
    for (const [, size] of sizes) expect(size).toBeGreaterThanOrEqual(5);
    for (const [, size] of sizes) expect(size).toBeLessThanOrEqual(9);
    expect(new Set(demoPeople.map(({ name }) => name)).size).toBe(demoPeople.length);
  });
});

describe.each([
  ["late in the year", "2026-11-30T05:00:00.000Z"],
  ["in its midst", "2026-06-15T05:00:00.000Z"],
  ["in the first days of January", "2027-01-04T02:00:00.000Z"],
  ["on the first day after the change of the opening day", "2027-04-01T02:00:00.000Z"],
])("the dossiers of the demonstration, %s", (_, now) => {
  const played = playOn(now);
  const records = played.map(({ initiative }) => initiative);
  const today = dayOf(now);

  test("are three hundred and more, in every state and to every kind of unit", () => {
    expect(records.length).toBeGreaterThanOrEqual(300);
    const inState = Map.groupBy(records, ({ state }) => state);
    for (const state of states) expect(inState.get(state)?.length ?? 0, state).toBeGreaterThan(0);
    expect(new Set(played.map(({ plan }) => kindOf(plan.unit))).size).toBe(5);
    expect(new Set(records.map(({ unit }) => unit)).size).toBeGreaterThan(95);
    expect(new Set(records.map(({ channel }) => channel)).size).toBe(2);
    expect(records.filter(({ recognitions }) => recognitions.length > 1)).not.toEqual([]);
  });

  test("have authors of every kind and affiliation, and some who did not say", () => {
    const authors = records.flatMap(({ application }) => application.authors);
    expect(new Set(authors.map(({ kind = "individual" }) => kind)).size).toBe(authorKinds.length);
    expect(new Set(authors.map(({ affiliation }) => affiliation)).size).toBe(affiliations.length + 1);
  });

  test("include some that wait longer than they should", () => {
    const waiting = records.filter(({ state }) => openStates.includes(state));
    const late = waiting.filter(({ dueOn }) => dueOn !== null && dueOn < today);
    expect(late.length).toBeGreaterThan(10);
    expect(late.length).toBeLessThan(waiting.length / 2);
  });

  test("have histories that hold, in the order of their days, and none from the future", () => {
    for (const { initiative, events } of played) {
      const history = historyOf(initiative, events);
      expect(verifyHistory(history)).toEqual([]);
      const instants = history.map(({ event }) => event.at);
      expect(instants).toEqual(instants.toSorted());
      expect(instants.at(-1)?.localeCompare(now)).toBe(-1);
      expect(initiative.version).toBe(history.length);
    }
  });

  test("are numbered in each register without gaps, and decided on several at a time", () => {
    for (const own of Map.groupBy(records, ({ unit }) => unit).values()) {
      const numbers = own.flatMap(({ number }) => number ?? []).toSorted((a, b) => a - b);
      expect(numbers).toEqual(numbers.map((__, n) => n + 1));
    }
    const decisions = records.flatMap(({ recognitions }) => recognitions.map(({ decision }) => decision));
    const byNumber = Map.groupBy(decisions, (decision) => `${decision?.number} ${decision?.signedOn}`);
    expect(Math.max(...[...byNumber.values()].map(({ length }) => length))).toBeGreaterThan(4);
    for (const decision of decisions) expect(decision?.signedOn.localeCompare(today)).not.toBe(1);
  });

  test("speak Vietnamese that differs from one to the next", () => {
    const titles = played.map(({ plan }) => plan.application.title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter(({ length }) => length > 180)).not.toEqual([]);
    const substances = new Set(played.map(({ plan }) => plan.application.substance));
    expect(substances.size).toBeGreaterThan(titles.length * 0.95);
    expect(new Set(records.map(({ application }) => application.field)).size).toBe(12);
    const people = records.flatMap(({ application }) => application.authors.map(({ fullName }) => fullName));
    expect(new Set(people).size).toBeGreaterThan(people.length / 2);
    for (const { application } of records) {
      const text = JSON.stringify(application);
      expect(text).toBe(text.normalize("NFC"));
      expect(text).not.toMatch(/[{}]noi|\{so|\{pt|\{tien| {2}/);
      expect(application.contact.email).toMatch(/^$|@example\.vn$/);
      expect(application.contact.phone).toMatch(/^$|^0900000\d{3}$/);
    }
  });
});

test("the same seed makes the same dossiers, and another one others", () => {
  const now = "2026-06-15T05:00:00.000Z";
  const [one, same, other] = [planOn(now), planOn(now), planOn(now, "khac")];
  expect(same).toEqual(one);
  expect(other).not.toEqual(one);
  const [plan] = one;
  if (!plan) throw new Error("no dossier");
  const play = (bytes: Uint8Array) => playDossier(plan, { seed: "kiem-thu", secret: bytes }, 1);
  expect(play(secret)).toEqual(play(secret));
  // Whoever knows the seed cannot tell the access keys.
  const ids = [secret, new Uint8Array(32)].map((bytes) => play(bytes).initiative.id);
  expect(new Set(ids).size).toBe(2);
});
