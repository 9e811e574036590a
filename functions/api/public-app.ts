import { Hono } from "hono/tiny";
import { createBase } from "./base.ts";
import type { Deps, Env } from "./context.ts";
import { accessKeys } from "./routes/access-keys.ts";
import { campaigns } from "./routes/campaigns.ts";
import { challenges } from "./routes/challenges.ts";
import { coAuthors } from "./routes/co-authors.ts";
import { decisionCorrections } from "./routes/decision-corrections.ts";
import { drafts } from "./routes/drafts.ts";
import { files } from "./routes/files.ts";
import { initiatives } from "./routes/initiatives.ts";
import { library } from "./routes/library.ts";
import { personalData } from "./routes/personal-data.ts";
import { receipts } from "./routes/receipts.ts";
import { uploads } from "./routes/uploads.ts";

/** What the public's pages ask for; members of staff open and move dossiers by the same addresses. */
export const publicRoutes = new Hono<Env>()
  .route("/campaigns", campaigns)
  .route("/challenges", challenges)
  .route("/initiatives", initiatives)
  .route("/initiatives", files)
  .route("/initiatives", coAuthors)
  .route("/initiatives", personalData)
  .route("/initiatives", decisionCorrections)
  .route("/initiatives", receipts)
  .route("/access-keys", accessKeys)
  .route("/library", library)
  .route("/drafts", drafts)
  .route("/uploads", uploads);

/** The public's part of the API, for a function of its own: small, so that a submission after a quiet night waits for little. */
export const createPublicApp = (deps: Deps) => createBase(deps).route("/", publicRoutes);
