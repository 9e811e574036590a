import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { bandOf, checkRubric, maxPoints, Rubric, type Verdict } from "#core/campaigns/rubric.ts";
import { evaluateSheets, findSheetFaults, roundTo } from "#core/campaigns/score.ts";

const criterion = (key: string, max: number, changes: object = {}) => ({
  key,
  name: key,
  max,
  scored: true,
  bands: [],
  ...changes,
});
const outcome = (from: number, name: string, verdict: Verdict) => ({ from, name, verdict });
const build = (given: object): Rubric =>
  v.parse(Rubric, {
    version: 1,
    step: null,
    floors: [],
    vote: null,
    duplicationAtMost: null,
    markers: { atLeast: 1, thirdFrom: null },
    outcomes: [outcome(0, "Không đạt", "notRecognised"), outcome(50, "Đạt", "recognised")],
    ...given,
  });

/** Rubrics in real use, each as data. */
const bacNinh = build({
  criteria: [
    criterion("novelty-a", 20),
    criterion("novelty-b", 20),
    criterion("application-a", 15),
    criterion("application-b", 10),
    criterion("economy", 15),
    criterion("society-a", 10),
    criterion("society-b", 10),
  ],
  outcomes: [
    outcome(0, "Không công nhận", "notRecognised"),
    outcome(60, "Cần hoàn thiện", "toComplete"),
    outcome(70, "Công nhận", "recognised"),
  ],
  floors: [{ criteria: ["novelty-a", "novelty-b"], atLeast: 20, otherwise: "notRecognised" }],
});
const binhThuan = build({
  step: 1,
  criteria: [criterion("novelty", 50), criterion("section-ii", 30), criterion("section-iii", 20)],
  outcomes: [
    outcome(0, "Không đạt", "notRecognised"),
    outcome(50, "C", "recognised"),
    outcome(65, "B", "recognised"),
    outcome(85, "A", "recognised"),
  ],
  floors: [{ criteria: ["novelty"], atLeast: 25, otherwise: "notRecognised" }],
});
const hamYen = build({
  criteria: [
    criterion("novelty", 10),
    criterion("form", 15),
    criterion("evidence", 15),
    criterion("effect", 40),
    criterion("replication", 20),
    criterion("urgency", 10, { scored: false }),
  ],
  duplicationAtMost: 30,
});
const sonLa = build({
  criteria: [
    criterion("novelty", 30, {
      bands: [0, 1, 16, 21, 27].map((from, i) => ({ from, name: `Mức ${i}` })),
    }),
    criterion("effect", 70),
  ],
});
const thaiNguyen = build({
  criteria: [criterion("novelty", 20), criterion("effect", 30), criterion("applicability", 30)],
  vote: { max: 20, step: 0.1 },
});
const twoMarkers = build({ criteria: [criterion("all", 100)], markers: { atLeast: 2, thirdFrom: 15 } });

describe("rubrics in real use", () => {
  it("are all data, and add up", () => {
    for (const rubric of [bacNinh, binhThuan, hamYen, sonLa, thaiNguyen, twoMarkers]) {
      expect(checkRubric(rubric)).toEqual([]);
      expect(maxPoints(rubric)).toBe(100);
    }
  });

  it("recognise by mean and novelty, and ask to complete from 60 to below 70 (Bắc Ninh)", () => {
    const sheet = (novelty: number, rest: number) => ({
      "novelty-a": novelty / 2,
      "novelty-b": novelty / 2,
      "application-a": 15,
      "application-b": 10,
      economy: rest,
      "society-a": 10,
      "society-b": 10,
    });
    const judge = (novelty: number, rest: number) => evaluateSheets(bacNinh, [sheet(novelty, rest)]).verdict;
    expect(judge(20, 5)).toBe("recognised");
    expect(judge(20, 4.99)).toBe("toComplete");
    expect(judge(19.9, 15)).toBe("notRecognised");
    expect(evaluateSheets(bacNinh, [sheet(30, 15), sheet(8, 15)]).missed).toEqual([0]);
  });

  it("round to whole points before they look for the band (Bình Thuận)", () => {
    const sheet = { novelty: 40, "section-ii": 25, "section-iii": 19.5 };
    expect(evaluateSheets(binhThuan, [sheet])).toMatchObject({ total: 85, outcome: "A" });
    expect(evaluateSheets(binhThuan, [{ ...sheet, "section-iii": 19.49 }])).toMatchObject({
      total: 84,
      outcome: "B",
    });
    expect(evaluateSheets(binhThuan, [{ ...sheet, novelty: 24 }]).verdict).toBe("notRecognised");
  });

  it("leave urgency out of the total and refuse what is found elsewhere (Hàm Yên)", () => {
    const sheet = { novelty: 10, form: 10, evidence: 10, effect: 20, replication: 10, urgency: 10 };
    expect(evaluateSheets(hamYen, [sheet], { duplication: 30 })).toMatchObject({
      total: 60,
      verdict: "recognised",
    });
    expect(evaluateSheets(hamYen, [sheet], { duplication: 31 }).verdict).toBe("notRecognised");
  });

  it("give one band to each number of points (Sơn La)", () => {
    const bands = sonLa.criteria[0]?.bands ?? [];
    expect([0, 1, 15.9, 16, 21, 27, 30].map((value) => bandOf(bands, value)?.name)).toEqual(
      [0, 1, 1, 2, 3, 4, 4].map((i) => `Mức ${i}`),
    );
  });

  it("add the public's vote, to a tenth (Thái Nguyên)", () => {
    const sheet = { novelty: 20, effect: 20, applicability: 20 };
    const result = evaluateSheets(thaiNguyen, [sheet], { votes: 123, mostVotes: 456 });
    expect(result).toMatchObject({ vote: 5.4, total: 65.4 });
    expect(evaluateSheets(thaiNguyen, [sheet]).vote).toBe(0);
  });

  it("ask a third marker where two differ too much", () => {
    const judge = (...totals: number[]) =>
      evaluateSheets(
        twoMarkers,
        totals.map((all) => ({ all })),
      ).sheetsMissing;
    expect([judge(60), judge(60, 70), judge(60, 75), judge(60, 75, 70)]).toEqual([1, 0, 1, 0]);
  });
});

describe("bands", () => {
  it("leave no number of points without an outcome", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (value) => {
        expect(bandOf(binhThuan.outcomes, value)).not.toBeNull();
      }),
    );
    expect(bandOf(binhThuan.outcomes, 49.995)?.name).toBe("Không đạt");
    expect(roundTo(49.995, 0.01)).toBe(50);
    expect(roundTo(0.1 + 0.2, null)).toBe(0.3);
  });

  it("out of order, past the maximum or without a beginning are told", () => {
    const outcomes = [
      outcome(10, "a", "recognised"),
      outcome(5, "b", "recognised"),
      outcome(101, "c", "recognised"),
    ];
    const floors = [
      { criteria: ["nothing"], atLeast: 1, otherwise: "notRecognised" },
      { criteria: ["all"], atLeast: 101, otherwise: "notRecognised" },
    ];
    const criteria = [criterion("all", 100), criterion("all", 0)];
    expect(checkRubric(build({ criteria, outcomes, floors })).map(({ code }) => code)).toEqual([
      "rubric.key.twice",
      "rubric.band.first",
      "rubric.band.order",
      "rubric.band.tooHigh",
      "rubric.floor.criteria",
      "rubric.floor.tooHigh",
    ]);
  });
});

describe("a sheet", () => {
  it("must have each criterion and no other, within its maximum", () => {
    expect(findSheetFaults(twoMarkers, {})).toEqual(["all"]);
    expect(findSheetFaults(twoMarkers, { all: 101, more: 1 })).toEqual(["all", "more"]);
    expect(() => evaluateSheets(twoMarkers, [])).toThrow(RangeError);
    expect(() => evaluateSheets(twoMarkers, [{ all: -1 }])).toThrow(RangeError);
  });

  it("never makes the outcome worse by more points", () => {
    const sheet = fc.record({
      novelty: fc.integer({ min: 0, max: 49 }),
      "section-ii": fc.integer({ min: 0, max: 30 }),
      "section-iii": fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(sheet, (given) => {
        const before = evaluateSheets(binhThuan, [given]);
        const after = evaluateSheets(binhThuan, [{ ...given, novelty: given.novelty + 1 }]);
        expect(after.total).toBeGreaterThan(before.total);
        expect(before.verdict === "recognised" && after.verdict !== "recognised").toBe(false);
      }),
    );
  });
});
