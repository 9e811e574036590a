import * as v from "valibot";
import { lookupTable } from "#core/base/lookup.ts";
import { AwardFormKey, AwardLevel, nameForm } from "#core/commendation/forms.ts";
import type { Figure, FigureKind } from "./figure.ts";

export interface Definition {
  label: string;
  aliases?: readonly string[];
  measure: string;
  /** `stock`: value on a day, never summed over time. */
  kind: FigureKind;
  /** May be summed over years, unlike numbers of people. */
  additive: boolean;
  /** Never summed over different levels, because a superior unit reaches the same bodies again. */
  ownLevel?: true;
  partOf: string[];
}

export const catalogue = lookupTable<Definition>({
  "launch.organisations": {
    label: "Cơ quan, tổ chức, đơn vị được phát động",
    measure: "cơ quan/tổ chức/đơn vị",
    kind: "flow",
    additive: false,
    ownLevel: true,
    partOf: [],
  },
  "launch.hamlets": {
    label: "Thôn, tổ dân phố được phát động",
    aliases: ["Thôn và tổ dân phố được phát động"],
    measure: "thôn/tổ dân phố",
    kind: "flow",
    additive: false,
    ownLevel: true,
    partOf: [],
  },
  "outreach.sessions": {
    label: "Buổi tuyên truyền",
    measure: "buổi",
    kind: "flow",
    additive: true,
    partOf: [],
  },
  "outreach.participants": {
    label: "Lượt người tham dự tuyên truyền",
    measure: "lượt người",
    kind: "flow",
    additive: true,
    partOf: [],
  },
  "outreach.articles": {
    label: "Tin, bài tuyên truyền",
    measure: "tin, bài",
    kind: "flow",
    additive: true,
    partOf: [],
  },
  "outreach.broadcasts": {
    label: "Lượt phát thanh, truyền hình",
    measure: "lượt phát",
    kind: "flow",
    additive: true,
    partOf: [],
  },
  registered: {
    label: "Hồ sơ sáng kiến đăng ký",
    aliases: ["Hồ sơ đăng ký"],
    measure: "hồ sơ",
    kind: "flow",
    additive: true,
    partOf: [],
  },
  recognised: {
    label: "Sáng kiến được công nhận",
    measure: "sáng kiến",
    kind: "flow",
    additive: true,
    partOf: ["registered"],
  },
  "recognised.front": {
    label: "Cán bộ hệ thống Mặt trận có sáng kiến được công nhận",
    aliases: ["Cán bộ hệ thống Mặt trận"],
    measure: "cán bộ",
    kind: "flow",
    additive: false,
    partOf: [],
  },
  "recognised.memberOrganisations": {
    label: "Cán bộ các tổ chức thành viên có sáng kiến được công nhận",
    aliases: ["Cán bộ các tổ chức thành viên"],
    measure: "cán bộ",
    kind: "flow",
    additive: false,
    partOf: [],
  },
  "models.maintained": {
    label: "Mô hình đang duy trì",
    measure: "mô hình",
    kind: "stock",
    additive: false,
    partOf: [],
  },
  "models.built": {
    label: "Mô hình tự quản ở khu dân cư",
    measure: "mô hình",
    kind: "flow",
    additive: true,
    partOf: [],
  },
  "models.replicated": {
    label: "Mô hình được nhân rộng",
    aliases: ["Được nhân rộng"],
    measure: "mô hình",
    kind: "flow",
    additive: true,
    partOf: ["models.built"],
  },
  replications: {
    label: "Lượt áp dụng, nhân rộng sáng kiến, mô hình",
    measure: "lượt",
    kind: "flow",
    additive: true,
    partOf: [],
  },
  "commended.front": {
    label: "Cán bộ Mặt trận được biểu dương",
    measure: "cán bộ",
    kind: "flow",
    additive: false,
    partOf: [],
  },
  "commended.memberOrganisations": {
    label: "Cán bộ tổ chức thành viên được biểu dương",
    measure: "cán bộ",
    kind: "flow",
    additive: false,
    partOf: [],
  },
  recognitionRate: {
    label: "Tỷ lệ sáng kiến được công nhận trên hồ sơ đăng ký",
    measure: "tỷ lệ",
    kind: "flow",
    additive: false,
    partOf: [],
  },
});

/** Measures by the last part of a commendation's figure key. A recipient may count many times. */
const recipientMeasures = lookupTable({
  collective: "lượt tập thể",
  individual: "lượt cá nhân",
  household: "lượt hộ gia đình",
  residentialArea: "lượt khu dân cư",
});

/** Null for a unit's own keys. Composes definitions of `commendation.<level>.<form>.<recipient>`. */
export function definitionOf(key: string): Definition | null {
  const known = catalogue[key];
  if (known) return known;
  const [first, level = "", form = "", recipient = "", ...more] = key.split(".");
  const measure = recipientMeasures[recipient];
  if (first !== "commendation" || more.length > 0 || !measure) return null;
  if (!v.is(AwardLevel, level) || !v.is(AwardFormKey, form)) return null;
  return { label: nameForm(form, level), measure, kind: "flow", additive: true, partOf: [] };
}

export const countsDossiers = (key: string): boolean =>
  ["registered", "recognised", "authors"].includes(key.split(".")[0] ?? "");

export function isCatalogued({ key, label, measure }: Pick<Figure, "key" | "label" | "measure">): boolean {
  const definition = definitionOf(key);
  if (!definition || definition.measure !== measure) return false;
  return [definition.label, ...(definition.aliases ?? [])].some((name) => plain(name) === plain(label));
}

/** Lower case without punctuation, "trong đó", "tổng" and a final year or period. */
function plain(label: string): string {
  const words = label
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return words
    .replace(/^trong đó (?:là )?/, "")
    .replace(/^tổng (?:số )?/, "")
    .replace(/(?: (?:trong )?(?:năm|giai đoạn))?(?: \d{4}){1,2}$/, "");
}
