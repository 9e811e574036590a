import { spread } from "./activities/spread.ts";
import { activities, models, replications } from "./activities/steps.ts";
import { createBase } from "./base.ts";
import { campaignDesk } from "./campaigns/campaign-desk.ts";
import { councils } from "./campaigns/councils.ts";
import { documents } from "./campaigns/documents.ts";
import { awards } from "./commendation/awards.ts";
import { commendationCandidates } from "./commendation/candidates.ts";
import { certificatePlace } from "./commendation/certificate-place.ts";
import { commendationChecks } from "./commendation/checks.ts";
import { commendations } from "./commendation/commendations.ts";
import { awardForms } from "./commendation/forms.ts";
import { commendationLineMoves } from "./commendation/line-moves.ts";
import { commendationLines } from "./commendation/lines.ts";
import { commendationMoves } from "./commendation/moves.ts";
import { awardRecords } from "./commendation/records.ts";
import type { Deps } from "./context.ts";
import { declaredFigures } from "./figures/declared-figures.ts";
import { figures } from "./figures/figures.ts";
import { series } from "./figures/series.ts";
import { unitLists } from "./initiatives/lists.ts";
import { jobs, unitJobs } from "./jobs/jobs.ts";
import { publicRoutes } from "./public-app.ts";
import { reports, unitReports } from "./report/reports.ts";
import { reportRequests } from "./report/requests.ts";
import { reportRuns, unitReportRuns } from "./report/runs.ts";
import { sessionAt } from "./staff/session.ts";
import type { SignIn } from "./staff/sign-in.ts";
import { staff } from "./staff/staff.ts";
import { unitChanges, unitTrees } from "./units/units.ts";
import { wordsEn, wordsVi } from "./words.ts";

/** The whole API. In the cloud, `public-app.ts` serves the public routes. */
export function createApp({ signIn, ...deps }: Deps & { signIn: SignIn }) {
  const app = createBase({ words: { vi: wordsVi, en: wordsEn }, ...deps })
    .route("/", publicRoutes)
    .route("/campaigns", campaignDesk)
    .route("/documents", documents)
    .route("/units", unitTrees)
    .route("/unit-changes", unitChanges)
    .route("/units", unitLists)
    .route("/units", unitJobs)
    .route("/jobs", jobs)
    .route("/councils", councils)
    .route("/figures", declaredFigures)
    .route("/figures", series)
    .route("/figures", figures)
    .route("/activities", activities)
    .route("/models", models)
    .route("/replications", replications)
    .route("/spread", spread)
    .route("/commendations", awardForms)
    .route("/commendations", awards)
    .route("/commendations", awardRecords)
    .route("/commendations", certificatePlace)
    .route("/commendations", commendations)
    .route("/commendations", commendationLines)
    .route("/commendations", commendationLineMoves)
    .route("/commendations", commendationMoves)
    .route("/commendations", commendationChecks)
    .route("/commendations", commendationCandidates)
    .route("/units", unitReports)
    .route("/reports", reports)
    .route("/report-requests", reportRequests)
    .route("/report-runs", reportRuns)
    .route("/units", unitReportRuns)
    .route("/staff", staff)
    .route("/session", sessionAt(signIn));
  // Built at the first request, not at a cold start.
  const buildDocument = async () => (await import("./openapi.ts")).buildApiDocument(app.routes);
  let document: ReturnType<typeof buildDocument> | null = null;
  const apiDocument = () => {
    document ??= buildDocument();
    return document;
  };
  app.get("/openapi.json", async (c) => c.json(await apiDocument()));
  app.get("/docs", async (c) => {
    const { renderDocs } = await import("./docs-page.ts");
    return c.html(renderDocs(await apiDocument(), c.req.query("q")));
  });
  return app;
}
