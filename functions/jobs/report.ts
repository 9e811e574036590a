import { Problem } from "#core/base/problems.ts";
import { advanceJob, type Job } from "#core/jobs/job.ts";
import type { ReportLayout } from "#core/jobs/report-layout.ts";
import type { Store } from "../store/store.ts";
import type { JobStep } from "./handler.ts";
import type { ReportHandler } from "./report-making/making.ts";

interface ReportStepDeps {
  reports: ReportHandler;
  runs: Pick<Store["reportRuns"], "notify">;
  staff: Pick<Store["staff"], "byId">;
  clock: () => string;
}

export function createReportStep({ reports, runs, staff, clock }: ReportStepDeps): JobStep {
  const work = async ({ unit, parameters, requestedBy }: Job): Promise<Record<string, number>> => {
    const place = { unit, from: String(parameters.from), to: String(parameters.to) };
    switch (parameters.task) {
      case "issue":
        await reports.issue(place);
        return {};
      case "verify": {
        const { files, moved } = await reports.verify(place);
        return { wrong: files.filter(({ ok }) => !ok).length, moved: moved.length };
      }
      default: {
        const person = requestedBy === null ? null : await staff.byId(requestedBy);
        const by = person && { id: person.id, name: person.name };
        const layout = (parameters.layout as ReportLayout) ?? null;
        const { made } = await reports.make(place, by, layout, (parameters.padNumbers as boolean) ?? null);
        if (parameters.run) {
          const [run, root] = [String(parameters.run), String(parameters.root)];
          await runs.notify({ run, root, unit, year: Number(place.to) });
        }
        return { figures: made.figures.length, warnings: made.warnings.length };
      }
    }
  };
  return async (job) => {
    try {
      return advanceJob(job, { state: "done", done: 1, total: 1, outcome: await work(job) }, clock());
    } catch (error) {
      // Refusals by the report's rules end the job; other faults are retried.
      if (!(error instanceof Problem) || error.code === "version.conflict" || error.status >= 500)
        throw error;
      return advanceJob(job, { state: "refused", problem: `problem.${error.code}` }, clock());
    }
  };
}
