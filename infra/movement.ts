import type { StackContext } from "sst/constructs";
import { createApi } from "./api.ts";
import { createFailures } from "./failures.ts";
import { createFold } from "./fold.ts";
import { createHeads } from "./heads.ts";
import { createIdentity } from "./identity.ts";
import { createMail } from "./mail.ts";
import { createReceipts } from "./receipts.ts";
import { createSchedule } from "./schedule.ts";
import { createStorage } from "./storage.ts";
import { createUploads } from "./uploads.ts";
import { createWatch } from "./watch.ts";
import { createWeb } from "./web.ts";
import { createWork } from "./work.ts";

/** The whole system as one stack. */
export function movement({ stack }: StackContext): void {
  // SST's handler of custom resources: none is used here, so the stack keeps no function that nobody calls.
  stack.node.tryRemoveChild("CustomResourceHandler");
  const storage = createStorage(stack);
  const api = createApi(stack, storage);
  const web = createWeb(stack, api, storage.uploads.origin);
  api.serveOrigin(web.origin);
  const identity = createIdentity(stack, web.origin);
  api.signInAt(identity);
  storage.uploads.acceptFrom(web.origin);
  const failures = createFailures(stack, storage);
  createFold(stack, storage, failures);
  createReceipts(stack, storage, failures, { origin: web.origin, mail: createMail(stack), identity });
  createUploads(stack, storage, failures);
  createWork(stack, storage, failures);
  createSchedule(stack, storage, failures);
  createHeads(stack, storage, failures.queue);
  createWatch(stack, storage.table);
}
