import { type Accessor, createSignal, onCleanup } from "solid-js";
import { isUnfinished } from "#core/jobs/job.ts";
import type { JobView } from "../../../../functions/api/jobs/views.ts";
import { watch } from "../../watch.ts";
import { useSession } from "../parts/session.tsx";
import { drawJobId, readJob } from "./api.ts";

const pauses = { first: 300, growth: 1.3, most: 3_000 };

interface Outcome {
  onEnd: (job: JobView) => void;
  onTrouble: (error: unknown) => void;
}

/** Polls a job until it ends; ignores responses for a previous id. */
export function followJob(given: Outcome & { id: Accessor<string | null> }) {
  const { call } = useSession();
  const [job, setJob] = createSignal<JobView | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const poll = async (id: string, pause: number) => {
    try {
      const found = await call(() => readJob(id));
      if (given.id() !== id) return;
      const before = job();
      setJob(found);
      if (isUnfinished(found)) timer = setTimeout(() => void poll(id, next(pause)), pause);
      else if (before && isUnfinished(before)) given.onEnd(found);
    } catch (error) {
      if (given.id() === id) given.onTrouble(error);
    }
  };
  const next = (pause: number) => Math.min(pause * pauses.growth, pauses.most);
  watch(given.id, (id) => {
    clearTimeout(timer);
    if (job()?.id !== id) setJob(null);
    if (id !== null) void poll(id, pauses.first);
  });
  onCleanup(() => clearTimeout(timer));
  return { job, put: (begun: JobView) => setJob(begun) };
}

export function createJob(given: Outcome) {
  const { call } = useSession();
  const [id, setId] = createSignal<string | null>(null);
  const { job, put } = followJob({ ...given, id });
  const follow = (begun: JobView) => {
    put(begun);
    setId(begun.id);
  };
  return {
    id,
    job,
    follow,
    isRunning: () => {
      const current = job();
      return current !== null && isUnfinished(current);
    },
    begin: async (attempt: (id: string) => Promise<JobView>) =>
      follow(await call(() => attempt(drawJobId()))),
    forget: () => setId(null),
  };
}
