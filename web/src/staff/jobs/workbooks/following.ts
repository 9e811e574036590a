import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import { isUnfinished } from "#core/jobs/job.ts";
import type { JobView } from "../../../../../functions/api/jobs/views.ts";
import { readJob } from "../exports/api.ts";

const pauses = { first: 300, growth: 1.3, most: 3_000 };

/** Polls a job until it ends; answers for a previous id are dropped. */
export function followJob(given: {
  id: Accessor<string | null>;
  call: <T>(attempt: () => Promise<T>) => Promise<T>;
  onEnd: (job: JobView) => void;
  onTrouble: (error: unknown) => void;
}): { job: Accessor<JobView | null>; put: (job: JobView) => void } {
  const [job, setJob] = createSignal<JobView | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (id: string, pause: number) => {
    try {
      const found = await given.call(() => readJob(id));
      if (given.id() !== id) return;
      const before = job();
      setJob(found);
      if (isUnfinished(found)) timer = setTimeout(() => void look(id, next(pause)), pause);
      else if (before && isUnfinished(before)) given.onEnd(found);
    } catch (error) {
      if (given.id() === id) given.onTrouble(error);
    }
  };
  const next = (pause: number) => Math.min(pause * pauses.growth, pauses.most);
  createEffect(
    on(given.id, (id) => {
      clearTimeout(timer);
      if (job()?.id !== id) setJob(null);
      if (id !== null) void look(id, pauses.first);
    }),
  );
  onCleanup(() => clearTimeout(timer));
  return { job, put: setJob };
}
