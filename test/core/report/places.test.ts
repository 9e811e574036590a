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
