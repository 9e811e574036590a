import * as v from "valibot";
import type { Level } from "#core/units/unit.ts";

/** Levels of the issuing body, smallest first. */
export const awardLevels = [
  "unit",
  "commune",
  "district",
  "province",
  "nation",
] as const satisfies readonly Level[];
export const AwardLevel = v.picklist(awardLevels, "commendation.level.invalid");
export type AwardLevel = v.InferOutput<typeof AwardLevel>;

export const recipientKinds = ["individual", "collective", "household", "residentialArea"] as const;
export const RecipientKind = v.picklist(recipientKinds, "commendation.recipientKind.invalid");
export type RecipientKind = v.InferOutput<typeof RecipientKind>;

export const awardKinds = ["title", "form", "order", "medal", "prize"] as const;

interface Named {
  vi: string;
  en: string;
}

export const recipientNames: Readonly<Record<RecipientKind, Named>> = {
  collective: { vi: "tập thể", en: "collective" },
  individual: { vi: "cá nhân", en: "individual" },
  household: { vi: "hộ gia đình", en: "household" },
  residentialArea: { vi: "khu dân cư", en: "residential area" },
};

/** Form or title of commendation. Its key is part of figure keys: `commendation.<level>.<form>.<recipient>`. */
interface AwardForm {
  name: Named;
  /** Names that differ at some levels. */
  nameAt: Readonly<Partial<Record<AwardLevel, Named>>>;
  kind: (typeof awardKinds)[number];
  /** `recipients` and `levels`: the usual ones. Others cause only a warning, since local rules differ. */
  recipients: readonly RecipientKind[];
  levels: readonly AwardLevel[];
  /** The recipient needs a recognised initiative. */
  needsRecognition: boolean;
  source: string;
}

const law = "Luật Thi đua, khen thưởng 06/2022/QH15";
const bonuses = "Nghị định 152/2025/NĐ-CP";
const practice = "Thực tế công tác khen thưởng của Mặt trận; chưa đối chiếu văn bản";

const localLevels = ["unit", "commune", "district"] as const;

const rows = {
  emulationFighter: {
    name: { vi: "Chiến sĩ thi đua cơ sở", en: "Emulation fighter at grassroots level" },
    nameAt: {
      nation: { vi: "Chiến sĩ thi đua toàn quốc", en: "National emulation fighter" },
      province: { vi: "Chiến sĩ thi đua cấp tỉnh", en: "Provincial emulation fighter" },
    },
    kind: "title",
    recipients: ["individual"],
    levels: awardLevels,
    needsRecognition: true,
    source: law,
  },
  advancedWorker: {
    name: { vi: "Lao động tiên tiến", en: "Advanced worker" },
    nameAt: {},
    kind: "title",
    recipients: ["individual"],
    levels: [...localLevels, "province"],
    needsRecognition: false,
    source: law,
  },
  excellentLabourCollective: {
    name: { vi: "Tập thể lao động xuất sắc", en: "Excellent labour collective" },
    nameAt: {},
    kind: "title",
    recipients: ["collective"],
    levels: ["province", "nation"],
    needsRecognition: false,
    source: law,
  },
  advancedLabourCollective: {
    name: { vi: "Tập thể lao động tiên tiến", en: "Advanced labour collective" },
    nameAt: {},
    kind: "title",
    recipients: ["collective"],
    levels: [...localLevels, "province"],
    needsRecognition: false,
    source: law,
  },
  exemplaryCommune: {
    name: { vi: "Xã, phường, đặc khu tiêu biểu", en: "Exemplary commune" },
    nameAt: {},
    kind: "title",
    recipients: ["collective"],
    levels: ["district", "province"],
    needsRecognition: false,
    source: bonuses,
  },
  culturalHamlet: {
    name: { vi: "Thôn, tổ dân phố văn hóa", en: "Cultural hamlet" },
    nameAt: {},
    kind: "title",
    recipients: ["residentialArea", "collective"],
    levels: ["commune", "district"],
    needsRecognition: false,
    source: bonuses,
  },
  culturalFamily: {
    name: { vi: "Gia đình văn hóa", en: "Cultural family" },
    nameAt: {},
    kind: "title",
    recipients: ["household"],
    levels: ["commune"],
    needsRecognition: false,
    source: law,
  },
  emulationFlag: {
    name: { vi: "Cờ thi đua", en: "Emulation flag" },
    nameAt: { nation: { vi: "Cờ thi đua của Chính phủ", en: "Emulation flag of the Government" } },
    kind: "form",
    recipients: ["collective"],
    levels: ["province", "nation"],
    needsRecognition: false,
    source: law,
  },
  meritCertificate: {
    name: { vi: "Bằng khen", en: "Certificate of merit" },
    nameAt: {},
    kind: "form",
    recipients: recipientKinds,
    levels: ["province", "nation"],
    needsRecognition: false,
    source: law,
  },
  praiseCertificate: {
    name: { vi: "Giấy khen", en: "Certificate of praise" },
    nameAt: {},
    kind: "form",
    recipients: recipientKinds,
    levels: [...localLevels, "province"],
    needsRecognition: false,
    source: law,
  },
  greatUnityOrder: {
    name: { vi: "Huân chương Đại đoàn kết dân tộc", en: "Order of Great National Unity" },
    nameAt: {},
    kind: "order",
    recipients: ["individual"],
    levels: ["nation"],
    needsRecognition: false,
    source: law,
  },
  order: {
    name: { vi: "Huân chương khác", en: "Other order" },
    nameAt: {},
    kind: "order",
    recipients: ["individual", "collective"],
    levels: ["nation"],
    needsRecognition: false,
    source: law,
  },
  commemorativeMedal: {
    name: { vi: "Kỷ niệm chương", en: "Commemorative medal" },
    nameAt: {},
    kind: "medal",
    recipients: ["individual"],
    levels: ["province", "nation"],
    needsRecognition: false,
    source: law,
  },
  badge: {
    name: { vi: "Huy hiệu", en: "Badge" },
    nameAt: {},
    kind: "medal",
    recipients: ["individual"],
    levels: ["province", "nation"],
    needsRecognition: false,
    source: practice,
  },
  prize: {
    name: { vi: "Giải thưởng hội thi, cuộc thi", en: "Prize of a contest" },
    nameAt: {},
    kind: "prize",
    recipients: recipientKinds,
    levels: awardLevels,
    needsRecognition: false,
    source: practice,
  },
  cash: {
    name: { vi: "Tiền thưởng", en: "Cash award" },
    nameAt: {},
    kind: "prize",
    recipients: recipientKinds,
    levels: awardLevels,
    needsRecognition: false,
    source: practice,
  },
  commendationLetter: {
    name: { vi: "Thư khen", en: "Letter of commendation" },
    nameAt: {},
    kind: "form",
    recipients: recipientKinds,
    levels: awardLevels,
    needsRecognition: false,
    source: practice,
  },
  praise: {
    name: { vi: "Biểu dương", en: "Public praise" },
    nameAt: {},
    kind: "form",
    recipients: recipientKinds,
    levels: awardLevels,
    needsRecognition: false,
    source: practice,
  },
  other: {
    name: { vi: "Hình thức khác", en: "Other form" },
    nameAt: {},
    kind: "form",
    recipients: recipientKinds,
    levels: awardLevels,
    needsRecognition: false,
    source: practice,
  },
} as const satisfies Record<string, AwardForm>;

export type AwardFormKey = keyof typeof rows;
export const awardFormKeys = Object.keys(rows) as AwardFormKey[];
export const AwardFormKey = v.picklist(awardFormKeys, "commendation.form.invalid");

export const formOfKey = (key: AwardFormKey): AwardForm => rows[key];

export function nameForm(key: AwardFormKey, level: AwardLevel, language: "vi" | "en" = "vi"): string {
  const form = formOfKey(key);
  return (form.nameAt[level] ?? form.name)[language];
}
