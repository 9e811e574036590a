import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeActivity, parseActivity, summariseActivity } from "#core/activities/activity.ts";
import { changeModel, type Model, parseModel, stateOfModel } from "#core/activities/model.ts";
import type { ModelCheck } from "#core/activities/model-check.ts";
import { checkOrigin } from "#core/activities/origin.ts";
import { changeReplication, questionDueOn, stateOfReplication } from "#core/activities/replication.ts";
import { answerReplication, confirmReplication } from "#core/activities/replication-steps.ts";
import { type SpreadRow, walkSpread } from "#core/activities/spread.ts";
import { addModelCheck, parseModelCheck } from "#core/activities/yearly-check.ts";
import { Problem } from "#core/base/problems.ts";
import { recordRow } from "#core/workbook/import/record-row.ts";
import { sheetDefinitions } from "#core/workbook/sheets/sheets.ts";
import { wordsEn, wordsVi } from "../../../functions/api/words.ts";
import {
  activityForm,
  buildActivity,
  buildModel,
  buildReplication,
  modelForm,
  originOfModel,
  recordContext,
  replicationForm,
} from "../../support/activities.ts";
import { commune, endedDistrict, neighbour } from "../../support/units.ts";

const context = recordContext();
const withOrigin = { ...context, origin: null };

/** The faults of a refusal, each with words in both languages. */
function faultsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    for (const { code } of error.errors) {
      expect(wordsVi).toHaveProperty([code]);
      expect(wordsEn).toHaveProperty([code]);
    }
    return error.errors.map(({ pointer, code }) => `${pointer} ${code}`);
  }
  return [];
}

const ofActivity = (changes: object, unit = commune.id) =>
  faultsOf(() => parseActivity({ ...activityForm(), ...changes }, unit, context));
const ofModel = (changes: object, unit = commune.id) =>
  faultsOf(() => parseModel({ ...modelForm(), ...changes }, { id: "moi", unit }, withOrigin, null));

describe("an activity", () => {
  it.each<[string, object, string[]]>([
    ["a title of 500 letters", { title: "ơ".repeat(500) }, []],
    ["a title of 501 letters", { title: "ơ".repeat(501) }, ["/title activity.title.tooLong"]],
    ["no title", { title: " " }, ["/title activity.title.required"]],
    ["2^53 people", { participants: 2 ** 53 }, ["/participants activity.count.invalid"]],
    ["a number as text", { participants: "1.900" }, ["/participants activity.count.invalid"]],
    ["part of a person", { participants: 1.5 }, ["/participants activity.count.invalid"]],
    ["fewer than none", { participants: -1 }, ["/participants activity.count.invalid"]],
    ["none", { participants: 0 }, []],
    ["an unknown number", { participants: null, sessions: null }, []],
    [
      "tomorrow",
      { from: "2026-06-16", to: "2026-06-16" },
      ["/from record.day.future", "/to record.day.future"],
    ],
    ["1026", { from: "1026-03-05", to: "1026-03-05" }, ["/from day.implausible", "/to day.implausible"]],
    ["2126", { from: "2126-03-05", to: "2126-03-05" }, ["/from day.implausible", "/to day.implausible"]],
    ["an end before its start", { to: "2026-03-04" }, ["/to activity.to.beforeFrom"]],
    ["an end in another year", { from: "2025-12-30", to: "2026-01-02" }, ["/to activity.to.otherYear"]],
    ["no form of outreach", { forms: [] }, ["/forms activity.forms.required"]],
    ["numbers of a launch on outreach", { hamlets: 9 }, ["/hamlets activity.launchOnly"]],
    ["a launch with hamlets", { kind: "launch", forms: [], hamlets: 93, organisations: 97 }, []],
    [
      "all faults at once",
      { title: "", participants: -1, from: "2026-07-01", to: "2026-07-01", forms: [] },
      [
        "/title activity.title.required",
        "/participants activity.count.invalid",
        "/from record.day.future",
        "/to record.day.future",
        "/forms activity.forms.required",
      ],
    ],
    ["a field that nobody asked for", { extra: 1 }, ["/extra field.unknown"]],
  ])("%s", (_, changes, faults) => expect(ofActivity(changes)).toEqual(faults));

  it("of an ended unit lies in its time", () => {
    const during = { from: "2025-05-01", to: "2025-05-01" };
    expect(ofActivity(during, endedDistrict.id)).toEqual([]);
    expect(ofActivity({}, endedDistrict.id)).toEqual(["/from record.unit.ended", "/to record.unit.ended"]);
  });

  it("keeps in its log what changed, without texts that may name people", () => {
    const before = buildActivity({ content: "Ông A nói chuyện", participants: 10 });
    const form = parseActivity(
      activityForm({ content: "Nói chuyện", participants: 12 }),
      commune.id,
      context,
    );
    const written = changeActivity(before, form, { withdrawn: false, why: "Đếm lại" }, context);
    expect(written?.record).toMatchObject({ version: 2, participants: 12, content: "Nói chuyện" });
    expect(written?.entry).toMatchObject({
      n: 2,
      action: "change",
      why: "Đếm lại",
      fields: ["content", "participants"],
      before: { participants: 10 },
    });
    expect(JSON.stringify(written?.entry)).not.toContain("Ông A");
    const again = written && changeActivity(written.record, form, { withdrawn: false, why: "" }, context);
    expect(again).toBeNull();
  });

  it("counts its files in the list", () => {
    expect(summariseActivity(buildActivity())).toMatchObject({ files: 0, participants: 40, year: 2026 });
  });
});

describe("a model", () => {
  it.each<[string, object, string[]]>([
    [
      "more households signed than there are",
      { householdsSigned: 151 },
      ["/householdsSigned model.households.exceed"],
    ],
    ["an unknown total", { householdsTotal: null }, []],
    [
      "a launch before the decision",
      { launchedOn: "2025-01-31" },
      ["/launchedOn model.launchedOn.beforeFounding"],
    ],
    ["an end before the launch", { endedOn: "2025-03-09" }, ["/endedOn model.endedOn.beforeLaunch"]],
    ["a launch next week", { launchedOn: "2026-06-20" }, ["/launchedOn record.day.future"]],
    ["a decision of 1925", { foundedOn: "1925-02-01" }, ["/foundedOn day.implausible"]],
    ["2^53 households", { householdsTotal: 2 ** 53 }, ["/householdsTotal model.households.invalid"]],
    ["a name of 501 letters", { name: "a".repeat(501) }, ["/name model.name.tooLong"]],
    [
      "a decision's number with its subject",
      { foundingNumber: "15/QĐ ".repeat(20) },
      ["/foundingNumber model.foundingNumber.tooLong"],
    ],
    [
      "an origin that is not there",
      { replicatedFrom: { kind: "model", id: "khong-co" } },
      ["/replicatedFrom/id origin.unknown"],
    ],
    [
      "itself as its origin",
      { replicatedFrom: { kind: "model", id: "moi" } },
      ["/replicatedFrom/id origin.itself"],
    ],
  ])("with %s", (_, changes, faults) => expect(ofModel(changes)).toEqual(faults));

  it("of an ended unit was launched in its time", () => {
    expect(ofModel({}, endedDistrict.id)).toEqual([]);
    expect(ofModel({ launchedOn: "2025-07-01" }, endedDistrict.id)).toEqual([
      "/launchedOn record.unit.ended",
    ]);
  });

  it("is in no cycle of models", () => {
    const first = buildModel();
    const second = buildModel({}, neighbour.id);
    const asked = { kind: "model", id: second.id } as const;
    const found = originOfModel(second, [first.id]);
    const at = { pointer: "/replicatedFrom", self: first.id };
    expect(checkOrigin(asked, found, at).map(({ code }) => code)).toEqual(["origin.cycle"]);
    expect(checkOrigin(asked, originOfModel(second), at)).toEqual([]);
    const gone = { ...found, chain: [], usable: false };
    expect(checkOrigin(asked, gone, at).map(({ code }) => code)).toEqual(["origin.unusable"]);
  });

  const check = (changes: Partial<ModelCheck> = {}): ModelCheck => ({
    year: 2025,
    on: "2025-12-20",
    by: "Ủy ban MTTQ xã",
    maintained: true,
    note: "",
    ...changes,
  });
  const ofCheck = (model: Model, changes: object) =>
    faultsOf(() => parseModelCheck({ ...check(), ...changes }, model, context));

  it.each<[string, object, string[]]>([
    ["in January after", { on: "2026-01-15" }, []],
    ["two years after", { on: "2026-05-01", year: 2024 }, ["/year model.check.beforeLaunch"]],
    ["of next year", { year: 2027 }, ["/year model.check.future"]],
    ["before the launch", { on: "2025-03-01" }, ["/on model.check.beforeLaunch"]],
    ["by nobody", { by: "" }, ["/by model.check.by.required"]],
    ["of a year that the day is not in", { year: 2026 }, ["/on model.check.otherYear"]],
    ["2^53", { year: 2 ** 53 }, ["/year model.check.year.invalid"]],
  ])("is checked %s", (_, changes, faults) => expect(ofCheck(buildModel(), changes)).toEqual(faults));

  it("is registered, launched, maintained by its latest check, and ended", () => {
    expect(stateOfModel(buildModel({ launchedOn: null }))).toBe("registered");
    const launched = buildModel();
    expect(stateOfModel(launched)).toBe("launched");
    const checked = addModelCheck(launched, check(), context)?.record ?? launched;
    expect(stateOfModel(checked)).toBe("maintained");
    expect(addModelCheck(checked, check(), context)).toBeNull();
    const lapsed = addModelCheck(
      checked,
      check({ year: 2026, on: "2026-06-01", maintained: false }),
      context,
    );
    expect(lapsed && stateOfModel(lapsed.record)).toBe("launched");
    expect(stateOfModel({ ...checked, endedOn: "2026-01-01" })).toBe("ended");
    expect(ofCheck(buildModel({ launchedOn: null }), {})).toEqual(["/year model.check.notLaunched"]);
  });

  it("keeps its checks when its days change", () => {
    const launched = buildModel();
    const checked = addModelCheck(launched, check(), context)?.record ?? launched;
    const later = modelForm({ foundedOn: null, launchedOn: "2026-01-01" });
    expect(faultsOf(() => parseModel(later, checked, withOrigin, checked))).toEqual([
      "/launchedOn model.launchedOn.afterCheck",
    ]);
    const form = parseModel(modelForm({ householdsSigned: null }), checked, withOrigin, checked);
    const written = changeModel(checked, form, { withdrawn: true, why: "Nhập trùng" }, context);
    expect(written?.record).toMatchObject({ withdrawn: true, checks: [check()] });
    expect(written?.entry).toMatchObject({ action: "withdraw", before: { householdsSigned: 120 } });
  });
});

describe("a replication", () => {
  const model = buildModel({}, neighbour.id);
  const reported = buildReplication(model, {}, commune.id);
  const ofContext = { ...context, origin: originOfModel(model) };
  const superior = {
    ...context,
    stamp: { by: { id: "quan-tri-tinh", name: "Oanh" }, at: "2026-03-01T03:00:00.000Z" },
  };

  it("is reported, confirmed, asked about a year later, and ends by an answer", () => {
    expect([stateOfReplication(reported), questionDueOn(reported)]).toEqual(["reported", null]);
    const confirmed = confirmReplication(reported, superior)?.record ?? reported;
    expect([stateOfReplication(confirmed), questionDueOn(confirmed)]).toEqual(["confirmed", "2027-03-01"]);
    expect(confirmReplication(confirmed, superior)).toBeNull();
    const later = recordContext("2027-03-05T03:00:00.000Z");
    const applied = answerReplication(confirmed, { applied: true, on: "2027-03-04", note: "" }, later).record;
    expect([stateOfReplication(applied), questionDueOn(applied)]).toEqual(["applied", "2028-03-04"]);
    const ended = answerReplication(applied, { applied: false, on: "2027-03-05", note: "" }, later).record;
    expect([stateOfReplication(ended), questionDueOn(ended)]).toEqual(["ended", null]);
    expect(() => answerReplication(ended, { applied: true, on: "2027-03-05" }, later)).toThrow(
      "moveNotAllowed",
    );
    expect(() => confirmReplication({ ...ended, confirmed: null }, later)).toThrow("moveNotAllowed");
  });

  it("needs another confirmation where its origin or day changes", () => {
    const confirmed = confirmReplication(reported, superior)?.record ?? reported;
    const { of } = reported;
    const change = { withdrawn: false, why: "" };
    const moved = changeReplication(
      confirmed,
      replicationForm(of, { startedOn: "2026-02-02" }),
      change,
      ofContext,
    );
    expect(moved?.record.confirmed).toBeNull();
    const same = changeReplication(confirmed, replicationForm(of, { effect: "Sạch hơn" }), change, ofContext);
    expect(same?.record.confirmed).toEqual(superior.stamp);
  });

  it("is no unit's of its own solution, and of nothing that is not there", () => {
    const refused = (unit: string, changes: object) => faultsOf(() => buildReplication(model, changes, unit));
    expect(refused(neighbour.id, {})).toEqual(["/of/id replication.unit.own"]);
    expect(refused(commune.id, { startedOn: "2027-01-01" })).toEqual(["/startedOn record.day.future"]);
    expect(refused(commune.id, { of: { kind: "model", id: "khac" } })).toEqual(["/of/id origin.unknown"]);
    expect(refused(commune.id, { of: { kind: "model", id: "a#b" } })).toEqual(["/of/id origin.id.invalid"]);
  });
});

describe("the spread of a solution", () => {
  const row = (id: string, from: string, kind: SpreadRow["kind"], since: string | null): SpreadRow => ({
    kind,
    id,
    of: { kind: "model", id: from },
    unit: commune.id,
    title: id,
    since,
    state: "launched",
    confirmed: false,
  });

  it("is in tree order, earliest first, and ends in a cycle", async () => {
    const rows = [
      row("b", "a", "model", "2025-02-01"),
      row("c", "a", "replication", "2025-01-01"),
      row("d", "b", "replication", null),
      row("e", "b", "model", "2025-05-01"),
      row("a", "e", "model", null),
    ];
    const read = async ({ id }: { id: string }) => rows.filter(({ of }) => of.id === id);
    const { places, more } = await walkSpread({ kind: "model", id: "a" }, read);
    expect(places.map(({ id, depth }) => `${depth}${id}`)).toEqual(["1c", "1b", "2e", "2d"]);
    expect(more).toBe(false);
  });

  it("names each place at most once, whatever the links", async () => {
    const link = fc.record({ id: fc.nat(30), from: fc.nat(30), isModel: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(link, { maxLength: 60 }), async (links) => {
        const rows = links.map(({ id, from, isModel }) =>
          row(`${id}`, `${from}`, isModel ? "model" : "replication", null),
        );
        const read = async ({ id }: { id: string }) => rows.filter(({ of }) => of.id === id);
        const { places } = await walkSpread({ kind: "model", id: "0" }, read);
        const names = places.map(({ kind, id }) => `${kind} ${id}`);
        expect(new Set(names).size).toBe(names.length);
        expect(names).not.toContain("model 0");
      }),
    );
  });
});

describe("notes of many years", () => {
  /** Longest text of a cell of a workbook. */
  const mostInCell = 32_767;
  const bars = "|".repeat(999);

  it("of a model's checks end where a cell of a workbook would cut them", () => {
    let model = buildModel({ launchedOn: "2001-01-01", foundedOn: "2001-01-01" });
    let refusal: unknown = null;
    for (let year = 2001; year <= 2025 && refusal === null; year++) {
      const form = { year, on: `${year}-12-20`, by: "Mặt trận xã", maintained: true, note: bars };
      try {
        model = addModelCheck(model, parseModelCheck(form, model, context), context)?.record ?? model;
      } catch (error) {
        refusal = error;
      }
    }
    expect(refusal).toMatchObject({ errors: [{ pointer: "/note", code: "model.checks.tooLong" }] });
    const { columns, write } = sheetDefinitions.models;
    const row = write(recordRow.model(model));
    const cell = String(row[columns.findIndex(({ key }) => key === "checks")]);
    expect(model.checks.length).toBeGreaterThan(10);
    expect(cell.length).toBeLessThanOrEqual(mostInCell);
  });

  it("of answers end there too", () => {
    let record = buildReplication(buildModel(), { startedOn: "2026-01-02" });
    const answer = () => answerReplication(record, { applied: true, on: "2026-02-02", note: bars }, context);
    for (let n = 0; n < 15; n++) record = answer().record;
    expect(answer).toThrow("replication.invalid");
    const { columns, write } = sheetDefinitions.replications;
    const row = write(recordRow.replication(record));
    const cell = String(row[columns.findIndex(({ key }) => key === "answers")]);
    expect(cell.length).toBeLessThanOrEqual(mostInCell);
  });
});
