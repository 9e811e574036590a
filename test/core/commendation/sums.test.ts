import fc from "fast-check";
import { expect, test } from "vitest";
import { commendationStates } from "#core/commendation/decision.ts";
import { awardFormKeys, recipientKinds } from "#core/commendation/forms.ts";
import { proposeCommendation } from "#core/commendation/lifecycle.ts";
import { awardSystems, type CommendationLine, type LineForm } from "#core/commendation/line.ts";
import { appendLines, changeLines, removeLines } from "#core/commendation/lines.ts";
import { addLines, countLines, isAddedUp, totalMoney } from "#core/commendation/sums.ts";
import { commendationForm, drawRequest, lineForm, stepAt } from "../../support/commendations.ts";
import { commune } from "../../support/units.ts";

const line: fc.Arbitrary<LineForm> = fc
  .record({
    recipientKind: fc.constantFrom(...recipientKinds),
    form: fc.constantFrom(...awardFormKeys.slice(0, 6)),
    leader: fc.boolean(),
    system: fc.constantFrom(...awardSystems),
    money: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
  })
  .map((fields) => lineForm({ ...fields, sex: null }));

const operation = fc.oneof(
  fc.record({ did: fc.constant("add" as const), lines: fc.array(line, { minLength: 1, maxLength: 5 }) }),
  fc.record({ did: fc.constant("change" as const), at: fc.nat(), line }),
  fc.record({ did: fc.constant("remove" as const), at: fc.nat() }),
);

test("a decision's sums are those of its lines after any changes", () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
      const start = { id: drawRequest(), unit: commune.id, form: commendationForm };
      let decision = proposeCommendation(start, [commune.id], stepAt()).after;
      const kept = new Map<number, CommendationLine>();
      for (const each of operations) {
        const numbers = [...kept.keys()];
        const n = each.did === "add" ? 0 : (numbers[each.at % numbers.length] ?? 0);
        if (each.did !== "add" && n === 0) continue;
        const lines = [...kept.values()];
        const write =
          each.did === "add"
            ? appendLines(decision, each.lines, stepAt())
            : each.did === "change"
              ? changeLines(decision, lines, [{ n, line: each.line }], stepAt())
              : removeLines(decision, lines, [n], stepAt());
        if (!write) continue;
        decision = write.after;
        for (const { before, after } of write.lines) {
          if (after) kept.set(after.n, after);
          else kept.delete(before?.n ?? 0);
        }
      }
      expect(decision.sums).toEqual(addLines([], { added: [...kept.values()] }));
      expect(countLines(decision.sums)).toBe(kept.size);
    }),
  );
});

test("money is what lines say, else the table's default; lines with neither are told", () => {
  const added = [
    lineForm(),
    lineForm({ money: 500_000 }),
    lineForm({ recipientKind: "household", sex: null }),
    lineForm({ recipientKind: "household", sex: null, money: 300_000 }),
  ];
  const sums = addLines([], { added });
  const at = { line: "state", level: "commune" } as const;
  expect(totalMoney(sums, { ...at, on: "2026-07-01" })).toEqual({ amount: 1_560_000, without: 1 });
  expect(totalMoney(sums, { ...at, on: "2020-01-01" })).toEqual({ amount: 800_000, without: 2 });
});

test("a list adds up proposed and issued decisions", () => {
  expect(commendationStates.filter((state) => isAddedUp({ state }))).toEqual(["proposed", "issued"]);
});
