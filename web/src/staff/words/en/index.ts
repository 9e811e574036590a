import type { StaffWord } from "../vi/index.ts";
import { activitiesEn } from "./activities.ts";
import { campaignsEn } from "./campaigns.ts";
import { commendationPrintsEn } from "./commendation-prints.ts";
import { commendationRecordsEn } from "./commendation-records.ts";
import { commendationsEn } from "./commendations.ts";
import { dashboardEn } from "./dashboard.ts";
import { dossiersEn } from "./dossiers.ts";
import { exportsEn } from "./exports.ts";
import { figuresEn } from "./figures.ts";
import { partsEn } from "./parts.ts";
import { peopleEn } from "./people.ts";
import { reportRequestsEn } from "./report-requests.ts";
import { reportRunsEn } from "./report-runs.ts";
import { reportsEn } from "./reports.ts";
import { unitsEn } from "./units.ts";
import { workbooksEn } from "./workbooks.ts";

export const staffEn: Record<StaffWord, string> = {
  ...activitiesEn,
  ...campaignsEn,
  ...commendationPrintsEn,
  ...commendationRecordsEn,
  ...commendationsEn,
  ...dashboardEn,
  ...dossiersEn,
  ...exportsEn,
  ...figuresEn,
  ...partsEn,
  ...peopleEn,
  ...reportRequestsEn,
  ...reportRunsEn,
  ...reportsEn,
  ...unitsEn,
  ...workbooksEn,
};
