import { randomBytes } from "node:crypto";
import { marshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, it } from "vitest";
import type { CountedFigure } from "#core/figures/figure.ts";
import { verifyHistory } from "#core/initiatives/history.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import type { Move } from "#core/initiatives/lifecycle.ts";
import { firstOpenings } from "#core/initiatives/submission.ts";
import { beginJob, type Job } from "#core/jobs/job.ts";
import type { UnitChange, UnitChangeForm } from "#core/units/change.ts";
import { applyUnitChange } from "#core/units/change-effect.ts";
import { rebuildFigures, reconcileFigures } from "../../functions/figures/rebuild.ts";
import { createJobsHandler, type JobStep } from "../../functions/jobs/handler.ts";
import { createRelocateStep } from "../../functions/jobs/relocate.ts";
import { createDirectoryStore } from "../../functions/store/directory.ts";
import { jobKey } from "../../functions/store/keys.ts";
import { queueEvent } from "../../local/standins/queue.ts";
import { buildDocumentInitiative, buildInitiative, buildTransition } from "../support/submissions.ts";
import { createTestTable } from "../support/table.ts";
import {
  buildCampaign,
  commune,
  communeCouncil,
  neighbour,
  province,
  provinceCouncil,
  seedDirectory,
  staff,
  testNow,
  testYear,
  womensUnion,
} from "../support/units.ts";

/** A fresh system whose clock goes on where a step waits. */
async function openSystem() {
  let now = Date.parse(testNow);
  const clock = () => new Date(now).toISOString();
  const { store, table } = await createTestTable(clock);
  await seedDirectory(store);
  const openDirectory = () => createDirectoryStore(table, clock);
  const relocate = createRelocateStep({
    store,
    openDirectory,
    clock,
    random: (count) => randomBytes(count),
    wait: async (milliseconds) => {
      now += milliseconds;
    },
  });

  const keep = async (unit: string, ...moves: Move[]): Promise<FormInitiative> => {
    const frozen = (await openDirectory().campaignUnits(buildCampaign().id)).get(unit);
    let initiative = buildInitiative({ unit: commune.id });
    if (!frozen) throw new Error(`the campaign froze no ${unit}`);
    initiative = { ...initiative, unit, path: frozen.path, system: frozen.system };
    await store.initiatives.create(initiative);
    for (const move of moves) initiative = await go(initiative, move);
    return initiative;
  };
  const go = async (initiative: FormInitiative, move: Move): Promise<FormInitiative> => {
    const number = await store.initiatives.nextNumber(initiative.unit, initiative.year);
    const transition = buildTransition(initiative, move, number);
    await store.initiatives.save(transition, initiative);
    return transition.initiative;
  };
  const read = async (id: string): Promise<FormInitiative> =>
    (await store.initiatives.get(id)) as FormInitiative;

  const change = async (form: UnitChangeForm): Promise<UnitChange> => {
    const units = await store.units.now();
    const n = (await store.units.changes()).length + 1;
    const by = { id: staff.administrator.id, name: staff.administrator.name };
    const made: UnitChange = { id: `change-${n}`, n, form, document: "1685/NQ-UBTVQH15", by, at: clock() };
    await store.units.save(made, units, applyUnitChange(units, form));
    return made;
  };
  const begin = async (n: number, id = `job-${n}`): Promise<Job> => {
    const request = { id, kind: "relocate", unit: province.id, year: null } as const;
    const by = { staff: staff.administrator.id, role: "administrator" } as const;
    const job = beginJob({ ...request, parameters: { change: String(n) } }, by, clock());
    await store.jobs.create(job);
    return job;
  };
  /** Delivers the job as it is now until it is at its end. */
  const runOut = async (id: string, step: JobStep = relocate): Promise<Job> => {
    const handler = createJobsHandler({ jobs: store.jobs, steps: { relocate: step }, clock, log: () => {} });
    for (let tries = 0; tries < 100; tries++) {
      const job = await store.jobs.get(id);
      if (!job) throw new Error("lost");
      if (job.state !== "waiting" && job.state !== "running") return job;
      const NewImage = marshall({ ...jobKey(job.id), job }, { removeUndefinedValues: true });
      await handler(queueEvent(NewImage));
    }
    throw new Error("no end");
  };
  const counted = async (units: string[]): Promise<CountedFigure[]> =>
    (await Promise.all(units.map((unit) => store.figures.rows(unit, 1990)))).flatMap((each) => each.counted);
  return { store, openDirectory, relocate, keep, go, read, change, begin, runOut, counted };
}

const newUnit = (id: string, parent: string = province.id) => ({
  id,
  code: id,
  name: `Ủy ban MTTQ Việt Nam ${id}`,
  level: "commune" as const,
  system: "front" as const,
  parent,
});
const on = "2026-06-01";
const merge: UnitChangeForm = {
  kind: "merge",
  on,
  units: [commune.id, neighbour.id],
  into: newUnit("xa-moi"),
};

describe("when units merge in the midst of a year", () => {
  it("open dossiers go to the one that takes over, with both paths in their history; closed ones stay, byte for byte", async () => {
    const { store, openDirectory, keep, go, read, change, begin, runOut, counted } = await openSystem();
    const open = {
      fresh: await keep(commune.id),
      numbered: await keep(commune.id, "accept"),
      returned: await keep(neighbour.id, "accept", "return"),
      inCouncil: await keep(commune.id, "accept", "propose", "takeUp"),
      above: await keep(commune.id, "accept", "propose", "recognise", "proposeAbove"),
      below: await keep(womensUnion.id, "accept"),
    };
    const closed = [
      await keep(commune.id, "accept", "propose", "recognise"),
      await keep(neighbour.id, "withdraw"),
      await keep(commune.id, "accept", "refuse"),
    ];
    const cited = buildDocumentInitiative({ year: testYear });
    await store.initiatives.create(cited);
    await reconcileFigures(store);

    const { n } = await change(merge);
    const { id } = await begin(n);
    expect(await runOut(id)).toMatchObject({ state: "done", done: 6, total: 6, outcome: { moved: 6 } });

    const path = ["xa-moi", province.id];
    for (const before of [open.fresh, open.numbered, open.returned, open.inCouncil, open.above]) {
      const after = await read(before.id);
      expect(after).toMatchObject({ unit: "xa-moi", path, number: before.number, state: before.state });
      expect(after.registeredAt).toBe(before.number === null ? undefined : before.unit);
      expect(after.last?.facts).toMatchObject({ fromPath: before.path, toPath: path });
      expect(after.last).toMatchObject({
        move: "transfer",
        from: before.state,
        to: before.state,
        actor: { role: "administrator", staff: staff.administrator.id },
      });
    }
    expect(await read(open.below.id)).toMatchObject({
      unit: womensUnion.id,
      path: [womensUnion.id, ...path],
      number: 1,
    });
    expect((await read(open.below.id)).registeredAt).toBeUndefined();
    for (const before of closed) expect(await read(before.id)).toEqual(before);
    expect(await store.initiatives.get(cited.id)).toEqual(cited);

    // The commune's council has ended with it and the next above takes over; the province's keeps what it had.
    expect(open.inCouncil.council?.id).toBe(communeCouncil.id);
    expect((await read(open.inCouncil.id)).council?.id).toBe(provinceCouncil.id);
    expect((await read(open.above.id)).council).toEqual(open.above.council);

    for (const { id: each } of [...Object.values(open), ...closed]) {
      const found = await store.initiatives.getWithHistory(each);
      const first = found?.initiative as FormInitiative;
      const history = [{ event: first.first, openings: firstOpenings(first) }, ...(found?.events ?? [])];
      expect(verifyHistory(history)).toEqual([]);
    }

    // Numbers stay in the register that gave them; the new unit's own begins at 1, and neither has a gap.
    const numbersOf = async (unit: string) =>
      (await Array.fromAsync(store.initiatives.registerRows(unit, testYear)))
        .map(({ summary }) => summary.number)
        .filter((number) => number !== null);
    const given = await numbersOf(commune.id);
    expect(given).toEqual(given.map((_, i) => i + 1));
    expect(given).toHaveLength(5);
    expect(await numbersOf("xa-moi")).toEqual([]);
    expect((await go(await read(open.fresh.id), "accept")).number).toBe(1);
    expect(await numbersOf("xa-moi")).toEqual([1]);
    // Who has a number keeps it when it is accepted once more.
    const again = await go(await read(open.returned.id), "resubmit");
    expect(again).toMatchObject({ number: 1, registeredAt: neighbour.id });

    const units = await openDirectory().campaignUnits(buildCampaign().id);
    expect(units.get("xa-moi")).toMatchObject({ path, receives: true });
    expect(units.get(commune.id)).toMatchObject({ receives: false });
    expect(units.get(womensUnion.id)).toMatchObject({ path: [womensUnion.id, ...path], receives: true });

    await reconcileFigures(store);
    const everyUnit = [province.id, commune.id, neighbour.id, womensUnion.id, "xa-moi"];
    const folded = await counted(everyUnit);
    await rebuildFigures(store);
    expect(folded).toEqual(await counted(everyUnit));
    const registered = (unit: string) =>
      folded.find((each) => each.unit === unit && each.key === "registered" && each.dimension === "")?.value;
    expect([registered(province.id), registered("xa-moi"), registered(commune.id)]).toEqual([9, 6, 3]);
  });

  it("a step that is killed anywhere is taken again, and a second job finds nothing to move", async () => {
    const { store, relocate, keep, read, change, begin, runOut } = await openSystem();
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push((await keep(commune.id, "accept")).id);
    const below = await keep(womensUnion.id);
    const { n } = await change(merge);
    const { id } = await begin(n);
    let tries = 0;
    const killed: JobStep = async (job) => {
      const next = await relocate(job);
      if (tries++ % 2 === 0) throw new Error("killed before it was written down");
      return next;
    };
    expect(await runOut(id, killed)).toMatchObject({ state: "done" });
    for (const each of ids) {
      const found = await store.initiatives.getWithHistory(each);
      expect(found?.events.filter(({ event }) => event.move === "transfer")).toHaveLength(1);
      expect(found?.initiative.unit).toBe("xa-moi");
    }
    expect((await read(below.id)).path).toEqual([womensUnion.id, "xa-moi", province.id]);
    const second = await begin(n, "again");
    expect(await runOut(second.id)).toMatchObject({ state: "done", done: 0 });
    expect((await read(ids[0] ?? "")).version).toBe(3);
  });

  it("what still arrives at the ended unit, from a page opened before, goes along", async () => {
    const { relocate, keep, read, change, begin, runOut } = await openSystem();
    const { n } = await change(merge);
    const { id } = await begin(n);
    const late: FormInitiative[] = [];
    const meanwhile: JobStep = async (job) => {
      const next = await relocate(job);
      if (late.length === 0) late.push(await keep(neighbour.id));
      return next;
    };
    expect(await runOut(id, meanwhile)).toMatchObject({ state: "done", done: 1 });
    expect((await read(late[0]?.id ?? "")).unit).toBe("xa-moi");
  });

  it("a job of no such change, or of one elsewhere, is refused", async () => {
    const { store, change, begin, runOut } = await openSystem();
    const { n } = await change(merge);
    const elsewhere = { ...(await begin(n)), id: "elsewhere", unit: womensUnion.id };
    await store.jobs.create(elsewhere);
    await begin(2);
    for (const id of ["elsewhere", "job-2"])
      expect(await runOut(id)).toMatchObject({ state: "refused", problem: "unitChange.unknown" });
  });

  it("a dossier goes all the way where the one that took over has ended too before the first job ran", async () => {
    const { keep, read, change, begin, runOut } = await openSystem();
    const dossier = await keep(commune.id, "accept");
    const first = await change(merge);
    const second = await change({
      kind: "split",
      on: "2026-06-10",
      unit: "xa-moi",
      into: [newUnit("xa-dong"), newUnit("xa-tay")],
      receiver: "xa-tay",
    });
    await begin(second.n);
    await begin(first.n);
    await runOut(`job-${second.n}`);
    await runOut(`job-${first.n}`);
    expect(await read(dossier.id)).toMatchObject({
      unit: "xa-tay",
      path: ["xa-tay", province.id],
      registeredAt: commune.id,
      number: 1,
    });
    expect(await read(dossier.id)).toMatchObject({ council: null });
  });
});
