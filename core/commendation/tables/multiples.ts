import type { AwardFormKey, AwardLevel, RecipientKind } from "../forms.ts";
import type { Dated } from "./base-salaries.ts";

/** Cash bonus as a multiple of the base salary. */
export interface Multiple extends Dated {
  form: AwardFormKey;
  levels: readonly AwardLevel[];
  recipients: readonly RecipientKind[];
  multiple: number;
  /** False if not verified in the law's text. */
  confirmed: boolean;
}

type Row = Pick<Multiple, "form" | "levels" | "recipients" | "multiple" | "confirmed">;

const grassroots = ["unit", "commune", "district"] as const;
const row = (
  form: AwardFormKey,
  levels: readonly AwardLevel[],
  recipient: RecipientKind,
  multiple: number,
  confirmed = true,
): Row => ({ form, levels, recipients: [recipient], multiple, confirmed });

/** Factor for bằng khen and giấy khen of a collective. Not verified in the law's text. */
const collectiveFactor = 2;

const rows: readonly Row[] = [
  row("emulationFighter", ["nation"], "individual", 4.5),
  row("emulationFighter", ["province"], "individual", 3),
  row("emulationFighter", grassroots, "individual", 1),
  row("advancedWorker", [...grassroots, "province"], "individual", 0.3),
  row("excellentLabourCollective", ["province", "nation"], "collective", 1.5),
  row("advancedLabourCollective", [...grassroots, "province"], "collective", 0.8),
  row("exemplaryCommune", ["district", "province"], "collective", 2),
  row("culturalHamlet", ["commune", "district"], "residentialArea", 1.5),
  row("culturalHamlet", ["commune", "district"], "collective", 1.5),
  row("emulationFlag", ["nation"], "collective", 12, false),
  row("emulationFlag", ["province"], "collective", 8, false),
  row("meritCertificate", ["nation"], "individual", 3.5),
  row("meritCertificate", ["province"], "individual", 1.5),
  row("praiseCertificate", [...grassroots, "province"], "individual", 0.3),
  row("meritCertificate", ["nation"], "collective", 3.5 * collectiveFactor, false),
  row("meritCertificate", ["province"], "collective", 1.5 * collectiveFactor, false),
  row("praiseCertificate", [...grassroots, "province"], "collective", 0.3 * collectiveFactor, false),
  row("greatUnityOrder", ["nation"], "individual", 7.5, false),
];

const during = (dates: Dated): Multiple[] => rows.map((each) => ({ ...each, ...dates }));

/** Lines of commendation that use these tables. The Party has its own rules. */
export const linesWithBonus = ["state", "front", "organisation"];

/**
 * Households and residential areas have no multiple for bằng khen and giấy khen. Commemorative medals have only an
 * upper limit.
 */
export const multiples: readonly Multiple[] = [
  ...during({ from: "2024-01-01", to: "2025-06-30", source: "Nghị định 98/2023/NĐ-CP" }),
  ...during({ from: "2025-07-01", to: null, source: "Nghị định 152/2025/NĐ-CP" }),
];
