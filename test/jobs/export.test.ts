import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExportForm, exportLists } from "#core/jobs/export-request.ts";
import { beginJob, isUnfinished, type Job } from "#core/jobs/job.ts";
import type { StaffRole } from "#core/staff/access.ts";
import { readWorkbook } from "../../functions/documents/spreadsheet/workbook-reader.ts";
import { createExportStep } from "../../functions/jobs/export/export.ts";
import { type Bucket, openBucket } from "../../functions/store/aws/objects.ts";
import { type S3, startS3 } from "../../local/standins/s3.ts";
import { bucketConfig } from "../../local/standins/storage.ts";
import { author, buildInitiative, buildTransition } from "../support/submissions.ts";
import { createTestTable } from "../support/table.ts";
import { commune, communeCouncil, province, seedDirectory, testNow, testYear } from "../support/units.ts";

const { store } = await createTestTable(() => testNow);
await seedDirectory(store);

let s3: S3;
let folder = "";
let bucket: Bucket;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "test-export-"));
  s3 = await startS3(folder, { documents: "documents", uploads: "uploads" });
  bucket = openBucket("documents", bucketConfig(s3.endpoint));
});
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true });
});

const begin = (form: ExportForm, role: StaffRole = "reviewer"): Job =>
  beginJob(
    {
      id: randomBytes(16).toString("base64url"),
      kind: "export",
      unit: form.list === "library" ? province.id : commune.id,
      year: testYear,
      parameters: form,
    },
    { staff: "can-bo-suoi-mo", role },
    testNow,
  );

/** Runs a job to its end, each step `times` over as a stream that delivers twice would. */
async function runOut(given: Job, { rowsInStep = 2, times = 1 } = {}): Promise<Job> {
  const step = createExportStep({ store, bucket, clock: () => testNow }, rowsInStep);
  let job = given;
  while (isUnfinished(job)) {
    const before = job;
    for (let n = 0; n < times; n++) job = await step(before);
  }
  return job;
}

async function readResult({ result }: Job): Promise<unknown[][]> {
  const bytes = await bucket.get(result ?? "");
  if (result?.endsWith(".csv")) return parse(Buffer.from(bytes), { bom: true });
  const parts = await Array.fromAsync(readWorkbook(bytes));
  return parts.flatMap((part) =>
    part.kind === "row"
      ? [Array.from(part.cells.values(), (cell) => ("value" in cell ? cell.value : cell))]
      : [],
  );
}

/** Seven dossiers in the register, the fifth with a wicked title; one of them proposed. */
const wicked = "=cmd|' /C calc'!A0";
beforeAll(async () => {
  for (let n = 1; n <= 7; n++) {
    const title = n === 5 ? wicked : `Sáng kiến số ${n} về ủ phân hữu cơ`;
    const initiative = buildInitiative({ application: { title } });
    await store.initiatives.create(initiative);
    const accepted = buildTransition(initiative, "accept", n);
    await store.initiatives.save(accepted, initiative);
  }
});

describe("an export of the register", () => {
  it("is the same in one step, in many, and when each runs twice", async () => {
    const whole = await runOut(begin({ list: "register", format: "xlsx" }), { rowsInStep: 100 });
    const steps = await runOut(begin({ list: "register", format: "xlsx" }), { times: 2 });
    expect([whole.done, steps.done, steps.total]).toEqual([7, 7, 7]);
    const rows = await readResult(whole);
    expect(rows).toHaveLength(8);
    expect(rows.slice(1).map(([number]) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await readResult(steps)).toEqual(rows);
    expect(steps.version).toBeGreaterThan(whole.version);
  });

  it("is named in ASCII and leaves nothing else in the bucket", async () => {
    const { id, result } = await runOut(begin({ list: "register", format: "csv" }));
    expect(result).toBe(`jobs/${id}/so-tiep-nhan_xa-suoi-mo_2026_2026-06-15.csv`);
    expect(await bucket.list(`jobs/${id}`)).toEqual([result]);
  });

  it("has contacts for the reviewer alone, and birth dates for nobody", async () => {
    const text = async (role: StaffRole, format: ExportForm["format"]) =>
      JSON.stringify(await readResult(await runOut(begin({ list: "register", format }, role))));
    for (const format of ["xlsx", "csv"] as const) {
      expect(await text("reviewer", format)).toContain("anh.tuyet@example.vn");
      const above = await text("administrator", format);
      for (const personal of ["anh.tuyet@example.vn", "0912", "Điện thoại"])
        expect(above).not.toContain(personal);
      for (const each of [above, await text("reviewer", format)])
        expect(each).not.toMatch(/1984-03-08|08\/03\/1984/);
    }
  });

  it("holds a title that begins as a formula does, and in CSV does not let it run", async () => {
    const [xlsx, csv] = await Promise.all(
      (["xlsx", "csv"] as const).map(async (format) =>
        readResult(await runOut(begin({ list: "register", format }))),
      ),
    );
    expect(xlsx?.flat()).toContain(wicked);
    expect(csv?.flat()).toContain(`'${wicked}`);
    expect(csv?.flat()).not.toContain(wicked);
  });
});

describe("exports of other lists", () => {
  it.each(exportLists)("%s can be taken along in both formats", async (list) => {
    for (const format of ["xlsx", "csv"] as const) {
      const form = { list, format, ...(list === "councilQueue" ? { council: communeCouncil.id } : {}) };
      const job = await runOut(begin(form));
      expect((await readResult(job)).length).toBe(job.done + 1);
    }
  });

  it("go through every state of an inbox, or one", async () => {
    const all = await runOut(begin({ list: "inbox", format: "csv" }));
    const returned = await runOut(begin({ list: "inbox", format: "csv", state: "returned" }));
    expect([all.done, returned.done]).toEqual([7, 0]);
  });

  it("name no author in the library", async () => {
    const job = await runOut(begin({ list: "library", format: "csv" }));
    expect(JSON.stringify(await readResult(job))).not.toContain(author.fullName);
  });
});

it("sends what is larger than a part of S3 in parts, and shows it whole", async () => {
  const chunk = randomBytes(3_000_000);
  const chunks = async function* () {
    for (let n = 0; n < 6; n++) yield chunk;
  };
  await bucket.putStream("jobs/large", chunks(), "application/octet-stream");
  expect(Buffer.from(await bucket.get("jobs/large")).equals(Buffer.concat(Array(6).fill(chunk)))).toBe(true);
  const broken = async function* () {
    yield* chunks();
    throw new Error("broken off");
  };
  await expect(bucket.putStream("jobs/broken", broken(), "text/csv")).rejects.toThrow("broken off");
  expect(await bucket.list("jobs/broken")).toEqual([]);
});
