import { describe, expect, test } from "vitest";
import { Problem } from "#core/base/problems.ts";
import type { CommendationDecision } from "#core/commendation/decision.ts";
import { eraseLines } from "#core/commendation/erasure.ts";
import {
  cancelCommendation,
  changeCommendation,
  correctCommendation,
  holdsSubject,
  issueCommendation,
  proposeCommendation,
  withdrawCommendation,
} from "#core/commendation/lifecycle.ts";
import { appendLines } from "#core/commendation/lines.ts";
import { totalMoney } from "#core/commendation/sums.ts";
import { commendationForm, drawRequest, lineForm, stepAt } from "../../support/commendations.ts";
import { commune, province } from "../../support/units.ts";

const path = [commune.id, province.id];
const propose = (form = commendationForm) =>
  proposeCommendation({ id: drawRequest(), unit: commune.id, form }, path, stepAt()).after;
const withLine = (form = commendationForm) => appendLines(propose(form), [lineForm()], stepAt()).after;
const issueForm = { number: "15/QĐ-UBND", signedOn: "2026-06-01", explanation: "" };
const issued = (form = issueForm): CommendationDecision =>
  issueCommendation(withLine(), form, stepAt()).after;

function codesOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return [error.code, ...error.errors.map(({ code }) => code)];
    throw error;
  }
  return [];
}

describe("a decision is proposed, issued, and at most cancelled", () => {
  test("each step is one version with its log entry", () => {
    const before = withLine();
    const write = issueCommendation(before, issueForm, stepAt());
    expect(write.after).toMatchObject({ state: "issued", number: "15/QĐ-UBND", version: 3 });
    expect(write.entry).toMatchObject({ n: 3, did: "issue", signedOn: "2026-06-01" });
  });

  test("nothing leads back from an issued or cancelled one", () => {
    const form = { ...commendationForm, subject: "Khác" };
    const cancelForm = {
      ground: "falseDeclaration" as const,
      reason: "Kê khai sai",
      on: "2026-06-10",
      moneyToRecover: 710_000,
    };
    const cancelled = cancelCommendation(issued(), cancelForm, stepAt()).after;
    expect(cancelled.cancellation).toMatchObject({ ground: "falseDeclaration", moneyToRecover: 710_000 });
    for (const decision of [issued(), cancelled]) {
      const steps = [
        () => changeCommendation(decision, form, stepAt()),
        () => appendLines(decision, [lineForm()], stepAt()),
        () => issueCommendation(decision, issueForm, stepAt()),
        () => withdrawCommendation(decision, { reason: "" }, stepAt()),
      ];
      for (const step of steps) expect(codesOf(step)).toEqual(["commendation.moveNotAllowed"]);
    }
    expect(codesOf(() => cancelCommendation(cancelled, cancelForm, stepAt()))).not.toEqual([]);
    expect(codesOf(() => cancelCommendation(withLine(), cancelForm, stepAt()))).not.toEqual([]);
  });

  test("no more is recovered than the decision awarded", () => {
    const recover = (moneyToRecover: number | null) => () =>
      cancelCommendation(
        issued(),
        { ground: "forgedPapers", reason: "Giấy tờ giả", on: "2026-06-10", moneyToRecover },
        stepAt(),
      );
    const { amount } = totalMoney(issued().sums, { ...issued(), on: issued().signedOn });
    expect(amount).toBeGreaterThan(0);
    expect(codesOf(recover(amount + 1))).toEqual([
      "commendation.invalid",
      "commendation.moneyToRecover.exceeds",
    ]);
    expect(codesOf(recover(amount))).toEqual([]);
    expect(codesOf(recover(null))).toEqual([]);
  });

  test("a cancellation lies between the decision and today", () => {
    const cancelOn = (on: string) => () =>
      cancelCommendation(
        issued(),
        { ground: "forgedPapers", reason: "Giấy tờ giả", on, moneyToRecover: null },
        stepAt(),
      );
    expect(codesOf(cancelOn("2026-05-31"))).toContain("commendation.cancelledOn.beforeDecision");
    expect(codesOf(cancelOn("2026-06-16"))).toContain("commendation.cancelledOn.future");
    expect(codesOf(cancelOn("2026-06-15"))).toEqual([]);
  });

  test.each([
    [1999, ["commendation.invalid", "commendation.year.implausible"]],
    [2000, []],
    [2027, []],
    [2028, ["commendation.invalid", "commendation.year.implausible"]],
    [2062, ["commendation.invalid", "commendation.year.implausible"]],
  ])("the year of award %i is plausible or refused", (year, codes) => {
    const form = { ...commendationForm, year };
    expect(codesOf(() => propose(form))).toEqual(codes);
    expect(codesOf(() => changeCommendation(propose(), form, stepAt()))).toEqual(codes);
  });

  test("a withdrawn proposal stays withdrawn", () => {
    const withdrawn = withdrawCommendation(withLine(), { reason: "Trùng" }, stepAt()).after;
    expect(withdrawn.state).toBe("withdrawn");
    expect(codesOf(() => issueCommendation(withdrawn, issueForm, stepAt()))).toEqual([
      "commendation.moveNotAllowed",
    ]);
  });
});

describe("number and day", () => {
  const issue = (changes: object, decision = withLine()) =>
    codesOf(() => issueCommendation(decision, { ...issueForm, ...changes }, stepAt()));

  test("are plausible", () => {
    expect(issue({ signedOn: "2026-06-16" })).toContain("decision.signedOn.future");
    expect(issue({ signedOn: "1000-01-01" })).toContain("day.implausible");
    expect(issue({ signedOn: "2025-12-30" })).toContain("commendation.explanation.required");
    expect(issue({ signedOn: "2025-12-30", explanation: "Khen sớm" })).toEqual([]);
  });

  test("a number that holds the subject is refused", () => {
    expect(issue({ number: "15/QĐ-UBND về việc khen thưởng" })).toContain("commendation.number.subject");
    const { subject } = commendationForm;
    for (const number of ["15/QĐ-UBND", "Số: 15 QĐ/TU", "592-QĐ/TU", "1234/QĐ-CTUBND"])
      expect(holdsSubject(number, subject), number).toBe(false);
    for (const number of [`15 ${subject}`, "15/QĐ V/v khen", "15/QĐ-UBND ngày 01/6/2026 của UBND"])
      expect(holdsSubject(number, subject), number).toBe(true);
  });

  test("a decision without lines is not issued", () => {
    expect(issue({}, propose())).toContain("commendation.lines.required");
  });

  test("are corrected with a reason, and nothing else is", () => {
    const correction = { ...issueForm, number: "16/QĐ-UBND", reason: "Ghi nhầm số" };
    const write = correctCommendation(issued(), correction, stepAt());
    expect(write?.after).toMatchObject({ number: "16/QĐ-UBND", state: "issued" });
    expect(write?.entry.reason).toBe("Ghi nhầm số");
    expect(correctCommendation(issued(), { ...issueForm, reason: "Không đổi" }, stepAt())).toBeNull();
    expect(codesOf(() => correctCommendation(withLine(), correction, stepAt()))).not.toEqual([]);
  });
});

test("an erasure removes what names a person, and leaves what is counted", () => {
  const decision = issued();
  const line = { n: 1, ...lineForm({ initiative: "7K3M-9QTX-2F4H" }), erased: false, cancellation: null };
  const body = { ...line, n: 2, recipientKind: "collective" as const };
  const write = eraseLines(decision, [line, body], [1], stepAt(), { log: [] });
  expect(write?.after.sums).toEqual(decision.sums);
  expect(write?.lines[0]?.after).toMatchObject({
    n: 1,
    name: "",
    birthYear: null,
    sex: null,
    workplace: "",
    achievement: "",
    initiative: null,
    form: "praiseCertificate",
    erased: true,
  });
  expect(codesOf(() => eraseLines(decision, [line, body], [2], stepAt(), { log: [] }))).toContain(
    "commendation.erasure.body",
  );
});
