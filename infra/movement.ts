import type { StackContext } from "sst/constructs";
import { createAccounts } from "./accounts.ts";
import { createAnnualReport } from "./annual-report.ts";
import { createApi } from "./api.ts";
import { createDispatch } from "./dispatch.ts";
import { createFailures } from "./failures.ts";
import { createFigures } from "./figures.ts";
import { createHistoryHeads } from "./history-heads.ts";
import { createIdentity } from "./identity.ts";
import { createJobs } from "./jobs.ts";
import { createMail } from "./mail.ts";
import { createNotices } from "./notices.ts";
import { createStorage } from "./storage.ts";
import { createUploads } from "./uploads.ts";
import { createWatch } from "./watch.ts";
import { createWeb } from "./web.ts";

export function movement({ stack }: StackContext): void {
  // SST adds this handler, which nothing uses.
  stack.node.tryRemoveChild("CustomResourceHandler");
  const storage = createStorage(stack);
  const api = createApi(stack, storage);
  const web = createWeb(stack, api, storage.uploads.origin);
  api.serveOrigin(web.origin);
  const identity = createIdentity(stack, web.origin);
  api.signInAt(identity);
  storage.uploads.acceptFrom(web.origin);
  const failures = createFailures(stack, storage);
  createFigures(stack, storage, failures);
  const notices = createNotices(stack, storage, failures, { origin: web.origin, mail: createMail(stack) });
  const jobs = createJobs(stack, storage, failures);
  const accounts = createAccounts(stack, storage, failures, identity);
  createDispatch(stack, storage, failures, { notices, jobs, accounts });
  createUploads(stack, storage, failures);
  createAnnualReport(stack, storage, failures);
  createHistoryHeads(stack, storage, failures.queue);
  createWatch(stack, storage.table);
}
