import { Hono } from "hono/tiny";
import { describeRoute, generateSpecs } from "hono-openapi";
import { Problem } from "../core/problems.ts";
import type { Deps, Env } from "./context.ts";
import { describe } from "./describe.ts";
import { type ApiDocument, renderDocs } from "./docs-page.ts";
import { answerProblem } from "./middleware/problem.ts";
import { limitBody, prepareRequest, requireJson } from "./middleware/request.ts";
import { identify } from "./middleware/session.ts";
import { accessKeys } from "./routes/access-keys.ts";
import { campaignDesk } from "./routes/campaign-desk.ts";
import { campaigns } from "./routes/campaigns.ts";
import { challenges } from "./routes/challenges.ts";
import { coAuthors } from "./routes/co-authors.ts";
import { declaredFigures } from "./routes/declared-figures.ts";
import { documents } from "./routes/documents.ts";
import { drafts } from "./routes/drafts.ts";
import { figures } from "./routes/figures.ts";
import { initiatives } from "./routes/initiatives.ts";
import { jobs, unitJobs } from "./routes/jobs.ts";
import { councils, library, unitLists } from "./routes/lists.ts";
import { personalData } from "./routes/personal-data.ts";
import { receipts } from "./routes/receipts.ts";
import { series } from "./routes/series.ts";
import { session } from "./routes/session.ts";
import { staff } from "./routes/staff.ts";
import { unitChanges, unitTrees } from "./routes/units.ts";
import { uploads } from "./routes/uploads.ts";

const info = {
  title: "Đoàn kết sáng tạo",
  version: "1",
  description: "The movement's initiatives, from submission to report",
};

/** The whole API over what it is given. The Lambda and the server on one machine differ in what they give. */
export function createApp(deps: Deps) {
  const app = new Hono<Env>()
    .basePath("/api")
    .use(prepareRequest(deps))
    .use(limitBody)
    .use(requireJson)
    .use(identify)
    .get("/health", describe({ action: "health.read", summary: "Whether the API answers" }), (c) =>
      c.json({ status: "ok" }),
    )
    .route("/campaigns", campaigns)
    .route("/campaigns", campaignDesk)
    .route("/documents", documents)
    .route("/challenges", challenges)
    .route("/initiatives", initiatives)
    .route("/initiatives", coAuthors)
    .route("/initiatives", personalData)
    .route("/initiatives", receipts)
    .route("/access-keys", accessKeys)
    .route("/units", unitTrees)
    .route("/unit-changes", unitChanges)
    .route("/units", unitLists)
    .route("/units", unitJobs)
    .route("/jobs", jobs)
    .route("/councils", councils)
    .route("/library", library)
    .route("/figures", declaredFigures)
    .route("/figures", series)
    .route("/figures", figures)
    .route("/drafts", drafts)
    .route("/uploads", uploads)
    .route("/staff", staff)
    .route("/session", session);
  const describeApi = () =>
    generateSpecs(app, { documentation: { info }, defaultValidationErrorResponse: false });
  app.get("/openapi.json", describeRoute({ hide: true }), async (c) => c.json(await describeApi()));
  app.get("/docs", describeRoute({ hide: true }), async (c) =>
    c.html(renderDocs((await describeApi()) as unknown as ApiDocument)),
  );
  app.notFound((c) => answerProblem(new Problem("route.notFound"), c));
  app.onError(answerProblem);
  return app;
}
