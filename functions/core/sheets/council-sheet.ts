import * as v from "valibot";
import { Council } from "../campaign.ts";
import { idOrNull, readRecord, type SheetKind, wordColumn, wordOf } from "./sheet.ts";
import { levelWords } from "./words.ts";

export const CouncilRow = v.strictObject({ ...Council.entries, campaign: v.string() });
export type CouncilRow = v.InferOutput<typeof CouncilRow>;

const level = wordColumn({ key: "level", header: "Cấp", required: true, width: 16 }, levelWords);

/** The councils of campaigns. */
export const councilSheet: SheetKind<CouncilRow> = {
  name: "Hội đồng",
  columns: [
    { key: "campaign", header: "Đợt phát động", kind: "text", required: true, width: 20 },
    { key: "id", header: "Mã hội đồng", kind: "text", required: true, width: 28 },
    { key: "name", header: "Tên hội đồng", kind: "text", required: true, width: 48 },
    { key: "unit", header: "Đơn vị", kind: "text", required: true, width: 28 },
    level,
  ],
  read: ({ campaign, unit, ...values }) =>
    readRecord(CouncilRow, { ...values, campaign: idOrNull(campaign) ?? "", unit: idOrNull(unit) ?? "" }),
  write: ({ campaign, id, name, unit, level: at }) => [campaign, id, name, unit, wordOf(level, at)],
};
