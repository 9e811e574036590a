import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { ExportForm } from "#core/jobs/export-request.ts";
import { isUnfinished, type JobSummary } from "#core/jobs/job.ts";
import { watch } from "../../../watch.ts";
import { beginExport, drawJobId, readJob, readJobs, readResult } from "../api.ts";

/** Delays between polls, in milliseconds. */
const pauses = { first: 300, growth: 1.4, most: 3_000 };

export interface ExportJobs {
  jobs: Accessor<JobSummary[]>;
  /** Latest job of this page, announced to screen readers. */
  latest: Accessor<JobSummary | null>;
  /** Throws `ProblemError`. */
  begin(year: number | null, form: ExportForm): Promise<void>;
  download(id: string): Promise<void>;
}

export function createExportJobs(given: {
  unit: Accessor<string>;
  open: Accessor<boolean>;
  call: <T>(attempt: () => Promise<T>) => Promise<T>;
  onTrouble: (error: unknown) => void;
}): ExportJobs {
  const { unit, open, call, onTrouble } = given;
  const [jobs, setJobs] = createSignal<JobSummary[]>([]);
  const [begun, setBegun] = createSignal<string | null>(null);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const stop = () => {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
  };
  const put = (job: JobSummary) => {
    const others = jobs().filter(({ id }) => id !== job.id);
    setJobs([job, ...others].sort((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1)));
  };
  const follow = (job: JobSummary, pause = pauses.first) => {
    if (!isUnfinished(job) || !open()) return;
    const poll = async () => {
      try {
        const next = await call(() => readJob(job.id));
        put(next);
        follow(next, Math.min(pause * pauses.growth, pauses.most));
      } catch (error) {
        onTrouble(error);
      }
    };
    timers.set(
      job.id,
      setTimeout(() => void poll(), pause),
    );
  };
  const load = async () => {
    try {
      const found = (await call(() => readJobs(unit()))).jobs.filter(({ kind }) => kind === "export");
      setJobs(found);
      for (const job of found) follow(job);
    } catch (error) {
      onTrouble(error);
    }
  };
  watch(
    () => [open(), unit()] as const,
    ([isOpen]) => {
      stop();
      setBegun(null);
      if (isOpen) void load();
    },
  );
  onCleanup(stop);

  return {
    jobs,
    latest: () => jobs().find(({ id }) => id === begun()) ?? null,
    async begin(year, form) {
      const job = await call(() => beginExport(drawJobId(), unit(), year, form));
      setBegun(job.id);
      put(job);
      follow(job);
    },
    async download(id) {
      const { url } = await call(() => readResult(id));
      location.assign(url);
    },
  };
}
