import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { checkPlausibleDay } from "#core/base/calendar.ts";
import { Problem } from "#core/base/problems.ts";
import { correctDecision, decisionsOf } from "#core/initiatives/decision-correction.ts";
import { verifyHistory } from "#core/initiatives/history.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import type { Move } from "#core/initiatives/lifecycle.ts";
import { firstOpenings } from "#core/initiatives/submission.ts";
import { applyMove, parseMove, type Transition } from "#core/initiatives/transition.ts";
import { buildInitiative, buildMoveForm } from "../../support/submissions.ts";
import { buildCampaign } from "../../support/units.ts";

const received = "2026-06-15T05:00:00.000Z";
const now = "2026-11-30T05:00:00.000Z";
const context = {
  actor: { role: "secretary" as const, staff: "thu-ky" },
  now,
  salt: () => randomBytes(16),
};
const decided = { number: "15/QĐ-UBND", signedOn: "2026-11-20" };

function take(before: FormInitiative, move: Move, form: unknown = buildMoveForm(move, before)): Transition {
  const request = parseMove(move, form, now);
  return applyMove(before, request, { ...context, campaign: buildCampaign(), number: 1 });
}

/** A dossier after these moves, with the events behind its first. */
function walk(...steps: [Move, unknown?][]) {
  let initiative = buildInitiative({ now: received });
  const events: Transition[] = [];
  for (const [move, form] of steps) {
    const step = take(initiative, move, form);
    events.push(step);
    initiative = step.initiative;
  }
  return { initiative, events };
}

const inCouncil: [Move, unknown?][] = [["accept"], ["propose"], ["takeUp"]];
const problemsOf = (run: () => unknown): string[] => {
  try {
    run();
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.errors.map(({ pointer, code }) => `${pointer} ${code}`);
  }
};

describe("a decision that is recorded", () => {
  const { initiative } = walk(...inCouncil);

  test.each<[string, unknown, string[]]>([
    ["as it is written", decided, []],
    ["a number alone", { ...decided, number: "27" }, []],
    ["with a letter behind the number", { ...decided, number: "27a/QĐ-MTTQ-BTT" }, []],
    ["on the day of receipt", { ...decided, signedOn: "2026-06-15" }, []],
    ["a dash for a number", { ...decided, number: "-" }, ["/decision/number decision.number.invalid"]],
    ["words for a number", { ...decided, number: "chưa có" }, ["/decision/number decision.number.invalid"]],
    ["no number", { ...decided, number: " " }, ["/decision/number decision.number.required"]],
    ["a day of 1000", { ...decided, signedOn: "1000-01-01" }, ["/decision/signedOn day.implausible"]],
    ["a day of 1990", { ...decided, signedOn: "1990-01-01" }, ["/decision/signedOn day.implausible"]],
    [
      "a day to come",
      { ...decided, signedOn: "2026-12-01" },
      ["/decision/signedOn decision.signedOn.future"],
    ],
    [
      "before the dossier was received",
      { ...decided, signedOn: "2026-06-14" },
      ["/explanation decision.explanation.required"],
    ],
  ])("%s", (_, decision, faults) => {
    expect(problemsOf(() => take(initiative, "recognise", { decision }))).toEqual(faults);
  });

  test("before the receipt is taken with an explanation, which stays in the history", () => {
    const decision = { ...decided, signedOn: "2026-06-01" };
    const explanation = "Hồ sơ giấy nộp trước, nhập sau.";
    const step = take(initiative, "recognise", { decision, explanation });
    expect(step.initiative.recognitions).toEqual([{ level: "commune", decision, revoked: null }]);
    expect(step.openings.explanation?.value).toBe(explanation);
  });

  test("a revocation before the decision that it takes back needs an explanation", () => {
    const recognised = walk(...inCouncil, ["recognise", { decision: decided }]).initiative;
    const revoke = (signedOn: string) =>
      problemsOf(() =>
        take(recognised, "revoke", { reason: "Khai sai.", decision: { ...decided, signedOn } }),
      );
    expect(revoke("2026-11-19")).toEqual(["/explanation decision.explanation.required"]);
    expect(revoke("2026-11-20")).toEqual([]);
  });
});

describe("a slip in a decision", () => {
  const slip = { number: "1/QĐ-UBND", signedOn: "2026-06-20" };
  const form = (event: number) => ({ event, decision: decided, reason: "Ghi nhầm năm.", explanation: "" });

  test("is corrected in the record; the event keeps what stood before and why, and the chain verifies", () => {
    const { initiative, events } = walk(...inCouncil, ["recognise", { decision: slip }]);
    const [recorded] = decisionsOf(events);
    expect(recorded).toEqual({ event: 5, move: "recognise", level: "commune", decision: slip });
    const noted = correctDecision(initiative, events, form(5), context);
    if (!noted) throw new Error("nothing was corrected");
    expect(noted.initiative.recognitions).toEqual([{ level: "commune", decision: decided, revoked: null }]);
    expect(noted.initiative.state).toBe("recognised");
    expect(noted.event.facts).toEqual({ event: 5, level: "commune", decision: decided, before: slip });
    expect(noted.openings.reason?.value).toBe("Ghi nhầm năm.");
    const history = [{ event: initiative.first, openings: firstOpenings(initiative) }, ...events, noted];
    expect(verifyHistory(history)).toEqual([]);
    expect(decisionsOf([...events, noted])[0]?.decision).toEqual(decided);
    // The same again is the one that was made.
    expect(correctDecision(noted.initiative, [...events, noted], form(5), context)).toBeNull();
  });

  test("of a revocation is corrected there, and the recognition stays as it was", () => {
    const { initiative, events } = walk(
      ...inCouncil,
      ["recognise", { decision: decided }],
      ["revoke", { reason: "Khai sai.", decision: { number: "3", signedOn: "2026-11-25" } }],
    );
    const right = { number: "3/QĐ-UBND", signedOn: "2026-11-26" };
    const noted = correctDecision(initiative, events, { ...form(6), decision: right }, context);
    expect(noted?.initiative.recognitions).toEqual([{ level: "commune", decision: decided, revoked: right }]);
  });

  test("of a refusal to recognise can be corrected, and added where none was recorded", () => {
    const { initiative, events } = walk(...inCouncil, ["notRecognise", { reason: "Trùng." }]);
    expect(decisionsOf(events)).toEqual([
      { event: 5, move: "notRecognise", level: "commune", decision: null },
    ]);
    const noted = correctDecision(initiative, events, form(5), context);
    expect(noted?.event.facts).toMatchObject({ decision: decided, before: null });
    expect(noted?.initiative.recognitions).toEqual([]);
  });

  test("is held to the same rules as a decision that is recorded", () => {
    const { initiative, events } = walk(...inCouncil, ["recognise", { decision: slip }]);
    const correct = (changes: object, event = 5) =>
      problemsOf(() => correctDecision(initiative, events, { ...form(event), ...changes }, context));
    expect(correct({ decision: { ...decided, signedOn: "2026-06-01" } })).toEqual([
      "/explanation decision.explanation.required",
    ]);
    expect(correct({ decision: { ...decided, signedOn: "2026-06-01" }, explanation: "Nhập sau." })).toEqual(
      [],
    );
    expect(correct({ decision: { ...decided, signedOn: "2026-12-01" } })).toEqual([
      "/decision/signedOn decision.signedOn.future",
    ]);
    expect(correct({}, 2)).toEqual(["/event decision.unknown"]);
  });
});

test("days and years that can only be slips are refused, as far as the end of the next year", () => {
  const faults = (day: string | null) =>
    checkPlausibleDay(day, "/day", { from: 1945, today: "2026-11-30" }).map(({ code }) => code);
  for (const day of [null, "", "1945-09-02", "2019", "2026-12-31", "2027-12-31"])
    expect(faults(day)).toEqual([]);
  for (const day of ["1000-01-01", "1944-12-31", "2028-01-01", "2999"])
    expect(faults(day)).toEqual(["day.implausible"]);
});
