import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { InitiativeSummary } from "#core/initiatives/initiative.ts";
import { beginJob, isUnfinished, type Job } from "#core/jobs/job.ts";
import type { StaffRole } from "#core/staff/access.ts";
import { readWorkbook } from "../../functions/documents/spreadsheet/workbook-reader.ts";
import { createImportStep } from "../../functions/jobs/import/import.ts";
import { createDirectoryStore } from "../../functions/store/directory.ts";
import { createTestTable } from "../support/table.ts";
import { commune, neighbour, province, seedDirectory, testNow } from "../support/units.ts";
import { fillWorkbook, paperCells, type RowCells } from "../support/workbooks.ts";

const { store, table } = await createTestTable(() => testNow);
await seedDirectory(store);

const objects = new Map<string, Uint8Array>();
const files = new Map<string, Uint8Array>();
const bucket = {
  put: async (key: string, bytes: Uint8Array) => void objects.set(key, bytes),
  get: async (key: string) => objects.get(key) ?? Promise.reject(new Error(`no ${key}`)),
  remove: async (key: string) => void objects.delete(key),
};
const step = createImportStep({
  store,
  openDirectory: () => createDirectoryStore(table, () => testNow),
  bucket,
  readFile: async ({ id }) => files.get(id) ?? Promise.reject(new Error("no file")),
  removeFile: async ({ id }) => void files.delete(id),
  clock: () => testNow,
  random: (count) => randomBytes(count),
});

interface By {
  unit?: string;
  role?: StaffRole | null;
  dryRun?: boolean;
}

const begin = (
  file: Uint8Array,
  { unit = province.id, role = "administrator", dryRun = false }: By = {},
): Job => {
  const id = randomBytes(16).toString("base64url");
  files.set(id, file);
  return beginJob(
    { id, kind: "import", unit, year: 2026, parameters: { upload: id, dryRun } },
    { staff: "thu-nghiem", role },
    testNow,
  );
};

/** Runs a job to its end; `disturb` looks at it after each step. */
async function run(file: Uint8Array, by: By = {}, disturb = async (_: Job) => {}): Promise<Job> {
  let job = begin(file, by);
  while (isUnfinished(job)) {
    job = await step(job);
    await disturb(job);
  }
  return job;
}

const listOf = async (unit: string) => {
  const found: InitiativeSummary[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof store.initiatives.register>> = await store.initiatives.register(
      unit,
      2026,
      cursor,
      500,
    );
    found.push(...page.rows.map(({ summary }) => summary));
    cursor = page.cursor;
  } while (cursor);
  return found;
};

const register = (rows: Iterable<RowCells>) => fillWorkbook({ register: rows });
const errorsOf = (job: Job) => job.errors.map(({ cell, code }) => `${cell} ${code}`);

describe("an import of paper dossiers", () => {
  it("enters them under the register's next numbers, and the same file twice changes nothing", async () => {
    const file = await register([
      paperCells("A1", commune.id),
      paperCells("A2", commune.id, { acceptedOn: { day: "2026-03-05" } }),
      paperCells("A3", `${commune.name} (${commune.id})`, { acceptedOn: "6/3/2026" }),
    ]);
    const job = await run(file);
    expect(job).toMatchObject({
      state: "done",
      done: 3,
      total: 3,
      outcome: { created: 3, unchanged: 0 },
      errors: [],
    });
    const items = await listOf(commune.id);
    expect(items.map(({ title, number, state }) => [title, number, state])).toEqual([
      ["Tổ tiết kiệm mùa lũ A2", 1, "accepted"],
      ["Tổ tiết kiệm mùa lũ A3", 2, "accepted"],
      ["Tổ tiết kiệm mùa lũ A1", null, "registered"],
    ]);
    expect([...objects.keys()]).toEqual([]);
    const again = await run(file);
    expect(again).toMatchObject({ state: "done", outcome: { created: 0, unchanged: 3 } });
    expect(await listOf(commune.id)).toEqual(items);
    const found = await store.initiatives.getWithHistory(items[0]?.id ?? "");
    expect(found?.initiative).toMatchObject({ channel: "paper", receivedAt: "2026-03-01T17:00:00.000Z" });
    expect(found?.events.map(({ event }) => [event.move, event.actor])).toEqual([
      ["accept", { role: "import", staff: "thu-nghiem" }],
    ]);
  });

  it("refuses a key that stands for something else", async () => {
    const job = await run(await register([paperCells("A1", commune.id, { title: "Một việc khác" })]));
    expect(job).toMatchObject({ state: "refused", errorCount: 1 });
    expect(errorsOf(job)).toEqual(["A2 row.differs"]);
  });

  it("says by cell all that is wrong, marks it in a copy, and has written nothing", async () => {
    const before = await listOf(neighbour.id);
    const file = await register([
      paperCells("B1", neighbour.id),
      paperCells("B1", neighbour.id),
      paperCells("B2", "xa-khong-co"),
      paperCells("B3", neighbour.id, { receivedOn: "31/02/2026" }),
      paperCells("B4", neighbour.id, { kind: "Chuyện lạ", share1: 50 }),
      paperCells("B5", neighbour.id, { title: null, birthDate1: { day: "2960-01-01" } }),
      paperCells("B6", neighbour.id, { phone: null }),
    ]);
    const job = await run(file);
    expect(job.state).toBe("refused");
    expect(errorsOf(job)).toEqual([
      "A3 row.twice",
      "B4 row.unit.unknown",
      "D5 cell.day",
      "G6 cell.choice",
      "N6 authors.shares",
      "F7 cell.required",
      "J7 person.birthDate.implausible",
      "AP8 contact.required",
    ]);
    expect(await listOf(neighbour.id)).toEqual(before);
    const copy = objects.get(job.result ?? "");
    if (!copy) throw new Error("no copy");
    const said: string[] = [];
    for await (const part of readWorkbook(copy))
      if (part.kind === "row")
        for (const cell of part.cells.values())
          if (cell.kind === "text" && cell.value.includes(": ")) said.push(`${part.row} ${cell.value}`);
    expect(said.some((each) => each.startsWith("5 Ngày nhận"))).toBe(true);
    // The copy is a workbook to be sent again: the same faults, nothing more.
    expect(errorsOf(await run(copy))).toEqual(errorsOf(job));
  });

  it("tells faults of every kind in one reading, also those of a row that is at fault elsewhere", async () => {
    const file = await register([
      paperCells("N1", commune.id, { title: "", share1: 60 }),
      paperCells("N1", "xa-khong-co", { birthDate1: "35/13/1980", phone: "09123456789" }),
      paperCells("N3", commune.id, {
        fullName2: "Lê Văn Hai",
        birthDate2: { day: "1990-01-01" },
        workplace2: "Xã Suối Mơ",
        share1: 60,
        share2: 30,
        receivedOn: { day: "2099-01-01" },
        campaign: "dot-khong-co",
      }),
      paperCells("N4", "xa-khong-co", { kind: "Không rõ", birthDate1: { day: "2960-01-01" } }),
      paperCells("N5", commune.id, { substance: "", acceptedOn: { day: "2026-03-01" } }),
      paperCells("N5", commune.id, { field: "Không rõ" }),
    ]);
    const { state, errors } = await run(file);
    const told = errors.map(({ cell, code }) => `${cell.replace(/^[A-Z]+/, "")} ${code}`);
    expect(state).toBe("refused");
    expect(told.toSorted()).toEqual(
      [
        "2 cell.required",
        "2 authors.shares",
        "3 row.unit.unknown",
        "3 cell.day",
        "3 contact.phone.mobile",
        "4 authors.shares",
        "4 row.day.future",
        "4 row.campaign.none",
        "5 row.unit.unknown",
        "5 cell.choice",
        "5 person.birthDate.implausible",
        "6 cell.required",
        "6 row.accepted.early",
        "7 cell.choice",
        "7 row.twice",
      ].toSorted(),
    );
  });

  it("stops at the check where it runs dry, and says what it would do", async () => {
    const job = await run(await register([paperCells("C1", commune.id)]), { dryRun: true });
    expect(job).toMatchObject({ state: "done", outcome: { created: 1 } });
    expect(files.size).toBeGreaterThan(0);
    expect(await listOf(commune.id)).toHaveLength(3);
  });

  it("keeps to what lies below the unit of whoever asks", async () => {
    const file = await register([paperCells("D1", neighbour.id)]);
    expect(errorsOf(await run(file, { unit: commune.id, role: "reviewer" }))).toEqual([
      "B2 row.unit.outside",
    ]);
    const units = await fillWorkbook({ units: [] });
    expect((await run(units, { unit: commune.id, role: "reviewer" })).state).toBe("refused");
  });

  it("that is killed and begun again at any step writes each row once", async () => {
    const rows = Array.from({ length: 1_100 }, (_, n) =>
      paperCells(`E${n}`, neighbour.id, n % 3 ? {} : { acceptedOn: { day: "2026-03-09" } }),
    );
    // Each step is made a second time, as after a crash before its write.
    let last: Job | null = null;
    const job = await run(await register(rows), {}, async (next) => {
      if (last && isUnfinished(last) && last.cursor !== null) await step(last).catch(() => {});
      last = next;
    });
    expect(job).toMatchObject({ state: "done", done: 1_100 });
    const listed = await listOf(neighbour.id);
    expect(listed).toHaveLength(1_100);
    expect(listed.flatMap(({ number }) => number ?? [])).toEqual(
      Array.from({ length: 367 }, (_, n) => n + 1),
    );
  }, 60_000);
});
