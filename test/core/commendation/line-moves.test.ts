import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Problem } from "#core/base/problems.ts";
import { eraseLines } from "#core/commendation/erasure.ts";
import { correctCommendation, issueCommendation, proposeCommendation } from "#core/commendation/lifecycle.ts";
import type { CommendationLine, LineCorrection, LineForm } from "#core/commendation/line.ts";
import { appendLines, cancelLine, correctLine } from "#core/commendation/lines.ts";
import { addLines, standingLines, totalMoney } from "#core/commendation/sums.ts";
import { countCommendation } from "#core/figures/contributions/commendation.ts";
import { commendationForm, drawRequest, lineForm, stepAt } from "../../support/commendations.ts";
import { commune, province } from "../../support/units.ts";

const issueForm = { number: "15/QĐ-UBND", signedOn: "2026-06-01", explanation: "" };
const cancelForm = {
  ground: "falseDeclaration" as const,
  reason: "Kết luận về Nguyễn Thị Hoa",
  on: "2026-06-10",
  moneyToRecover: 700_000,
};

function issue(forms: LineForm[]) {
  const start = { id: drawRequest(), unit: commune.id, form: commendationForm };
  const proposed = proposeCommendation(start, [commune.id, province.id], stepAt()).after;
  const { after: draft, lines: written } = appendLines(proposed, forms, stepAt());
  const lines = written.map(({ after }) => after as CommendationLine);
  return { draft, decision: issueCommendation(draft, issueForm, stepAt()).after, lines };
}

function codesOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return [error.code, ...error.errors.map(({ code }) => code)];
    throw error;
  }
  return [];
}

const correctionOf = (
  { name, birthYear, sex, position, workplace, achievement, note }: CommendationLine,
  changes: Partial<LineCorrection> = {},
): LineCorrection => ({
  ...{ name, birthYear, sex, position, workplace, achievement, note },
  reason: "Ghi sai",
  ...changes,
});

const forms = fc.array(
  fc.record({
    recipientKind: fc.constantFrom("individual", "collective"),
    leader: fc.boolean(),
    system: fc.constantFrom("front", "memberOrganisation", "citizen"),
    money: fc.option(fc.nat(1_000_000)),
  }),
  { minLength: 1, maxLength: 8 },
);
const steps = fc.array(
  fc.record({ n: fc.integer({ min: 1, max: 8 }), money: fc.option(fc.nat(1_000_000)) }),
  { maxLength: 8 },
);

describe("the award of one recipient is cancelled", () => {
  it("and the sums are those of the lines that stand, with the money to recover beside them", () => {
    fc.assert(
      fc.property(forms, steps, (given, asked) => {
        const { decision, lines } = issue(given.map((each) => lineForm({ ...each, sex: null })));
        const kept = new Map(lines.map((line) => [line.n, line]));
        let now = decision;
        let recovered = 0;
        for (const { n, money } of asked) {
          const form = { ...cancelForm, moneyToRecover: money };
          const run = () => cancelLine(now, [...kept.values()], { n, form }, stepAt());
          const line = kept.get(n);
          if (!line || line.cancellation) {
            expect(codesOf(run)).toContain(
              line ? "commendation.line.cancelled" : "commendation.line.unknown",
            );
            continue;
          }
          const award = totalMoney(addLines([], { added: [line] }), { ...decision, on: decision.signedOn });
          if (money !== null && award.without === 0 && money > award.amount) {
            expect(codesOf(run)).toContain("commendation.moneyToRecover.exceeds");
            continue;
          }
          const write = run();
          now = write.after;
          recovered += money ?? 0;
          kept.set(n, write.lines[0]?.after as CommendationLine);
        }
        const all = [...kept.values()];
        expect(now.sums).toEqual(addLines([], { added: standingLines(all) }));
        expect(now.cancelledLines).toMatchObject({
          count: all.length - standingLines(all).length,
          moneyToRecover: recovered,
        });
        const awards = countCommendation(now).counts.find(({ dimension }) => dimension === "total:awards");
        expect(awards?.value ?? 0).toBe(standingLines(all).length);
      }),
    );
  });

  it("only of an issued decision, on a day between its signing and today", () => {
    const { draft, decision, lines } = issue([lineForm()]);
    const cancel = (on: string, of = decision) =>
      codesOf(() => cancelLine(of, lines, { n: 1, form: { ...cancelForm, on } }, stepAt()));
    expect(cancel("2026-05-31")).toContain("commendation.cancelledOn.beforeDecision");
    expect(cancel("2026-06-16")).toContain("commendation.cancelledOn.future");
    expect(cancel("2026-06-15")).toEqual([]);
    expect(cancel("2026-06-10", draft)).toEqual(["commendation.moveNotAllowed"]);
  });

  it("and the log names line and reason; the decision's day may not pass it afterwards", () => {
    const { decision, lines } = issue([lineForm(), lineForm({ name: "Trần Văn Ba" })]);
    const write = cancelLine(decision, lines, { n: 2, form: cancelForm }, stepAt());
    expect(write.entry).toMatchObject({ did: "cancelLine", lines: [2], reason: cancelForm.reason });
    expect(write.after.state).toBe("issued");
    const later = { ...issueForm, signedOn: "2026-06-11", reason: "Nhầm ngày" };
    expect(codesOf(() => correctCommendation(write.after, later, stepAt()))).toContain(
      "commendation.signedOn.afterCancellation",
    );
  });

  it("and an erasure removes the name from its reason, not the cancellation", () => {
    const { decision, lines } = issue([lineForm()]);
    const write = cancelLine(decision, lines, { n: 1, form: cancelForm }, stepAt());
    const kept = write.lines.map(({ after }) => after as CommendationLine);
    const erased = eraseLines(write.after, kept, [1], stepAt(), { log: [write.entry] });
    const line = erased?.lines[0]?.after;
    expect(line?.cancellation).toMatchObject({ ground: "falseDeclaration", moneyToRecover: 700_000 });
    expect(JSON.stringify([line, erased?.rewritten])).not.toContain("Nguyễn Thị Hoa");
    expect(erased?.after.cancelledLines).toEqual(write.after.cancelledLines);
  });
});

describe("a line of an issued decision is corrected", () => {
  it("in its texts, with the reason, and no sum changes", () => {
    const { decision, lines } = issue([lineForm()]);
    const [line] = lines as [CommendationLine];
    const form = correctionOf(line, { name: "Nguyễn Thị Hoà", birthYear: 1981 });
    const write = correctLine(decision, lines, { n: 1, form }, stepAt());
    expect(write?.lines[0]?.after).toEqual({ ...line, name: "Nguyễn Thị Hoà", birthYear: 1981 });
    expect(write?.after.sums).toEqual(decision.sums);
    expect(write?.entry).toMatchObject({ did: "correctLine", lines: [1], reason: "Ghi sai" });
    expect(correctLine(decision, lines, { n: 1, form: correctionOf(line) }, stepAt())).toBeNull();
  });

  it("not in a draft, not where it was erased, and no body gets a sex", () => {
    const { draft, decision, lines } = issue([
      lineForm(),
      lineForm({ recipientKind: "collective", sex: null }),
    ]);
    const [line, body] = lines as [CommendationLine, CommendationLine];
    const form = correctionOf(line, { name: "Khác" });
    expect(codesOf(() => correctLine(draft, lines, { n: 1, form }, stepAt()))).toEqual([
      "commendation.moveNotAllowed",
    ]);
    const erased = [{ ...line, erased: true }];
    expect(codesOf(() => correctLine(decision, erased, { n: 1, form }, stepAt()))).toContain(
      "commendation.line.erased",
    );
    const wrong = correctionOf(body, { sex: "female" });
    expect(codesOf(() => correctLine(decision, lines, { n: 2, form: wrong }, stepAt()))).toContain(
      "commendation.sex.notPerson",
    );
  });
});
