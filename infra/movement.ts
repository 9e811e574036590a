import type { StackContext } from "sst/constructs";
import { createApi } from "./api.ts";
import { createHeads } from "./heads.ts";
import { createIdentity } from "./identity.ts";
import { createJobs } from "./jobs.ts";
import { createMail } from "./mail.ts";
import { createStorage } from "./storage.ts";
import { createWatch } from "./watch.ts";
import { createWeb } from "./web.ts";

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
  const { failed } = createJobs(stack, storage, { origin: web.origin, mail: createMail(stack), identity });
  createHeads(stack, storage, failed);
  createWatch(stack, storage.table);
}
