import { describe, expect, test } from "vitest";
import type { RecognisedInitiative, ReportInput } from "#core/report/model.ts";
import { buildReport } from "#core/report/report.ts";
import { addGapWarnings } from "#core/report/warnings/gaps.ts";
import { buildCampaign } from "../../support/units.ts";
import { declare, declaredInput, exampleInput, textOf } from "./example-input.ts";

const gapsOf = (input: ReportInput) => {
  const before = buildReport(input);
  const after = addGapWarnings(before, input);
  // Only warnings are added.
  expect({ ...after, warnings: [] }).toEqual({ ...before, warnings: [] });
  return after.warnings.slice(before.warnings.length).map(({ id }) => id);
};
const texts = {
  outreach: "Đã làm.",
  shortcomings: "Còn chậm.",
  directions: "Làm tiếp.",
  proposals: "Không.",
};

describe("what is missing in a report", () => {
  test("an empty one is told, and each text that nobody has written", () => {
    expect(gapsOf(declaredInput([]))).toEqual([
      "report.empty/2019-2021",
      "texts.unwritten/outreach",
      "texts.unwritten/shortcomings",
      "texts.unwritten/directions",
      "texts.unwritten/proposals",
    ]);
    expect(gapsOf(declaredInput([], { texts: { ...texts, outreach: "  \n" } }))).toEqual([
      "report.empty/2019-2021",
      "texts.unwritten/outreach",
    ]);
  });

  test("one with figures and texts lacks nothing", () => {
    expect(gapsOf(exampleInput({ texts }))).toEqual([]);
  });

  test("a section that figures or records fill lacks no text", () => {
    const sessions = declare("outreach.sessions", 12, { from: "2020", to: "2020" });
    expect(gapsOf(declaredInput([sessions], { texts: { ...texts, outreach: "" } }))).toEqual([]);
  });

  test("a unit that ended before the period did is told, and one that ended after it is not", () => {
    const { unit } = exampleInput();
    const ended = (validTo: string) => gapsOf(exampleInput({ texts, unit: { ...unit, validTo } }));
    expect(ended("2020-06-30")).toEqual(["unit.ended/2020-06-30"]);
    expect(ended("2021-12-31")).toEqual([]);
    expect(ended("2025-06-30")).toEqual([]);
  });
});

describe("who evaluated", () => {
  const recognised = (id: string, decidedBy?: string[]): RecognisedInitiative => ({
    summary: {
      ...{ id, title: `Sáng kiến ${id}`, year: 2020, unit: "xa", system: "front", organisation: null },
      ...{ number: null, publicAuthors: [], authorSystems: [] },
      recognitions: [{ level: "commune", decision: { number: "1", signedOn: "2020-11-01" }, revoked: null }],
    },
    titleAsPublished: null,
    document: null,
    unitName: "Xã",
    ...(decidedBy ? { decidedBy } : {}),
  });
  const evaluatedOf = (changes: Partial<ReportInput>) =>
    buildReport(declaredInput([], changes))
      .sections.filter(({ id }) => id === "evaluated")
      .map(textOf)
      .join(" ");
  test("no council is named by a campaign alone, whatever it was to do", () => {
    const campaigns = [buildCampaign({ year: 2020, evaluatedOn: "2020-12-20" })];
    expect(campaigns[0]?.councils.length).toBeGreaterThan(0);
    const said = evaluatedOf({ campaigns, recognised: [recognised("a")] });
    expect(said).not.toContain("Hội đồng");
    expect(said).toContain("Việc đánh giá của năm 2020 hoàn thành ngày 20/12/2020.");
  });

  test("the councils whose decisions recognised something are named with how many", () => {
    const communes = ["Hội đồng sáng kiến xã A", "Hội đồng sáng kiến xã B"];
    const said = evaluatedOf({
      recognised: [recognised("a", [communes[0] ?? ""]), recognised("b", communes), recognised("c")],
    });
    expect(said).toContain(
      "Năm 2020, việc xét, công nhận sáng kiến do Hội đồng sáng kiến xã A (2 sáng kiến) và Hội đồng sáng kiến xã B (1 sáng kiến) thực hiện.",
    );
  });
});
