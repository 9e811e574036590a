import { createActivityStore } from "./activities/records.ts";
import { createCampaignStore } from "./campaigns.ts";
import { createCoAuthorLinkStore } from "./co-author-links.ts";
import { createCertificatePlaceStore } from "./commendation/certificate-places.ts";
import { createCommendationStore } from "./commendation/commendations.ts";
import { createAwardRecordStore } from "./commendation/records.ts";
import { createCouncilStore } from "./councils.ts";
import { createDirectoryStore } from "./directory.ts";
import { createDraftStore } from "./drafts.ts";
import { createFigureStore } from "./figures/figures.ts";
import { createHeadStore } from "./heads.ts";
import { createImportStore } from "./imports.ts";
import { createInitiativeStore } from "./initiatives/initiatives.ts";
import { createJobStore } from "./jobs.ts";
import { createLetterStore } from "./letters.ts";
import { createLimitStore } from "./limits.ts";
import { createReceiptStore } from "./receipts.ts";
import { createReportRequestStore } from "./report-requests.ts";
import { createReportRunStore } from "./report-runs.ts";
import { createReportStore } from "./reports.ts";
import { createStaffStore } from "./staff.ts";
import type { Table } from "./table.ts";
import { createUnitStore } from "./units.ts";
import { createUploadStore } from "./uploads.ts";

/** `clock` is for caches only. */
export function createStore(table: Table, clock: () => string) {
  const directory = createDirectoryStore(table, clock);
  return {
    initiatives: createInitiativeStore(table),
    coAuthorLinks: createCoAuthorLinkStore(table),
    activities: createActivityStore(table),
    figures: createFigureStore(table),
    directory,
    campaigns: createCampaignStore(table, directory.forgetCampaign),
    commendations: createCommendationStore(table),
    certificatePlaces: createCertificatePlaceStore(table),
    awardRecords: createAwardRecordStore(table),
    councils: createCouncilStore(table, directory.forgetPartition),
    units: createUnitStore(table, directory.forgetPartition),
    staff: createStaffStore(table),
    receipts: createReceiptStore(table),
    uploads: createUploadStore(table),
    drafts: createDraftStore(table),
    letters: createLetterStore(table),
    limits: createLimitStore(table),
    jobs: createJobStore(table),
    imports: createImportStore(table),
    heads: createHeadStore(table),
    reports: createReportStore(table),
    reportRuns: createReportRunStore(table),
    reportRequests: createReportRequestStore(table),
  };
}

export type Store = ReturnType<typeof createStore>;
