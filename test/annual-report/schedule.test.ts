import { afterAll, beforeAll, expect, test } from "vitest";
import type { Campaign } from "#core/campaigns/campaign.ts";
import { freezeUnits } from "#core/campaigns/tree.ts";
import { isRunOver } from "#core/report/run.ts";
import type { Staff } from "#core/staff/staff.ts";
import { createAnnualReportHandler } from "../../functions/annual-report/handler.ts";
import { fileKey } from "../../functions/jobs/report-making/files.ts";
import type { System } from "../../local/system.ts";
import { readMail } from "../support/mail.ts";
import { startTestSystem } from "../support/system.ts";
import { buildCampaign } from "../support/units.ts";
import { waitFor } from "../support/wait.ts";

const now = "2026-12-25T00:00:00.000Z";
const clock = () => now;
const root = "khanh-hoa";

let system: System;
beforeAll(async () => {
  system = await startTestSystem({ clock });
}, 60_000);
afterAll(() => system.stop());

const person = (id: string, unit: string, role: "reviewer" | "administrator" = "reviewer"): Staff => ({
  id,
  name: `Người phụ trách ${unit}`,
  email: `${id}@phu-trach.example.vn`,
  grants: [{ role, unit }],
  active: true,
  version: 1,
});

test("the schedule's event leads to one report and one letter for each of the 65 communes, and one of the whole for the province", {
  timeout: 120_000,
}, async () => {
  const { store, bucket, mailViewer } = system;
  const units = await store.directory.units();
  // The example's own campaign has its day later.
  for (const demo of await store.directory.campaigns())
    await store.directory.putCampaign({ ...demo, reportOn: "2027-01-31" });
  const campaign: Campaign = buildCampaign({ id: "ca-tinh-2026", unit: root, councils: [] });
  // The province's own tree; the Front's organisations beside it have theirs.
  const tree = freezeUnits(units, campaign, new Set()).filter(({ system }) => system === "government");
  await store.directory.putCampaign(campaign);
  for (const each of tree) await store.directory.putCampaignUnit(campaign.id, each);
  const communes = tree.filter(({ level }) => level === "commune").map(({ id }) => id);
  expect(communes).toHaveLength(65);
  // All but the last have somebody.
  const people = communes.slice(0, -1).map((id) => person(`phu-trach-${id}`, id));
  const head = person("dung-dau-tinh", root, "administrator");
  for (const each of [...people, head]) await store.staff.put(each);

  const handle = createAnnualReportHandler({ store, clock, measure: () => {} });
  const event = { scheduledAt: "2026-12-25T00:00:00Z" };
  const { runs } = await handle(event);
  const run = runs.find((each) => each.campaign === campaign.id);
  if (!run) throw new Error("no run was begun");
  expect(run.units.toSorted()).toEqual([root, ...communes].toSorted());
  const isOver = async () => isRunOver(run, await store.reportRuns.jobsOf(run)) || Promise.reject();
  // Each time it reads the jobs of all units.
  await waitFor(isOver, 100_000, 500);

  // Each unit has its one report, whole, and the record points to it.
  for (const unit of run.units) {
    const [report, ...others] = await store.reports.list(unit);
    expect([report?.from, report?.to, report?.state, others]).toEqual(["2026", "2026", "draft", []]);
    const made = report?.made;
    const kept = await bucket.list(`reports/${unit}/`);
    expect(kept).toEqual(
      expect.arrayContaining(made?.files.map((format) => fileKey(made.prefix, format)) ?? ["nothing"]),
    );
    expect(kept.every((key) => key.startsWith(made?.prefix ?? "-"))).toBe(true);
  }

  // Each of those responsible has one letter, the province's administrator the one of the whole.
  const letters = (email: string) => readMail(mailViewer, email);
  const [sum] = await waitFor(async () => {
    const found = await letters(head.email);
    return found.length > 0 ? found : Promise.reject();
  });
  for (const { email } of people)
    await expect.poll(async () => (await letters(email)).length, { timeout: 40_000 }).toBe(1);
  const [first] = await letters(people[0]?.email ?? "");
  expect(first?.subject).toContain("đã lập xong, chờ xem lại");
  expect(first?.body.text).toContain(`/quan-tri/bao-cao/${communes[0]}~2026~2026`);
  const nobody = units.get(communes.at(-1) ?? "")?.name;
  expect(sum?.subject).toContain("đã lập 66/66 đơn vị");
  expect(sum?.body.text).toContain(`Chưa có ai phụ trách: ${nobody}.`);
  expect(sum?.body.text).toContain(`/quan-tri/lan-lap-bao-cao/${root}~${run.id}`);

  // Sent again, the event begins nothing and nobody is written to twice.
  expect((await handle(event)).runs).toContainEqual(run);
  await waitFor(isOver);
  expect(await letters(head.email)).toHaveLength(1);
});
