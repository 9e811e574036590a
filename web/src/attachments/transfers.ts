import { createStore } from "solid-js/store";
import type { UploadInput } from "#core/initiatives/attachment.ts";
import { ProblemError } from "../api.ts";
import { sendFile } from "./send-file.ts";
import { watchVerdict } from "./verdicts.ts";

export interface Transfer {
  done: number;
  id: string | null;
  failure: TransferFailure | null;
}

export interface TransferFailure {
  code: string;
  params?: Record<string, string | number> | undefined;
}

interface Job {
  file: Blob;
  asked: UploadInput;
  abort: AbortController;
}

/* Module state: uploads continue while another step or language is shown. */
const [transfers, setTransfers] = createStore<Record<string, Transfer | undefined>>({});
const jobs = new Map<string, Job>();
let line: Promise<unknown> = Promise.resolve();
let arrived: (key: string, id: string) => void = () => {};

export { transfers };

export function onArrival(listener: (key: string, id: string) => void): void {
  arrived = listener;
}

/** Uploads run one at a time. */
export function startTransfer(key: string, file: Blob, asked: UploadInput): void {
  jobs.set(key, { file, asked, abort: new AbortController() });
  retryTransfer(key);
}

/** False after a page reload, which loses the file. */
export const canRetry = (key: string): boolean => jobs.has(key);

export function retryTransfer(key: string): void {
  setTransfers(key, { done: 0, id: null, failure: null });
  line = line.then(() => run(key));
}

export function retryAfterOffline(): void {
  for (const key of jobs.keys())
    if (transfers[key]?.failure?.code === "attachments.offline") retryTransfer(key);
}

export function dropTransfer(key: string): void {
  jobs.get(key)?.abort.abort();
  jobs.delete(key);
  setTransfers(key, undefined);
}

const attempts = 4;

async function run(key: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const job = jobs.get(key);
    if (!job) return;
    const { file, asked, abort } = job;
    try {
      const id = await sendFile(file, asked, (done) => setTransfers(key, "done", done), abort.signal);
      if (!jobs.delete(key)) return;
      setTransfers(key, { done: 1, id, failure: null });
      watchVerdict(id);
      arrived(key, id);
      return;
    } catch (error) {
      if (abort.signal.aborted) return;
      const wait = waitOf(error);
      if (wait === null || attempt === attempts) {
        setTransfers(key, { done: 0, id: null, failure: explain(error) });
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    }
  }
}

/** Seconds until the retry; null if there is none. */
function waitOf(error: unknown): number | null {
  const held =
    error instanceof ProblemError && (error.code === "rate.limited" || error.code === "store.unavailable");
  return held ? (error.retryAfter ?? 5) : null;
}

function explain(error: unknown): TransferFailure {
  if (!(error instanceof ProblemError)) return { code: "attachments.failed" };
  if (error.code === "offline") return { code: "attachments.offline" };
  return error.errors[0] ?? { code: `problem.${error.code}` };
}
