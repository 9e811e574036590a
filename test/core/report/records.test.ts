import { describe, expect, test } from "vitest";
import type { ReportActivity, ReportReplication } from "#core/report/entered-records.ts";
import type { ReportInput } from "#core/report/model.ts";
import { buildReport } from "#core/report/report.ts";
import { declaredInput, textOf } from "./example-input.ts";

const period = { from: "2026", to: "2026" };
const activity = (id: string, changes: Partial<ReportActivity> = {}): ReportActivity => ({
  ...{ id, kind: "outreach", from: "2026-03-05", to: "2026-03-05", title: "Sinh hoạt chi hội" },
  ...{ sessions: null, participants: null, articles: null, broadcasts: null },
  ...{ organisations: null, hamlets: null },
  ...changes,
});
const applied = (id: string, changes: Partial<ReportReplication> = {}): ReportReplication => ({
  ...{ id, of: { kind: "initiative", id: "SK1" }, title: "Tưới nhỏ giọt", originUnit: "Xã Suối Mơ" },
  ...{ unit: "Xã Đồi Cao", model: null, since: "2026-04-03", until: null },
  ...changes,
});

function linesOf(id: string, changes: Partial<ReportInput>): string[] {
  const section = buildReport(declaredInput([], { period, ...changes })).sections.find(
    (each) => each.id === id,
  );
  return section ? textOf(section).split("\n").slice(1) : [];
}

describe("recorded launches and outreach", () => {
  test("say who, when, what and the numbers that are known", () => {
    const launch = activity("a", { kind: "launch", title: "Lễ phát động", organisations: 97, hamlets: 93 });
    expect(linesOf("launch", { activities: [launch] })).toEqual([
      "Ngày 05/3/2026, xã Thử thực hiện “Lễ phát động”, đến 97 cơ quan, tổ chức, đơn vị và 93 thôn, tổ dân phố.",
    ]);
    expect(linesOf("outreach", { activities: [launch] })).toEqual([]);
    const month = activity("b", { from: "2026-03-01", to: "2026-03-31", title: "Phát “loa”", broadcasts: 9 });
    expect(
      linesOf("outreach", { activities: [month, activity("c", { from: "2026-01-02", to: "2026-01-02" })] }),
    ).toEqual([
      "Xã Thử đã thực hiện:",
      "Ngày 02/01/2026: “Sinh hoạt chi hội”",
      "Tháng 3 năm 2026: “Phát ‘loa’”, với 9 lượt phát thanh, truyền hình",
    ]);
  });

  test("are those of the period, and a long list ends with how many more", () => {
    const other = activity("x", { from: "2025-03-05", to: "2025-03-05" });
    expect(linesOf("outreach", { activities: [other] })).toEqual([]);
    const many = Array.from({ length: 25 }, (_, i) => activity(`a${i}`, { sessions: 1 }));
    const lines = linesOf("outreach", { activities: many, padNumbers: true });
    expect(lines).toHaveLength(22);
    expect(lines[1]).toContain("với 01 buổi");
    expect(lines.at(-1)).toBe("Ngoài ra có 05 hoạt động khác");
  });
});

describe("recorded replications", () => {
  test("say what of whom is applied where, since when", () => {
    const two = [
      applied("r2", { unit: "Phường Bến Gió", since: "2026-05-01", until: "2026-11-20" }),
      applied("r1"),
    ];
    expect(linesOf("models", { replications: two })).toEqual([
      "Sáng kiến “Tưới nhỏ giọt” của xã Suối Mơ được xã Đồi Cao (từ ngày 03/4/2026) và phường Bến Gió (từ ngày 01/5/2026 đến ngày 20/11/2026) áp dụng.",
    ]);
  });

  test("name the model that was built, and no title that was erased", () => {
    const built = applied("m", {
      ...{ of: { kind: "model", id: "m1" }, title: "Đường hoa thôn 1", model: "Đường hoa thôn 9" },
    });
    const lines = linesOf("models", {
      replications: [built, applied("r", { title: "", since: "2026-06-01" })],
    });
    expect(lines).toEqual([
      "Sáng kiến, mô hình được áp dụng, nhân rộng:",
      "Mô hình “Đường hoa thôn 1” của xã Suối Mơ được xã Đồi Cao (mô hình “Đường hoa thôn 9”, từ ngày 03/4/2026) áp dụng",
      "Một sáng kiến của xã Suối Mơ được xã Đồi Cao (từ ngày 01/6/2026) áp dụng",
    ]);
  });
});

describe("a text's own place for the figures", () => {
  test("stands before and behind them, without its mark", () => {
    const texts = { outreach: "Trước.\n\n[Số liệu]\n\nSau." };
    const activities = [activity("a", { sessions: 12 })];
    expect(linesOf("outreach", { texts, activities })).toEqual([
      "Trước.",
      "Ngày 05/3/2026, xã Thử thực hiện “Sinh hoạt chi hội”, với 12 buổi.",
      "Sau.",
    ]);
    expect(linesOf("outreach", { texts })).toEqual(["Trước.", "Sau."]);
  });
});
