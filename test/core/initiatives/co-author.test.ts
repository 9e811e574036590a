import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  answerAsCoAuthor,
  checkOf,
  coAuthorStatuses,
  coAuthorToken,
  isTokenOf,
} from "#core/initiatives/co-author.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { buildInitiative } from "../../support/submissions.ts";
import { testNow } from "../../support/units.ts";

const accessKey = "dMJd0VY5cW0xRkU2yqk3mQbN2wV0hX7P";
const linksOf = (initiative: FormInitiative) =>
  initiative.application.authors.map((author, n) => ({
    n,
    author,
    token: coAuthorToken(accessKey, initiative.id, n, author),
  }));
const checksOf = (initiative: FormInitiative) =>
  Object.fromEntries(
    linksOf(initiative).map(({ n, author, token }) => [n, { holds: checkOf(token, author) }]),
  );
/** The record with something changed of the author at a place. */
function change(initiative: FormInitiative, n: number, fullName: string): FormInitiative {
  const authors = initiative.application.authors.map((author, i) =>
    i === n ? { ...author, fullName } : author,
  );
  return { ...initiative, application: { ...initiative.application, authors } };
}

describe("a co-author's link", () => {
  const initiative = buildInitiative();
  const checks = checksOf(initiative);
  const token = linksOf(initiative)[1]?.token ?? "";

  test("is the same each time it is asked for, and another for each author, record and key", () => {
    expect(linksOf(initiative)[1]?.token).toBe(token);
    const [, author] = initiative.application.authors;
    if (!author) throw new Error("no co-author");
    const others = [
      coAuthorToken(accessKey, initiative.id, 2, author),
      coAuthorToken(accessKey, "0000-0000-0000", 1, author),
      coAuthorToken(`${accessKey}x`, initiative.id, 1, author),
      coAuthorToken(accessKey, initiative.id, 1, { ...author, share: 41 }),
    ];
    expect(new Set([token, ...others]).size).toBe(5);
  });

  test("opens the record for its own author alone", () => {
    expect(isTokenOf(token, 1, checks, initiative)).toBe(true);
    expect(isTokenOf(linksOf(initiative)[0]?.token ?? "", 0, checks, initiative)).toBe(false);
    expect(isTokenOf(token, 2, checks, initiative)).toBe(false);
    expect(isTokenOf(`${token.slice(0, -1)}_`, 1, checks, initiative)).toBe(false);
    expect(isTokenOf("không phải", 1, checks, initiative)).toBe(false);
    expect(isTokenOf(token, 1, {}, initiative)).toBe(false);
  });

  test("is void once the form says something else of its author, and not by what it says of others", () => {
    expect(isTokenOf(token, 1, checks, change(initiative, 1, "Một người khác"))).toBe(false);
    expect(isTokenOf(token, 1, checks, change(initiative, 0, "Một người khác"))).toBe(true);
    const changed = change(initiative, 1, "Một người khác");
    expect(isTokenOf(token, 1, checksOf(changed), changed)).toBe(false);
  });

  test("is not told by what is kept of it", () => {
    expect(JSON.stringify(checks)).not.toContain(token);
    expect(JSON.stringify(checks)).not.toContain("Huỳnh");
  });
});

describe("an answer", () => {
  const context = {
    actor: { role: "coAuthor" as const, staff: null },
    now: testNow,
    salt: () => randomBytes(16),
  };

  test("leaves the record where it stands; the latest one counts, and none once the author was changed", () => {
    const before = buildInitiative();
    const first = answerAsCoAuthor(
      before,
      1,
      { answer: "denied", word: "Tôi không tham gia.", publishName: "" },
      context,
    );
    const second = answerAsCoAuthor(
      first.initiative,
      1,
      { answer: "confirmed", word: "", publishName: "" },
      context,
    );
    expect(second.initiative).toMatchObject({ state: "registered", version: 3, dueOn: before.dueOn });
    expect(coAuthorStatuses(first.initiative, [first])).toEqual([
      { author: 1, answer: "denied", at: testNow, word: "Tôi không tham gia." },
    ]);
    expect(coAuthorStatuses(second.initiative, [first, second])).toEqual([
      { author: 1, answer: "confirmed", at: testNow, word: null },
    ]);
    expect(coAuthorStatuses(change(second.initiative, 1, "Một người khác"), [first, second])).toEqual([]);
  });
});
