import { activitySheet } from "./activity-sheet.ts";
import { campaignSheet } from "./campaign-sheet.ts";
import { commendationSheet } from "./commendation-sheet.ts";
import { councilSheet } from "./council-sheet.ts";
import { documentInitiativeSheet } from "./document-initiative-sheet.ts";
import { documentSheet } from "./document-sheet.ts";
import { figureSheet } from "./figure-sheet.ts";
import { modelSheet } from "./model-sheet.ts";
import { participantSheet } from "./participant-sheet.ts";
import { registerSheet } from "./register-sheet.ts";
import { replicationSheet } from "./replication-sheet.ts";
import { reportTextSheet } from "./report-text-sheet.ts";
import { unitSheet } from "./unit-sheet.ts";

/** Workbook order: later sheets refer to earlier ones. */
export const sheetDefinitions = {
  units: unitSheet,
  documents: documentSheet,
  campaigns: campaignSheet,
  councils: councilSheet,
  participants: participantSheet,
  figures: figureSheet,
  documentInitiatives: documentInitiativeSheet,
  commendations: commendationSheet,
  activities: activitySheet,
  models: modelSheet,
  replications: replicationSheet,
  reportTexts: reportTextSheet,
  register: registerSheet,
} as const;

export type SheetName = keyof typeof sheetDefinitions;
export const sheetNames = Object.keys(sheetDefinitions) as SheetName[];
