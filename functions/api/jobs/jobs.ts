import { Hono } from "hono/tiny";
import * as v from "valibot";
import { anyFormOf } from "#core/base/bounds.ts";
import { canonicalJson } from "#core/base/canonical.ts";
import { Problem } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import { under } from "#core/initiatives/submission.ts";
import { beginJob, type Job, JobRequest, jobForms, jobKinds } from "#core/jobs/job.ts";
import { may } from "#core/staff/access.ts";
import { reachOf } from "#core/units/unit.ts";
import type { UploadClaim } from "../../store/uploads.ts";
import { authoriseStaff } from "../authorise.ts";
import { type Ctx, type Env, staffViewer } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { findUnit, unitIn } from "../units/named-unit.ts";
import { answerDownload } from "./download.ts";
import { authoriseExport, isOwnExport } from "./export-access.ts";
import { type JobPlace, mayReadResult, viewJob } from "./view.ts";
import { DownloadView, JobsView, JobView } from "./views.ts";

const scanSeconds = 2;
const latestJobs = 20;

export const jobs = new Hono<Env>()
  .post(
    "/",
    describe(
      jobKinds.map((kind) => `job.begin.${kind}` as const),
      "Begin a job, 202; the same id again is the same job",
      JobView,
      {
        status: 202,
        body: v.strictObject({ ...JobRequest.entries, parameters: v.optional(anyFormOf(jobForms)) }),
      },
    ),
    async (c) => {
      const input = await readJson(c);
      const asked = validate(JobRequest, input);
      if (!asked.ok) {
        // Only viewers who may begin a job at the unit see the validation errors.
        const units = await c.var.deps.store.directory.units();
        const named = units.has(unitIn(input)) ? reachOf(units, unitIn(input)) : [];
        const { kind } = (input ?? {}) as { kind?: unknown };
        const known = jobKinds.find((each) => each === kind);
        authoriseStaff(c, known ? `job.begin.${known}` : "job.list", { units: named });
        throw new Problem("job.invalid", asked.errors);
      }
      const { kind, unit, parameters } = asked.value;
      const { reach, path } = await findUnit(c, unit);
      const general = authoriseStaff(c, `job.begin.${kind}`, { units: reach });
      const { year } = asked.value;
      const role = kind === "export" ? await authoriseExport(c, { parameters, year, path, reach }) : general;
      const form = validate(jobForms[kind], parameters);
      if (!form.ok) throw new Problem("job.invalid", form.errors.map(under("/parameters")));
      const { store, clock } = c.var.deps;
      const by = { staff: c.var.session?.staff.id ?? null, role };
      const job = beginJob({ ...asked.value, parameters: form.value }, by, clock());
      const claim = "upload" in form.value ? await claimFor(c, job, String(form.value.upload)) : null;
      const existing = await store.jobs.create(job, claim);
      if (existing && !isSame(existing, job)) throw new Problem("job.taken");
      return c.json(await viewJob(c, existing ?? job, { reach, path }), 202);
    },
  )
  .get("/:id", describe("job.read", "A job, and how far it has come", JobView), async (c) => {
    const { job, place } = await openJob(c);
    return c.json(await viewJob(c, job, place));
  })
  .get(
    "/:id/result",
    describe("job.read", "What came out of a job: a link good for some minutes", DownloadView, {
      redirects: true,
    }),
    async (c) => {
      const { job, place } = await openJob(c);
      if (!(await mayReadResult(c, job, place))) throw new Problem("access.denied");
      if (job.result === null) throw new Problem("job.notFound");
      return answerDownload(c, { object: job.result, name: job.result.split("/").at(-1) ?? "" });
    },
  );

async function openJob(c: Ctx): Promise<{ job: Job; place: JobPlace }> {
  const id = c.req.param("id") ?? "";
  const job = id.length <= 40 ? await c.var.deps.store.jobs.get(id) : null;
  if (!job) throw new Problem(c.var.session ? "job.notFound" : "session.missing");
  const { reach, path } = await findUnit(c, job.unit);
  authoriseStaff(c, "job.read", { units: reach });
  if (!mayBegin(c, job, reach)) throw new Problem("access.denied");
  return { job, place: { reach, path } };
}

export const unitJobs = new Hono<Env>().get(
  "/:unit/jobs",
  describe("job.list", "The latest jobs of a unit, newest first", JobsView),
  async (c) => {
    const { unit, reach } = await findUnit(c, c.req.param("unit"));
    authoriseStaff(c, "job.list", { units: reach });
    const found = await c.var.deps.store.jobs.latest(unit.id, latestJobs);
    return c.json<JobsView>({ jobs: found.filter((job) => mayBegin(c, job, reach)) });
  },
);

function mayBegin(c: Ctx, job: Pick<Job, "kind" | "requestedBy">, units: string[]): boolean {
  return isOwnExport(c, job) && may(staffViewer(c.var.session), `job.begin.${job.kind}`, { units });
}

/** Returns the claim on a clean workbook. Throws `job.uploadPending` or `job.uploadRefused`. */
async function claimFor(c: Ctx, job: Job, upload: string): Promise<UploadClaim> {
  const { store } = c.var.deps;
  const { arrival, usedBy } = await store.uploads.get(upload);
  if (!arrival) throw new Problem("job.uploadPending", [], scanSeconds);
  if (arrival.state === "refused")
    throw new Problem("job.uploadRefused", [{ pointer: "/parameters/upload", code: arrival.reason }]);
  const before = usedBy?.startsWith("job:") ? await store.jobs.get(usedBy.slice("job:".length)) : null;
  const { type, size } = arrival;
  return {
    file: { id: upload, type, size },
    owner: `job:${job.id}`,
    from: before && handsOver(before, job) ? usedBy : undefined,
  };
}

/** A finished dry run passes its workbook to the following import. */
const handsOver = (before: Job, job: Job) =>
  before.state === "done" &&
  before.parameters.dryRun === true &&
  before.unit === job.unit &&
  before.requestedBy === job.requestedBy;

const isSame = (one: Job, other: Job) =>
  one.kind === other.kind &&
  one.unit === other.unit &&
  one.year === other.year &&
  one.requestedBy === other.requestedBy &&
  canonicalJson(one.parameters) === canonicalJson(other.parameters);
