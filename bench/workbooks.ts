import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExportForm } from "#core/jobs/export-request.ts";
import { beginJob, type JobRequest } from "#core/jobs/job.ts";
import { toInitiativeItem } from "../functions/store/initiatives/initiative-items.ts";
import type { Item } from "../functions/store/table.ts";
import { startStorage } from "../local/standins/storage.ts";
import { buildInitiative } from "../test/support/submissions.ts";
import { commune, province, seedDirectory, testNow, testYear } from "../test/support/units.ts";
import { fillWorkbook, paperCells } from "../test/support/workbooks.ts";
import { putAll } from "./put-all.ts";
import { drawTable, type Row, round } from "./row.ts";
import { runTask } from "./run-task.ts";

/* npm run check:long: peak memory of writing 200,000 and reading 50,000 rows. */
const exported = 200_000;
const imported = 50_000;
const mostMegabytes = 256;
/** infra/jobs.ts sets the second flag too. */
const nodeFlags = ["--max-old-space-size=192", "--max-semi-space-size=16"];

const folder = await mkdtemp(join(tmpdir(), "bench-workbooks-"));
const storage = await startStorage({ dataDir: folder, table: "memory", clock: () => testNow });
const { store, table } = storage;
const rows: Row[] = [];

async function measure(what: string, expected: number, ...task: string[]): Promise<void> {
  const { done, seconds, peak } = await runTask(nodeFlags, storage.env, ...task);
  if (done !== expected) throw new Error(`${what}: ${done} rows`);
  rows.push({
    what: `${what}: ${expected.toLocaleString("en")} rows, most memory of the process`,
    measured: `${round(peak, 0)} MB, ${round(seconds)} s`,
    beside: `at most ${mostMegabytes} MB`,
    reached: peak < mostMegabytes,
  });
  console.log(`${what}: ${round(peak, 0)} MB, ${round(seconds)} s`);
}

async function begin(request: Pick<JobRequest, "kind" | "unit"> & { parameters: Record<string, unknown> }) {
  const id = randomBytes(16).toString("base64url");
  const role = request.kind === "export" ? "reviewer" : "administrator";
  await store.jobs.create(beginJob({ ...request, id, year: testYear }, { staff: "bench", role }, testNow));
  return id;
}

const exportOf = (format: ExportForm["format"]) =>
  begin({ kind: "export", unit: commune.id, parameters: { list: "register", format } });

function* registerItems(): Generator<Item> {
  const item = toInitiativeItem(buildInitiative());
  const names = ["sk", "summary", "entry", "byUnitPk"];
  const shown = Object.fromEntries(names.map((name) => [name, item[name]]));
  for (let number = 1; number <= exported; number++) {
    const id = `DEMO-${String(number).padStart(6, "0")}`;
    const title = `Sáng kiến số ${number}: ${shown.summary.title}`;
    const summary = { ...shown.summary, id, number, title, state: "accepted" };
    yield { ...shown, pk: `INI#${id}`, byUnitSk: String(number).padStart(7, "0"), summary };
  }
}

function* paperRows() {
  for (let n = 1; n <= imported; n++) yield paperCells(`dong-${n}`, commune.id);
}

try {
  const big = join(folder, "big.xlsx");
  const small = join(folder, "small.xlsx");
  await measure("writing XLSX of 12 columns", exported, "xlsx", big, String(exported));
  await measure("writing CSV of 12 columns", exported, "csv", join(folder, "big.csv"), String(exported));
  await measure("writing XLSX of 12 columns", imported, "xlsx", small, String(imported));
  await measure("reading XLSX of 12 columns", imported, "read", small);

  await seedDirectory(store);
  await putAll(table, registerItems());
  await measure("exporting a register as XLSX", exported, "work", await exportOf("xlsx"));
  await measure("exporting a register as CSV", exported, "work", await exportOf("csv"));

  const upload = randomBytes(16).toString("base64url");
  const file = await fillWorkbook({ register: paperRows() });
  await storage.uploads.release(upload, file, "application/octet-stream");
  const parameters = { upload, dryRun: false };
  await measure(
    "importing a register",
    imported,
    "work",
    await begin({ kind: "import", unit: province.id, parameters }),
  );
} finally {
  await storage.stop();
  await rm(folder, { recursive: true });
}
console.log(drawTable(rows));
if (rows.some(({ reached }) => reached === false)) process.exitCode = 1;
