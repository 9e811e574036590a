import { expect, test } from "vitest";
import type { AnnexDecision } from "#core/report/annex-model.ts";
import { countNationalForm, isOfPeriod } from "#core/report/commendation-annexes.ts";
import { buildReport } from "#core/report/report.ts";
import { composeReport } from "../../../functions/jobs/report-making/document.ts";
import { exampleInput } from "./example-input.ts";

const decision = (changes: Partial<AnnexDecision> = {}): AnnexDecision => ({
  id: "mot",
  year: 2020,
  number: "15/QĐ-UBND",
  signedOn: "2021-01-20",
  issuer: "Chủ tịch Ủy ban nhân dân tỉnh",
  level: "province",
  subject: "Khen thưởng năm 2020",
  awards: [
    { form: "meritCertificate", recipientKind: "individual", count: 3 },
    { form: "meritCertificate", recipientKind: "collective", count: 1 },
    { form: "commemorativeMedal", recipientKind: "individual", count: 2 },
    { form: "praiseCertificate", recipientKind: "individual", count: 9 },
  ],
  bodies: ["Khu dân cư Đông Dinh"],
  ...changes,
});

test.each([
  ["2020", "2020", true],
  ["2021", "2021", false],
  ["2021-01-01", "2021-06-30", true],
  ["2020-07-01", "2020-12-31", false],
])("a decision for 2020 signed in January 2021 in the report %s to %s: %s", (from, to, held) => {
  expect(isOfPeriod(decision(), { from, to })).toBe(held);
});

test("decisions stand in order of days, with counts of people and names of bodies alone", () => {
  const decisions = [decision(), decision({ id: "hai", number: "2/QĐ", signedOn: "2020-05-19", bodies: [] })];
  const report = buildReport(exampleInput({ decisions }));
  expect(report.annexes.decisions.map(({ id }) => id)).toEqual(["hai", "mot"]);
  expect(buildReport(exampleInput({ decisions: decisions.toReversed() }))).toEqual(report);
  const { annexes } = composeReport(report, null);
  const annex = annexes.find(({ subject }) => subject === "Khen thưởng theo quyết định");
  const [table] = annex?.blocks ?? [];
  if (table?.kind !== "table") throw new Error("no table");
  expect(table.rows[1]?.cells.map((cell) => cell.map(({ text }) => text).join(" | "))).toEqual([
    "2",
    "Số 15/QĐ-UBND | ngày 20/01/2021",
    "Chủ tịch Ủy ban nhân dân tỉnh | Khen thưởng năm 2020",
    "Bằng khen: 3 cá nhân | Bằng khen: 1 tập thể | Kỷ niệm chương: 2 cá nhân | Giấy khen: 9 cá nhân | Khu dân cư Đông Dinh",
  ]);
});

test("the national form counts awards of provinces, a table a year, and none of a year without a decision", () => {
  const decisions = [decision(), decision({ id: "xa", level: "commune", year: 2021 })];
  expect(countNationalForm(decisions).map(({ year }) => year)).toEqual([2020]);
  const { annexes } = composeReport(buildReport(exampleInput({ decisions })), null);
  const annex = annexes.find(({ subject }) => subject.includes("0703"));
  const rows = annex?.blocks.flatMap((block) =>
    block.kind === "table" ? block.rows.map(({ cells }) => cells.map(([run]) => run?.text)) : [],
  );
  expect(rows?.slice(0, 3)).toEqual([
    ["Tổng số", "6", "4", "0", "0", "2"],
    ["Cá nhân", "5", "3", "0", "0", "2"],
    ["Tập thể", "1", "1", "0", "0", "0"],
  ]);
  expect(JSON.stringify(annex)).toContain("Đơn vị báo cáo: ");
});
