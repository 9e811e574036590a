import { randomBytes } from "node:crypto";
import { beginJob, isUnfinished, type Job } from "#core/jobs/job.ts";
import type { StaffRole } from "#core/staff/access.ts";
import { createImportStep } from "../../functions/jobs/import/import.ts";
import type { Store } from "../../functions/store/store.ts";

interface ImportSettings {
  unit?: string | null;
  /** Role of the sender. */
  role?: StaffRole;
  dryRun?: boolean;
  clock?: () => string;
  progress?: (job: Job) => void;
}

/** Returns the finished job and, if refused, the marked copy. */
export async function runImport(
  store: Store,
  file: Uint8Array,
  {
    unit = null,
    role = "administrator",
    dryRun = false,
    clock = () => new Date().toISOString(),
    progress,
  }: ImportSettings = {},
): Promise<{ job: Job; copy: Uint8Array | null }> {
  const objects = new Map<string, Uint8Array>();
  const step = createImportStep({
    store,
    openDirectory: () => store.directory,
    bucket: {
      put: async (key, bytes) => void objects.set(key, bytes),
      get: async (key) => objects.get(key) ?? Promise.reject(new Error(`no object ${key}`)),
      remove: async (key) => void objects.delete(key),
    },
    readFile: async () => file,
    removeFile: async () => {},
    clock,
    random: (count) => randomBytes(count),
  });
  const parameters = { dryRun };
  const request = {
    id: randomBytes(16).toString("base64url"),
    kind: "import",
    year: null,
    parameters,
  } as const;
  const by = { staff: null, role: unit === null ? null : role };
  let job = beginJob({ ...request, unit: unit ?? "" }, by, clock());
  while (isUnfinished(job)) {
    job = await step(job);
    progress?.(job);
  }
  return { job, copy: objects.get(job.result ?? "") ?? null };
}
