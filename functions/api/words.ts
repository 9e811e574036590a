import { activityMessagesEn } from "#core/words/en/activities.ts";
import { campaignMessagesEn } from "#core/words/en/campaigns.ts";
import { commendationMessagesEn } from "#core/words/en/commendation.ts";
import { figureMessagesEn } from "#core/words/en/figures.ts";
import { jobMessagesEn } from "#core/words/en/jobs.ts";
import { reportRequestMessagesEn } from "#core/words/en/report-requests.ts";
import { reportMessagesEn } from "#core/words/en/reports.ts";
import { rulesEn } from "#core/words/en/rules.ts";
import { staffMessagesEn } from "#core/words/en/staff.ts";
import { unitMessagesEn } from "#core/words/en/units.ts";
import { activityMessagesVi } from "#core/words/vi/activities.ts";
import { campaignMessagesVi } from "#core/words/vi/campaigns.ts";
import { commendationMessagesVi } from "#core/words/vi/commendation.ts";
import { figureMessagesVi } from "#core/words/vi/figures.ts";
import { jobMessagesVi } from "#core/words/vi/jobs.ts";
import { reportRequestMessagesVi } from "#core/words/vi/report-requests.ts";
import { reportMessagesVi } from "#core/words/vi/reports.ts";
import { rulesVi } from "#core/words/vi/rules.ts";
import { staffMessagesVi } from "#core/words/vi/staff.ts";
import { unitMessagesVi } from "#core/words/vi/units.ts";

export const wordsVi = {
  ...staffMessagesVi,
  ...activityMessagesVi,
  ...campaignMessagesVi,
  ...figureMessagesVi,
  ...commendationMessagesVi,
  ...jobMessagesVi,
  ...unitMessagesVi,
  ...reportMessagesVi,
  ...reportRequestMessagesVi,
  ...rulesVi,
};
export const wordsEn = {
  ...staffMessagesEn,
  ...activityMessagesEn,
  ...campaignMessagesEn,
  ...figureMessagesEn,
  ...commendationMessagesEn,
  ...jobMessagesEn,
  ...unitMessagesEn,
  ...reportMessagesEn,
  ...reportRequestMessagesEn,
  ...rulesEn,
};
