import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { Problem } from "#core/base/problems.ts";
import type { Campaign } from "#core/campaigns/campaign.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import {
  lifecycle,
  type Move,
  moves,
  movesFrom,
  openStates,
  type State,
  states,
} from "#core/initiatives/lifecycle.ts";
import { applyMove, parseMove } from "#core/initiatives/transition.ts";
import {
  buildApplication,
  buildInitiative,
  buildMoveForm,
  buildTransition,
} from "../../support/submissions.ts";
import { buildCampaign, communeCouncil, provinceCouncil, testNow } from "../../support/units.ts";

/** A record as `moves` leave it, one after the other. */
const after = (...made: Move[]): FormInitiative =>
  made.reduce((record, move) => buildTransition(record, move).initiative, buildInitiative());

/** One way to each state. */
const ways: Record<State, Move[]> = {
  registered: [],
  accepted: ["accept"],
  reported: ["accept", "report"],
  returned: ["return"],
  refused: ["refuse"],
  withdrawn: ["withdraw"],
  proposed: ["accept", "propose"],
  inCouncil: ["accept", "propose", "takeUp"],
  toComplete: ["accept", "propose", "askToComplete"],
  recognised: ["accept", "propose", "recognise"],
  notRecognised: ["accept", "propose", "notRecognise"],
  revoked: ["accept", "propose", "recognise", "revoke"],
};

const apart = buildCampaign({ merged: false });
const make = (before: FormInitiative, move: Move, campaign: Campaign, form = buildMoveForm(move, before)) =>
  applyMove(before, parseMove(move, form, testNow), {
    campaign,
    actor: { role: "reviewer", staff: "can-bo-suoi-mo" },
    now: testNow,
    number: 1,
    salt: () => randomBytes(16),
  }).initiative;

const inState = (state: State): FormInitiative =>
  state === "reported" ? make(after("accept"), "report", apart) : after(...ways[state]);

const codeOf = (run: () => unknown): unknown => {
  try {
    return run() && null;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
};

const faultsOf = (move: Move, form: unknown): unknown => {
  try {
    return parseMove(move, form, testNow) && [];
  } catch (error) {
    return error instanceof Problem ? error.errors.map(({ pointer, code }) => `${pointer} ${code}`) : error;
  }
};

describe("from every state, every move", () => {
  test.each(states)("%s can be reached", (state) => expect(inState(state).state).toBe(state));

  test.each(states.flatMap((state) => moves.map((move) => [state, move] as const)))(
    "%s, %s",
    (state, move) => {
      const before = inState(state);
      // `report` belongs to campaigns that ask for the result apart, all else is the same in both.
      const campaign = move === "report" ? apart : buildCampaign();
      if (!movesFrom(state).includes(move)) {
        expect(codeOf(() => make(before, move, campaign))).toBe("move.notAllowed");
        return;
      }
      const moved = make(before, move, campaign);
      expect(lifecycle[move].to).toContain(moved.state);
      expect(moved.version).toBe(before.version + 1);
      expect(moved.last).toMatchObject({
        move,
        from: state,
        to: moved.state,
        n: (before.last ?? before.first).n + 1,
      });
      expect(moved.dueOn !== null).toBe(openStates.includes(moved.state));
    },
  );

  test("the moves are these, and a change of the table is a change of the rules", () => {
    expect(Object.fromEntries(states.map((state) => [state, movesFrom(state)]))).toEqual({
      registered: ["accept", "return", "refuse", "withdraw"],
      reported: ["return", "refuse", "withdraw", "propose"],
      accepted: ["report", "return", "refuse", "withdraw", "propose"],
      returned: ["resubmit", "withdraw"],
      refused: [],
      withdrawn: [],
      proposed: ["takeUp", "recognise", "notRecognise", "askToComplete"],
      inCouncil: ["recognise", "notRecognise", "askToComplete"],
      toComplete: ["complete"],
      recognised: ["proposeAbove", "revoke"],
      notRecognised: [],
      revoked: [],
    });
  });

  test("an end has no way out but from a recognition", () => {
    for (const state of states)
      if (!openStates.includes(state))
        expect(movesFrom(state)).toEqual(state === "recognised" ? ["proposeAbove", "revoke"] : []);
  });

  test("a move leaves the record it was made from as it was", () => {
    const before = after("accept", "propose");
    const kept = structuredClone(before);
    buildTransition(before, "recognise");
    expect(before).toEqual(kept);
  });
});

describe("what a move must carry", () => {
  const reason = "Chưa nêu rõ cách áp dụng.";
  const decision = { number: "15/QĐ-UBND", signedOn: "2026-06-15" };

  test.each<[Move, unknown, string[]]>([
    ["return", {}, ["/reason reason.required"]],
    ["return", { reason: "  " }, ["/reason reason.required"]],
    ["return", { reason: "x".repeat(2_001) }, ["/reason reason.tooLong"]],
    ["refuse", { reason: null }, ["/reason reason.required"]],
    ["notRecognise", {}, ["/reason reason.required"]],
    ["askToComplete", { dueOn: "2026-12-15" }, ["/reason reason.required"]],
    ["askToComplete", { reason }, ["/dueOn dueOn.required"]],
    ["askToComplete", { reason, dueOn: "2026-11-31" }, ["/dueOn dueOn.invalid"]],
    ["askToComplete", { reason, dueOn: "2026-06-14" }, ["/dueOn dueOn.past"]],
    ["recognise", {}, ["/decision value.required"]],
    ["recognise", { decision: null }, ["/decision field.invalid"]],
    [
      "recognise",
      { decision: {} },
      ["/decision/number decision.number.required", "/decision/signedOn decision.signedOn.required"],
    ],
    [
      "recognise",
      { decision: { ...decision, signedOn: "2026-06-16" } },
      ["/decision/signedOn decision.signedOn.future"],
    ],
    ["revoke", { decision }, ["/reason reason.required"]],
    [
      "revoke",
      { reason, decision: { ...decision, number: "" } },
      ["/decision/number decision.number.required"],
    ],
    ["report", {}, ["/benefitsByAuthor benefitsByAuthor.required"]],
    ["resubmit", {}, ["/application value.required"]],
    [
      "resubmit",
      { application: { ...buildApplication(), title: "" } },
      ["/application/title title.required"],
    ],
    [
      "resubmit",
      { application: buildApplication({ firstUsedOn: "2026-06-16" }) },
      ["/application/firstUsedOn firstUsedOn.future"],
    ],
    ["accept", { number: 1 }, ["/number field.unknown"]],
    ["propose", { opinion: 5 }, ["/opinion opinion.invalid"]],
  ])("%s with %j", (move, form, faults) => expect(faultsOf(move, form)).toEqual(faults));

  test("an opinion may be left empty, and a refusal by the council needs no decision", () => {
    expect(faultsOf("propose", {})).toEqual([]);
    expect(faultsOf("notRecognise", { reason })).toEqual([]);
  });
});

describe("acceptance", () => {
  test("gives the register's number, and a dossier that comes back keeps its own", () => {
    const accepted = buildTransition(buildInitiative(), "accept", 7).initiative;
    expect(accepted.number).toBe(7);
    const back = buildTransition(buildTransition(accepted, "return").initiative, "resubmit").initiative;
    expect(back).toMatchObject({ number: 7, state: "accepted" });
    // Accepted before, it has the term of a decision, not of a first look.
    expect(back.dueOn).toBe(accepted.dueOn);
  });

  test("one returned before it had a number comes back to be accepted", () => {
    const back = after("return", "resubmit");
    expect(back).toMatchObject({ number: null, state: "registered" });
    expect(buildTransition(back, "accept", 8).initiative.number).toBe(8);
  });
});

describe("registration and result", () => {
  test("in one form, there is no result to report and an accepted one may be proposed", () => {
    expect(codeOf(() => make(after("accept"), "report", buildCampaign()))).toBe("move.notAllowed");
    expect(make(after("accept"), "propose", buildCampaign()).state).toBe("proposed");
  });

  test("apart, nothing is proposed before its result is reported", () => {
    expect(codeOf(() => make(after("accept"), "propose", apart))).toBe("move.notAllowed");
    const reported = make(after("accept"), "report", apart);
    expect(reported.application.benefitsByAuthor).toBe("Sau ba tháng áp dụng, lượng rác chở đi giảm 35%.");
    expect(make(reported, "propose", apart).state).toBe("proposed");
  });
});

describe("the days by which something is due", () => {
  test.each<[Move[], string | null]>([
    [[], "2026-07-15"],
    [["accept"], "2026-09-15"],
    [["return"], "2026-07-15"],
    [["accept", "propose"], "2026-12-31"],
    [["accept", "propose", "askToComplete"], "2026-12-15"],
    [["accept", "propose", "recognise"], null],
  ])("after %j: %j", (made, due) => expect(after(...made).dueOn).toBe(due));
});

describe("recognition", () => {
  const recognised = after("accept", "propose", "recognise");

  test("goes to the nearest council on the unit's path and has its level", () => {
    expect(recognised.council).toEqual({
      id: communeCouncil.id,
      unit: communeCouncil.unit,
      level: "commune",
    });
    expect(recognised.recognitions).toEqual([
      { level: "commune", decision: { number: "15/QĐ-UBND", signedOn: "2026-06-15" }, revoked: null },
    ]);
  });

  test("without a council on the path there is nothing to propose to", () => {
    const none = buildCampaign({ councils: [] });
    expect(codeOf(() => make(after("accept"), "propose", none))).toBe("move.notAllowed");
  });

  test("may be proposed to the council above, once to each, and stays one initiative", () => {
    const above = buildTransition(recognised, "proposeAbove").initiative;
    expect(above).toMatchObject({
      id: recognised.id,
      state: "proposed",
      council: { id: provinceCouncil.id },
    });
    const twice = buildTransition(above, "recognise").initiative;
    expect(twice.recognitions.map(({ level }) => level)).toEqual(["commune", "province"]);
    expect(codeOf(() => buildTransition(twice, "proposeAbove"))).toBe("move.notAllowed");
  });

  test("refused above, what was recognised below stands, and lies with the council that gave it again", () => {
    const refused = buildTransition(
      buildTransition(recognised, "proposeAbove").initiative,
      "notRecognise",
    ).initiative;
    expect(refused).toMatchObject({
      state: "recognised",
      dueOn: null,
      recognitions: recognised.recognitions,
      council: recognised.council,
    });
  });

  test("revoked above, the one below stands; revoked there too, none does", () => {
    const twice = buildTransition(
      buildTransition(recognised, "proposeAbove").initiative,
      "recognise",
    ).initiative;
    const once = buildTransition(twice, "revoke").initiative;
    expect(once.state).toBe("recognised");
    expect(once.recognitions.map(({ level, revoked }) => [level, revoked?.number ?? null])).toEqual([
      ["commune", null],
      ["province", "3/QĐ-UBND"],
    ]);
    expect(once.council?.id).toBe(communeCouncil.id);
    const none = buildTransition(once, "revoke").initiative;
    expect(none.state).toBe("revoked");
    expect(none.recognitions.every(({ revoked }) => revoked !== null)).toBe(true);
  });
});
