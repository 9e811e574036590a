import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { problemCodes } from "#core/base/problems.ts";
import { qualifiers } from "#core/figures/figure.ts";
import { applicationFields, initiativeKinds } from "#core/initiatives/application.ts";
import { Actor } from "#core/initiatives/history.ts";
import { moves, states } from "#core/initiatives/lifecycle.ts";
import { levels, systems } from "#core/units/unit.ts";
import { activityMessagesEn } from "#core/words/en/activities.ts";
import { campaignMessagesEn } from "#core/words/en/campaigns.ts";
import { commendationMessagesEn } from "#core/words/en/commendation.ts";
import { figureMessagesEn } from "#core/words/en/figures.ts";
import { messagesEn as commonEn } from "#core/words/en/index.ts";
import { jobMessagesEn } from "#core/words/en/jobs.ts";
import { reportRequestMessagesEn } from "#core/words/en/report-requests.ts";
import { reportMessagesEn } from "#core/words/en/reports.ts";
import { seriesMessagesEn } from "#core/words/en/series.ts";
import { staffMessagesEn } from "#core/words/en/staff.ts";
import { unitMessagesEn } from "#core/words/en/units.ts";
import { workbookMessagesEn } from "#core/words/en/workbook.ts";
import { fillMessage } from "#core/words/messages.ts";
import { activityMessagesVi } from "#core/words/vi/activities.ts";
import { campaignMessagesVi } from "#core/words/vi/campaigns.ts";
import { commendationMessagesVi } from "#core/words/vi/commendation.ts";
import { figureMessagesVi } from "#core/words/vi/figures.ts";
import { messagesVi as commonVi } from "#core/words/vi/index.ts";
import { jobMessagesVi } from "#core/words/vi/jobs.ts";
import { reportRequestMessagesVi } from "#core/words/vi/report-requests.ts";
import { reportMessagesVi } from "#core/words/vi/reports.ts";
import { seriesMessagesVi } from "#core/words/vi/series.ts";
import { staffMessagesVi } from "#core/words/vi/staff.ts";
import { unitMessagesVi } from "#core/words/vi/units.ts";
import { workbookMessagesVi } from "#core/words/vi/workbook.ts";
import { type Node, nodesOf, parse } from "../../architecture/source-rules.ts";

const messagesVi = {
  ...commonVi,
  ...activityMessagesVi,
  ...campaignMessagesVi,
  ...figureMessagesVi,
  ...commendationMessagesVi,
  ...jobMessagesVi,
  ...reportMessagesVi,
  ...reportRequestMessagesVi,
  ...staffMessagesVi,
  ...unitMessagesVi,
  ...seriesMessagesVi,
  ...workbookMessagesVi,
};
const messagesEn = {
  ...commonEn,
  ...activityMessagesEn,
  ...campaignMessagesEn,
  ...figureMessagesEn,
  ...commendationMessagesEn,
  ...jobMessagesEn,
  ...reportMessagesEn,
  ...reportRequestMessagesEn,
  ...staffMessagesEn,
  ...unitMessagesEn,
  ...seriesMessagesEn,
  ...workbookMessagesEn,
};

const root = new URL("../../..", import.meta.url).pathname;
const key = /^[a-zA-Z]+(\.[a-zA-Z]+)+$/;

const textOf = (node: unknown): string | null => {
  const { type, value } = (node ?? {}) as Node;
  return type === "Literal" && typeof value === "string" ? value : null;
};

/** Members that hold a key: of a fault, and of what `core/bounds.ts` is given. */
const keyMembers = ["code", "many", "few", "finer", "invalid", "missing", "fault"];
const keyedRules = ["reference", "randomId", "wholeNumber", "decimalNumber"];

/** The message keys that a source names: in a rule of Valibot, in a rule of `core/text.ts`, or as the `code` of a fault. */
function keysNamedIn(path: string, source: string): string[] {
  const keys: string[] = [];
  for (const { node } of nodesOf(parse(path, source))) {
    if (node.type === "Property" && keyMembers.includes(String((node.key as Node).name)))
      keys.push(textOf(node.value) ?? "");
    if (node.type !== "CallExpression") continue;
    const callee = node.callee as Node;
    const [first, ...others] = (node.arguments as Node[]).map((argument) => textOf(argument) ?? "");
    if (/^required(Line|Prose)$/.test(String(callee.name)))
      keys.push(`${first}.required`, `${first}.tooLong`);
    else if (/^optional(Line|Prose)$/.test(String(callee.name)))
      keys.push(`${first}.invalid`, `${first}.tooLong`);
    else if (callee.name === "requiredAddress") keys.push(`${first}.required`, `${first}.invalid`);
    else if (callee.name === "day" || callee.name === "requiredOrInvalid")
      keys.push(`${first}.required`, `${first}.invalid`);
    else if (callee.name === "optionalAddress") keys.push(`${first}.invalid`);
    else if (keyedRules.includes(String(callee.name)) || (callee.object as Node | undefined)?.name === "v")
      keys.push(first ?? "", ...others);
  }
  return keys.filter((each) => key.test(each));
}

const files = await Array.fromAsync(glob("{core,functions/api}/**/*.ts", { cwd: root }));
const named = files.flatMap((path) =>
  keysNamedIn(path, readFileSync(`${root}${path}`, "utf8")).map((each) => [each, path] as const),
);

describe("every rule has its words", () => {
  test("wherever it stands in core or the API", () => {
    expect(named.length).toBeGreaterThan(100);
    const missing = named.filter(([each]) => !(each in messagesVi));
    expect(missing).toEqual([]);
  });

  test("the reader of rules would see one without words", () => {
    const source =
      'v.string("no.words"); requiredLine("name", 3); optionalProse("note", 3); errors.push({ code: "a.b" });';
    expect(keysNamedIn("a.ts", source)).toEqual([
      "no.words",
      "name.required",
      "name.tooLong",
      "note.invalid",
      "note.tooLong",
      "a.b",
    ]);
  });

  test("and so has every problem, state, move, level, system, kind, field, qualifier and role", () => {
    const names = [
      ...problemCodes.map((code) => `problem.${code}`),
      ...states.map((state) => `state.${state}`),
      ...["submit", ...moves].map((move) => `move.${move}`),
      ...levels.map((level) => `level.${level}`),
      ...systems.map((system) => `system.${system}`),
      ...initiativeKinds.map((kind) => `kind.${kind}`),
      ...applicationFields.map((field) => `applicationField.${field}`),
      ...qualifiers.map((qualifier) => `qualifier.${qualifier}`),
      ...Actor.entries.role.options.map((role) => `role.${role}`),
    ];
    expect(names.filter((name) => !(name in messagesVi))).toEqual([]);
  });
});

describe("both languages", () => {
  test("have the same keys, and say something under each", () => {
    expect(Object.keys(messagesEn).toSorted()).toEqual(Object.keys(messagesVi).toSorted());
    for (const words of [...Object.values(messagesVi), ...Object.values(messagesEn)])
      expect(words.trim()).not.toBe("");
  });

  test("fill in the same values", () => {
    const parameters = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(String).toSorted();
    for (const [name, words] of Object.entries(messagesVi))
      expect(parameters(messagesEn[name as keyof typeof messagesVi]), name).toEqual(parameters(words));
  });

  test("write numbers in their own manner", () => {
    expect(fillMessage(messagesVi["authors.shares"], { sum: 99.99 })).toContain("99,99%");
    expect(fillMessage(messagesEn["authors.shares"], { sum: 99.99 }, "en-GB")).toContain("99.99%");
    expect(fillMessage("{a} {b}", { a: 1 })).toBe("1 {b}");
  });
});

test("a number is written in the manner of the language, small ones too", () => {
  for (const locale of ["vi-VN", "en-GB"]) {
    for (const value of [-999, -1, 0, 7, 999, -1000, 1000, 1_234_567, 0.5, 99.25]) {
      expect(fillMessage("{value}", { value }, locale)).toBe(value.toLocaleString(locale));
    }
  }
});
