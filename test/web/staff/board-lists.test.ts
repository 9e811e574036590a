import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import type { Move } from "#core/initiatives/lifecycle.ts";
import { listedUnits, registersOf } from "#core/units/tree.ts";
import { openDesk } from "../../support/desk.ts";
import { buildInitiative, buildTransition } from "../../support/submissions.ts";
import { withSystem } from "../../support/system.ts";
import { waitFor } from "../../support/wait.ts";

/** Ways through the life cycle, which together end in every state. */
const walks: Move[][] = [
  [],
  ["accept"],
  ["accept", "return"],
  ["accept", "return", "resubmit"],
  ["refuse"],
  ["withdraw"],
  ["accept", "propose"],
  ["accept", "propose", "takeUp"],
  ["accept", "propose", "takeUp", "askToComplete"],
  ["accept", "propose", "takeUp", "recognise"],
  ["accept", "propose", "takeUp", "notRecognise"],
  ["accept", "propose", "takeUp", "recognise", "revoke"],
  ["accept", "propose", "takeUp", "recognise", "proposeAbove"],
];
const fields = ["environment", "education", "health"] as const;
/** The last of four authors has not said where they stand. */
const affiliations = ["front", "memberOrganisation", "citizen"] as const;
const rounds = 5;

// A day on which some of the terms have passed.
const { browser, system } = await withSystem({ clock: () => "2026-09-20T05:00:00.000Z" });
beforeAll(async () => {
  let number = 0;
  for (let round = 0; round < rounds; round++)
    for (const walk of walks) {
      number++;
      const start = buildInitiative({
        now: `2026-0${round + 2}-10T02:00:00.000Z`,
        application: { field: fields[number % fields.length] ?? "other" },
      });
      const record = walk.reduce<FormInitiative>(
        (before, move) => buildTransition(before, move, number).initiative,
        start,
      );
      const affiliation = affiliations[number % 4];
      await system.store.initiatives.create({
        ...record,
        application: {
          ...record.application,
          authors: record.application.authors.map((author) => ({
            ...author,
            ...(affiliation ? { affiliation } : {}),
          })),
        },
        unit: "xa-dien-khanh",
        path: ["xa-dien-khanh", "khanh-hoa"],
        campaign: "khanh-hoa-2026",
        year: 2026,
        system: number % 2 === 0 ? "government" : "front",
      });
    }
}, 120_000);

/** The numbers of the board that open a list: the address of each, and what it says. */
const linkedNumbers = (page: Page) =>
  page.locator(".board a.tile, .board a.count").evaluateAll((links) =>
    links.map((link) => ({
      href: link.getAttribute("href") ?? "",
      said: (link.querySelector("b") ?? link).textContent?.trim() ?? "",
    })),
  );

test("every number on the board of a commune opens exactly the dossiers that it counts", async () => {
  const units = await system.store.directory.units();
  const listed = listedUnits(units, "xa-dien-khanh") ?? [];
  const rows = system.store.initiatives.countedRows(listed, registersOf(units, listed), 2026);
  const all = (await Array.fromAsync(rows)).length;
  expect(all).toBeGreaterThanOrEqual(walks.length * rounds);
  await waitFor(async () => {
    const { counted } = await system.store.figures.rows("xa-dien-khanh", 2026);
    const states = counted.filter(({ key, year }) => key === "state" && year === 2026);
    expect(states.reduce((sum, { value }) => sum + value, 0)).toBe(all);
  }, 60_000);
  const page = await openDesk(
    browser,
    `${system.origin}/quan-tri?unit=xa-dien-khanh&year=2026`,
    "tiep-nhan@example.vn",
    15_000,
  );
  await page.locator("a.tile").first().waitFor();
  const numbers = await linkedNumbers(page);
  expect(numbers.filter(({ href }) => href.includes("affiliation=")).length).toBeGreaterThanOrEqual(6);
  await page.getByText(/tác giả chưa khai\./).waitFor();
  // Four tiles, twelve states, systems, fields and months with both of their columns, and the years.
  expect(numbers.length).toBeGreaterThan(25);
  const wrong: string[] = [];
  for (const { href, said } of numbers) {
    await page.goto(`${system.origin}${href}`);
    await page.locator("caption", { hasText: "Tìm thấy" }).waitFor();
    const rows = await page.locator("tbody a[data-dossier]").count();
    if (rows !== Number(said.replaceAll(".", ""))) wrong.push(`${said} opens ${rows}: ${href}`);
  }
  expect(wrong).toEqual([]);
}, 180_000);

test("numbers that units below count along are plain text, and the board of the province says so by no link", async () => {
  const admin = await openDesk(
    browser,
    `${system.origin}/quan-tri?unit=khanh-hoa&year=2026`,
    "quan-tri@example.vn",
    15_000,
  );
  await admin.locator(".tile b").first().waitFor();
  expect(await admin.locator(".tile b", { hasText: "chưa rõ" }).count()).toBe(0);
  expect(await admin.locator(".board a.tile, .board a.count").count()).toBe(0);
});
