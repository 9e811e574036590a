import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Problem } from "#core/base/problems.ts";
import {
  allowedMoves,
  beginReport,
  blockersOf,
  dismiss,
  moveReport,
  openWarnings,
  recordFiles,
  recordIssuedFiles,
  writeTexts,
} from "#core/report/lifecycle.ts";
import type { MoveForm } from "#core/report/record.ts";
import {
  hashTexts,
  type MadeFiles,
  type ReportRecord,
  reportId,
  reportMoves,
  reportStates,
} from "#core/report/record.ts";

const stamp = { by: { id: "quan-tri-tinh", name: "Võ Thị Kim Oanh" }, at: "2026-12-26T03:00:00.000Z" };
const today = "2026-12-26";
const period = { from: "2026", to: "2026" };
const suspicion = { id: "total.mislabelled/recognised/2026-2026", code: "total.mislabelled" } as const;
const why = "Đã đối chiếu với báo cáo 31/BC-MTTQ-BTT";

const madeOf = (record: ReportRecord, changes: Partial<MadeFiles> = {}): MadeFiles => ({
  at: stamp.at,
  hash: "hash",
  dataHash: "data",
  prefix: "reports/xa-suoi-mo/2026-2026/hash/",
  files: ["html", "docx", "pdf", "xlsx", "json"],
  sums: { html: "", docx: "", pdf: "", xlsx: "", json: "" },
  warnings: [suspicion],
  textsHash: hashTexts(record),
  issued: false,
  figures: [],
  ...changes,
});

const first = beginReport("xa-suoi-mo", period, null, null);
const drafted = recordFiles(first, madeOf(first), null);
const ready = dismiss(drafted, suspicion.id, why, stamp);
const approved = moveReport(ready, { version: 0, move: "approve" }, stamp, today);
const numbering: MoveForm = { version: 0, move: "number", number: "12/BC-MTTQ-BTT", signedOn: "2026-12-25" };
const numbered = moveReport(approved, numbering, stamp, today);
const issued = recordIssuedFiles(numbered, madeOf(numbered, { hash: "issued", issued: true }));
const published = moveReport(issued, { version: 0, move: "publish" }, stamp, today);
const reopening: MoveForm = { version: 0, move: "reopen", reason: "Bổ sung hai sáng kiến được công nhận" };

/** The code of the refusal, with the codes of its errors. */
function refused(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return [error.code, ...error.errors.map(({ code }) => code)];
    throw error;
  }
  return [];
}

describe("the life of a report", () => {
  it("goes from draft to approved, numbered and published, a line in the log for each stamp", () => {
    expect([first, approved, numbered, published].map(({ state }) => state)).toEqual([
      "draft",
      "approved",
      "approved",
      "published",
    ]);
    expect(published.log.map(({ did }) => did)).toEqual(["make", "dismiss", "approve", "number", "publish"]);
    expect(published).toMatchObject({
      approved: stamp,
      issue: { number: "12/BC-MTTQ-BTT", signedOn: "2026-12-25" },
      published: stamp,
    });
  });

  it("allows in each state exactly its moves", () => {
    const allowed = (record: ReportRecord) =>
      reportMoves.filter((move) => allowedMoves(record).includes(move));
    expect(allowed(drafted)).toEqual(["approve"]);
    expect(allowed(approved)).toEqual(["number", "reopen"]);
    // The files under the number are still being made.
    expect(allowed(numbered)).toEqual(["reopen"]);
    expect(allowed(issued)).toEqual(["publish", "reopen"]);
    expect(allowed(published)).toEqual(["reopen"]);
    for (const record of [drafted, approved, numbered, issued, published])
      for (const move of reportMoves)
        if (!allowedMoves(record).includes(move))
          expect(
            refused(() => moveReport(record, { ...numbering, ...reopening, move }, stamp, today)),
          ).toEqual(["report.moveNotAllowed"]);
  });

  it("is approved only when it is made of the texts as they are and every warning is dismissed", () => {
    const approving = (record: ReportRecord) =>
      refused(() => moveReport(record, { version: 0, move: "approve" }, stamp, today));
    expect(approving(first)).toEqual(["report.notReady", "report.notMade"]);
    expect(blockersOf(drafted)).toEqual(["report.warningsOpen"]);
    expect(approving(drafted)[0]).toBe("report.notReady");
    const rewritten = writeTexts(ready, { proposals: "Đề nghị tỉnh khen thưởng." }, stamp);
    expect(approving(rewritten)).toEqual(["report.notReady", "report.textsChanged"]);
    expect(approving(recordFiles(rewritten, madeOf(rewritten), null))).toEqual([]);
    expect(approving(dismiss(ready, suspicion.id, null, stamp))[0]).toBe("report.notReady");
  });

  it("keeps a dismissal when the report is made anew and the same warning is there, and past its end", () => {
    const other = { id: "total.differs/registered/2026-2026", code: "total.differs" } as const;
    const anew = recordFiles(ready, madeOf(ready, { hash: "anew", warnings: [suspicion, other] }), null);
    expect(openWarnings(anew)).toEqual([other]);
    const gone = recordFiles(anew, madeOf(anew, { hash: "gone", warnings: [] }), null);
    expect(gone.dismissals).toEqual([{ warning: suspicion.id, reason: why, ...stamp }]);
    expect(blockersOf(gone)).toEqual([]);
  });

  it("dismisses no warning that is not there", () => {
    expect(refused(() => dismiss(drafted, "part.exceedsWhole/x/2026-2026", why, stamp))).toEqual([
      "report.invalid",
      "report.warning.unknown",
    ]);
  });

  it.each([
    [{ number: "", signedOn: "2026-12-25" }, "report.number.required"],
    [{ number: "BC-12", signedOn: "2026-12-25" }, "report.number.invalid"],
    [{ number: "12/BC-<b>", signedOn: "2026-12-25" }, "report.number.invalid"],
    [{ number: "12/BC-MTTQ-BTT", signedOn: "2026-02-30" }, "report.signedOn.invalid"],
    [{ number: "12/BC-MTTQ-BTT", signedOn: "2026-12-27" }, "report.signedOn.future"],
    [{ number: "12/BC-MTTQ-BTT" }, "report.signedOn.required"],
  ])("takes no number and day like %j", (given, code) => {
    const numberIt = () => moveReport(approved, { version: 0, move: "number", ...given }, stamp, today);
    expect(refused(numberIt)).toEqual(["report.invalid", code]);
  });

  it("begins a new edition with a reason, keeps the approved one as it is, its files' folder in it", () => {
    expect(refused(() => moveReport(published, { ...reopening, reason: "sửa" }, stamp, today))).toEqual([
      "report.invalid",
      "report.reason.tooShort",
    ]);
    const second = moveReport(published, reopening, stamp, today);
    expect(second).toMatchObject({ edition: 2, state: "draft", made: null, issue: null, approved: null });
    expect(second.editions).toMatchObject([
      {
        edition: 1,
        state: "published",
        made: { hash: "issued", prefix: published.made?.prefix },
        issue: { number: "12/BC-MTTQ-BTT" },
        reopened: { ...stamp, reason: reopening.reason },
      },
    ]);
    // What was found out about a warning is still true.
    expect(second.dismissals).toEqual(published.dismissals);
  });

  it("takes texts and layout over from the unit's latest report, and says from which", () => {
    const written = writeTexts(drafted, { directions: "Phát động sớm hơn." }, stamp);
    const next = beginReport(
      "xa-suoi-mo",
      { from: "2027", to: "2027" },
      { ...written, layout: "party" },
      null,
    );
    expect(next).toMatchObject({
      texts: written.texts,
      layout: "party",
      textsFrom: reportId(written),
      made: null,
    });
    expect(writeTexts(next, written.texts, stamp).textsFrom).toBeNull();
    expect(beginReport("xa-suoi-mo", period, { ...drafted, texts: {} }, null).textsFrom).toBeNull();
  });
});

describe("whatever is done with a report, in whatever order", () => {
  const doings: ((record: ReportRecord, n: number) => ReportRecord)[] = [
    (record, n) => recordFiles(record, madeOf(record, { hash: `made-${n}` }), null),
    (record) => recordFiles(record, madeOf(record), null),
    (record) => dismiss(record, suspicion.id, why, stamp),
    (record) => dismiss(record, suspicion.id, null, stamp),
    (record, n) => writeTexts(record, { outreach: `Đã tuyên truyền ${n} buổi.` }, stamp),
    (record) => moveReport(record, { version: 0, move: "approve" }, stamp, today),
    (record) => moveReport(record, numbering, stamp, today),
    (record, n) =>
      record.issue
        ? recordIssuedFiles(record, madeOf(record, { hash: `issued-${n}`, issued: true }))
        : record,
    (record) => moveReport(record, { version: 0, move: "publish" }, stamp, today),
    (record) => moveReport(record, reopening, stamp, today),
  ];

  it("versions rise, the log only grows, and nothing of an approved edition changes", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(doings.length - 1), { maxLength: 40 }), (drawn) => {
        let record = first;
        for (const [n, which] of drawn.entries()) {
          let next = record;
          try {
            next = doings[which]?.(record, n) ?? record;
          } catch (error) {
            expect(error).toBeInstanceOf(Problem);
          }
          if (next !== record) expect(next.version).toBe(record.version + 1);
          expect(next.log.slice(0, record.log.length)).toEqual(record.log);
          expect(next.editions.slice(0, record.editions.length)).toEqual(record.editions);
          expect(next.edition).toBe(next.editions.length + 1);
          expect(reportStates).toContain(next.state);
          if (record.state !== "draft" && next.state !== "draft") {
            expect(next.texts).toEqual(record.texts);
            expect(next.made?.dataHash).toBe(record.made?.dataHash);
            expect(next.dismissals).toEqual(record.dismissals);
          }
          if (next.state === "published") expect(next.made?.issued).toBe(true);
          if (next.state !== "draft") expect(openWarnings(next)).toEqual([]);
          record = next;
        }
      }),
    );
  });
});
