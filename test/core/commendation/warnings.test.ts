import { describe, expect, test } from "vitest";
import type { CommendationDecision } from "#core/commendation/decision.ts";
import { findOverBudget, findPageWarnings } from "#core/commendation/decision-warnings.ts";
import { issueCommendation, proposeCommendation } from "#core/commendation/lifecycle.ts";
import type { CommendationLine, LineForm } from "#core/commendation/line.ts";
import { findLineWarnings } from "#core/commendation/line-warnings.ts";
import { appendLines } from "#core/commendation/lines.ts";
import { foldName, toAwardSummary } from "#core/commendation/summary.ts";
import { commendationWarnings, mostSerious } from "#core/commendation/warning.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";
import { commendationMessagesEn } from "#core/words/en/commendation.ts";
import { commendationMessagesVi } from "#core/words/vi/commendation.ts";
import { commendationForm, drawRequest, lineForm, stepAt } from "../../support/commendations.ts";
import { buildInitiative, buildTransition } from "../../support/submissions.ts";
import { commune, endedDistrict, province, testNow, units } from "../../support/units.ts";

const tree = new Map(units.map((unit) => [unit.id, unit]));

function decide(
  forms: LineForm[],
  form: Partial<typeof commendationForm> = {},
  signedOn: string | null = null,
) {
  const start = { id: drawRequest(), unit: commune.id, form: { ...commendationForm, ...form } };
  const proposed = proposeCommendation(start, [commune.id, province.id], stepAt()).after;
  const write = appendLines(proposed, forms, stepAt());
  const issue = { number: "15/QĐ-UBND", signedOn: signedOn ?? "", explanation: "Có lý do" };
  const decision = signedOn === null ? write.after : issueCommendation(write.after, issue, stepAt()).after;
  return { decision, lines: write.lines.map(({ after }) => after as CommendationLine) };
}

function codesOf(...given: Parameters<typeof decide>) {
  const { decision, lines } = decide(...given);
  const today = "2026-06-15";
  const found = [
    ...findPageWarnings(decision, lines, { units: tree, today }),
    ...findOverBudget(decision, today),
  ];
  return found.map(({ code, lines: numbers }) => [code, numbers.join()]);
}

const person = (changes: Partial<LineForm>) => lineForm({ name: "Trần Văn An", ...changes });

describe("within a decision", () => {
  test("an ordinary line is no suspicion", () => {
    expect(codesOf([person({}), person({ name: "Lê Thị Bình" })])).toEqual([]);
  });

  test("the same achievement and period twice is, another achievement or period is not", () => {
    expect(codesOf([person({}), person({ workplace: "Nơi khác" })])).toEqual([["sameAchievement", "1,2"]]);
    expect(codesOf([person({}), person({ achievement: "CÓ SÁNG KIẾN TƯỚI TIẾT KIỆM NƯỚC" })])).toEqual([
      ["sameAchievement", "1,2"],
    ]);
    expect(codesOf([person({}), person({ achievement: "Hiến đất làm đường" })])).toEqual([]);
    expect(codesOf([person({}), person({ from: "2024", to: "2025" })])).toEqual([]);
    expect(codesOf([person({}), person({ birthYear: 1975 })])).toEqual([]);
  });

  test("the same name without a birth year is", () => {
    const found = codesOf([person({}), person({ birthYear: null, achievement: "Việc khác" })]);
    expect(found).toEqual([["sameNameUnknown", "1,2"]]);
  });

  test("a household among individuals is", () => {
    const household = "Hộ ông Nguyễn Văn Ba";
    expect(codesOf([person({ name: household })])).toEqual([["householdAmongIndividuals", "1"]]);
    expect(codesOf([person({ name: "Hồ Thị Ba" }), person({ name: "Hộp Văn Bốn" })])).toEqual([]);
    const right = person({ name: household, recipientKind: "household", sex: null, money: 0 });
    expect(codesOf([right])).toEqual([]);
  });

  test("a body that had ended on the decision's day is", () => {
    const body = person({
      name: endedDistrict.name,
      recipientKind: "collective",
      sex: null,
      birthYear: null,
    });
    expect(codesOf([body])).toEqual([["bodyEnded", "1"]]);
    expect(codesOf([{ ...body, to: "2025" }], { year: 2025 }, "2025-06-30")).toEqual([]);
    expect(codesOf([{ ...body, name: commune.name }])).toEqual([]);
  });

  test("an award before birth or founding is", () => {
    expect(codesOf([person({ birthYear: 2027 })])).toEqual([["beforeBirth", "1"]]);
    expect(codesOf([person({ birthYear: 2005, from: "2001", to: "2002" })])).toEqual([["beforeBirth", "1"]]);
  });

  test.each([
    [{ from: "2062", to: "2062" }, null, ["futureAchievement"]],
    [{ to: "2027" }, null, ["futureAchievement"]],
    [{ to: "2026-06-16" }, null, ["futureAchievement"]],
    [{ to: "2026-06-15" }, null, []],
    [{ to: "2026-06-02" }, "2026-06-01", ["futureAchievement"]],
    [{ to: "2026" }, "2026-06-01", []],
    [{ birthYear: 1850 }, null, ["unlikelyAge"]],
    [{ birthYear: 1924 }, null, ["unlikelyAge"]],
    [{ birthYear: 1925 }, null, []],
    [{ birthYear: 2026, from: "2019", to: "2026" }, null, ["unlikelyAge"]],
    [{ birthYear: 2019, from: "2019-05-01", to: "2026" }, null, ["unlikelyAge"]],
    [{ birthYear: 2014, from: "2019", to: "2026" }, null, ["unlikelyAge"]],
    [{ birthYear: 2013, from: "2019", to: "2026" }, null, []],
    [{ birthYear: 2021, from: null, to: null }, null, ["unlikelyAge"]],
    [{ birthYear: 1850, recipientKind: "collective", sex: null }, null, []],
  ] as const)("a period or birth year that cannot be: %o, signed %s", (changes, signedOn, codes) => {
    expect(codesOf([person(changes)], {}, signedOn)).toEqual(codes.map((code) => [code, "1"]));
  });

  test("the most serious warning is named first", () => {
    const warning = (code: (typeof commendationWarnings)[number]) => ({ code, lines: [1], params: {} });
    expect(mostSerious([warning("noMultiple"), warning("bodyEnded"), warning("unusualLevel")])?.code).toBe(
      "bodyEnded",
    );
    expect(mostSerious([])).toBeUndefined();
  });

  test("forms that the level or recipient usually does not have are, together", () => {
    const flag = { form: "emulationFlag" as const, money: 0 };
    expect(codesOf([person(flag), person({ ...flag, name: "B" })])).toEqual([
      ["unusualRecipient", "1,2"],
      ["unusualLevel", "1,2"],
    ]);
  });

  test("money without a table, and above the budget, is", () => {
    const early = person({ from: "2019", to: "2020" });
    expect(codesOf([early], { year: 2020 }, "2020-05-01")).toEqual([["noMultiplesOnDate", "1"]]);
    expect(codesOf([person({ recipientKind: "household", sex: null })])).toEqual([["noMultiple", "1"]]);
    expect(codesOf([person({})], { line: "party" })).toEqual([["otherLine", "1"]]);
    expect(codesOf([person({})], { budget: 700_000 })).toEqual([["overBudget", ""]]);
    expect(codesOf([person({})], { budget: 710_000 })).toEqual([]);
  });
});

describe("against other records", () => {
  const compare = (
    forms: LineForm[],
    around: { other?: ReturnType<typeof decide>; initiatives?: Initiative[] } = {},
    given: Partial<typeof commendationForm> = {},
    signedOn: string | null = null,
  ) => {
    const { decision, lines } = decide(forms, given, signedOn);
    const others = new Map<string, CommendationDecision>();
    const summaries = lines.map((line) => toAwardSummary(decision.id, line));
    const { other, initiatives = [] } = around;
    if (other) {
      others.set(other.decision.id, other.decision);
      summaries.push(...other.lines.map((line) => toAwardSummary(other.decision.id, line)));
    }
    const awards = Map.groupBy(summaries, ({ name }) => foldName(name));
    const byId = new Map(initiatives.map((initiative) => [initiative.id, initiative]));
    const found = findLineWarnings(decision, lines, { initiatives: byId, awards, others });
    return found.map(({ code }) => code);
  };

  test("an achievement that another decision rewards is told, unless that one was withdrawn", () => {
    const other = decide([person({})], { year: 2025 });
    expect(compare([person({})], { other })).toEqual(["sameAchievementElsewhere"]);
    expect(compare([person({ birthYear: null })], { other })).toEqual(["sameAchievementElsewhere"]);
    expect(compare([person({ birthYear: 1990 })], { other })).toEqual([]);
    expect(compare([person({ achievement: "Việc khác" })], { other })).toEqual([]);
    const withdrawn = { ...other, decision: { ...other.decision, state: "withdrawn" as const } };
    expect(compare([person({})], { other: withdrawn })).toEqual([]);
  });

  test("a name met elsewhere without a birth year is told", () => {
    const other = decide([person({ birthYear: null, achievement: "Việc khác" })]);
    expect(compare([person({})], { other })).toEqual(["sameNameUnknownElsewhere"]);
    expect(compare([person({ name: "Tràn Văn An" })], { other })).toEqual([]);
  });

  test("an award before its initiative, or of none that exists, is told", () => {
    const initiative = buildInitiative({ now: testNow });
    const of = (form: LineForm) => ({ ...form, initiative: initiative.id });
    expect(compare([of(person({}))], { initiatives: [initiative] }, {}, "2026-06-14")).toEqual([
      "beforeInitiative",
    ]);
    expect(compare([of(person({}))], { initiatives: [initiative] }, {}, "2026-06-15")).toEqual([]);
    expect(compare([of(person({}))], { initiatives: [initiative] }, { year: 2025 })).toEqual([
      "beforeInitiative",
    ]);
    expect(compare([of(person({}))])).toEqual(["initiativeUnknown"]);
  });

  test("a title that needs a recognised initiative is told without one", () => {
    const initiative = buildInitiative({ now: testNow });
    const recognised = (["accept", "propose", "recognise"] as const).reduce(
      (before, move) => buildTransition(before, move, 1).initiative,
      initiative,
    );
    const fighter = person({ form: "emulationFighter", initiative: initiative.id });
    expect(compare([{ ...fighter, initiative: null }])).toEqual(["needsRecognition"]);
    expect(compare([fighter], { initiatives: [initiative] })).toEqual(["needsRecognition"]);
    expect(compare([fighter], { initiatives: [recognised] })).toEqual([]);
  });
});

test("every warning has its words", () => {
  for (const code of commendationWarnings) {
    expect(commendationMessagesVi).toHaveProperty([`commendation.warning.${code}`]);
    expect(commendationMessagesEn).toHaveProperty([`commendation.warning.${code}`]);
  }
});
