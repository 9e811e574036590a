import { expect, test } from "vitest";
import { verifyHistory } from "#core/initiatives/history.ts";
import { states } from "#core/initiatives/lifecycle.ts";
import { firstOpenings } from "#core/initiatives/submission.ts";
import { launchChromium } from "../support/chromium.ts";
import { buildInitiative, buildTransition } from "../support/submissions.ts";
import { createTestTable } from "../support/table.ts";
import { commune, seedDirectory, staff } from "../support/units.ts";

const { store, openSecondStore, countRequests } = await createTestTable();

test("the directory that tests start from is read back whole", async () => {
  await seedDirectory(store);
  const fresh = openSecondStore();
  expect([...(await fresh.directory.units()).keys()]).toContain(commune.id);
  expect((await fresh.directory.campaignUnits("dot-2026")).get(commune.id)?.receives).toBe(true);
  expect(await fresh.staff.byEmail(staff.reviewer.email)).toEqual(staff.reviewer);
});

test("the record that tests start from can be submitted and moved, and requests are counted by name", async () => {
  const initiative = buildInitiative();
  const created = await countRequests(() => store.initiatives.create(initiative));
  expect(created).toEqual({ result: null, requests: ["PutItem"] });
  const accepted = buildTransition(initiative, "accept");
  const saved = await countRequests(() => store.initiatives.save(accepted, initiative));
  expect(saved.requests).toEqual(["TransactWriteItems"]);
  const history = [
    { event: initiative.first, openings: firstOpenings(initiative) },
    { event: accepted.event, openings: accepted.openings },
  ];
  expect(verifyHistory(history)).toEqual([]);
  expect(states).toContain(accepted.initiative.state);
});

test("Chromium is found and starts", async () => {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setContent("<h1>Đoàn kết sáng tạo</h1>");
    expect(await page.textContent("h1")).toBe("Đoàn kết sáng tạo");
  } finally {
    await browser.close();
  }
});
