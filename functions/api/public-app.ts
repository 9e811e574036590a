import { Hono } from "hono/tiny";
import { createBase } from "./base.ts";
import { campaigns } from "./campaigns/campaigns.ts";
import type { Deps, Env } from "./context.ts";
import { accessKeys } from "./initiatives/access-keys.ts";
import { challenges } from "./initiatives/challenges.ts";
import { coAuthors } from "./initiatives/co-authors.ts";
import { decisionCorrections } from "./initiatives/decision-corrections.ts";
import { drafts } from "./initiatives/drafts.ts";
import { files } from "./initiatives/files.ts";
import { initiatives } from "./initiatives/initiatives.ts";
import { personalData } from "./initiatives/personal-data.ts";
import { receipts } from "./initiatives/receipts.ts";
import { uploads } from "./initiatives/uploads.ts";
import { library } from "./library/library.ts";

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

export const createPublicApp = (deps: Deps) => createBase(deps).route("/", publicRoutes);
