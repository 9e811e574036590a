import { activitiesVi } from "./activities.ts";
import { campaignsVi } from "./campaigns.ts";
import { commendationPrintsVi } from "./commendation-prints.ts";
import { commendationRecordsVi } from "./commendation-records.ts";
import { commendationsVi } from "./commendations.ts";
import { dashboardVi } from "./dashboard.ts";
import { dossiersVi } from "./dossiers.ts";
import { exportsVi } from "./exports.ts";
import { figuresVi } from "./figures.ts";
import { partsVi } from "./parts.ts";
import { peopleVi } from "./people.ts";
import { reportRequestsVi } from "./report-requests.ts";
import { reportRunsVi } from "./report-runs.ts";
import { reportsVi } from "./reports.ts";
import { unitsVi } from "./units.ts";
import { workbooksVi } from "./workbooks.ts";

/** Names of states, moves, levels and errors are in `core/words`. */
export const staffVi = {
  ...activitiesVi,
  ...campaignsVi,
  ...commendationPrintsVi,
  ...commendationRecordsVi,
  ...commendationsVi,
  ...dashboardVi,
  ...dossiersVi,
  ...exportsVi,
  ...figuresVi,
  ...partsVi,
  ...peopleVi,
  ...reportRequestsVi,
  ...reportRunsVi,
  ...reportsVi,
  ...unitsVi,
  ...workbooksVi,
} as const;

export type StaffWord = keyof typeof staffVi;
