import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { checkRubric, maxPoints, Rubric, type verdicts } from "#core/campaigns/rubric.ts";

const criterion = (key: string, max: number, changes: object = {}) => ({
  key,
  name: key,
  max,
  scored: true,
  bands: [],
  ...changes,
});
const outcome = (from: number, name: string, verdict: (typeof verdicts)[number]) => ({ from, name, verdict });
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
});

describe("bands", () => {
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
