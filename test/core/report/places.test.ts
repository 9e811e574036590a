import { describe, expect, test } from "vitest";
import { buildReport } from "#core/report/report.ts";
import { textOf } from "./example-input.ts";
import { places } from "./places.ts";

describe.each(places)("$name", ({ input, text }) => {
  const { sections, warnings } = buildReport(input);

  test("is reported with its own words, in its writer's order", () => {
    const said = sections.map((section) => `${section.number} ${textOf(section)}`).join("\n");
    expect(said.split("\n")).toEqual(text.trim().split("\n"));
  });

  test("raises no warning, and nothing ends among other figures", () => {
    expect(warnings.map(({ message }) => message)).toEqual([]);
    expect(sections.map(({ id }) => id)).not.toContain("other");
  });
});

test("numbers below ten are written as officers do where the report asks for it, and no other number changes", () => {
  const contest = places.find(({ name }) => name === "a contest with prizes");
  if (!contest) throw new Error("no contest");
  const padded = buildReport({ ...contest.input, padNumbers: true });
  const plain = buildReport(contest.input);
  const text = padded.sections.map(textOf).join("\n");
  for (const said of ["10 ý tưởng", "01 giải", "02 giải", "03 giải", "04 giải", "Năm 2024,"])
    expect(text).toContain(said);
  expect(padded.dataHash).toBe(plain.dataHash);
  const money = places.find(({ name }) => name === "half a year with money");
  const said =
    money &&
    buildReport({ ...money.input, padNumbers: true })
      .sections.map(textOf)
      .join("\n");
  expect(said).toContain("0,004 tỷ đồng");
  expect(said).toContain("250,125 tỷ đồng");
});
