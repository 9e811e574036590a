import * as v from "valibot";
import { reference } from "#core/base/text.ts";
import { choiceColumn, idOrNull, readRecord, type SheetDefinition } from "./sheet.ts";
import { isYes, yesNoWords, yesOrNo } from "./words.ts";

export const ParticipantRow = v.strictObject({
  campaign: reference(),
  unit: reference(),
  receives: v.boolean(),
});
export type ParticipantRow = v.InferOutput<typeof ParticipantRow>;

export const participantSheet: SheetDefinition<ParticipantRow> = {
  name: "Đơn vị tham gia",
  columns: [
    { key: "campaign", header: "Đợt phát động", kind: "text", required: true, width: 20 },
    { key: "unit", header: "Đơn vị", kind: "text", required: true, width: 40 },
    choiceColumn({ key: "receives", header: "Nhận hồ sơ", required: true, width: 12 }, yesNoWords),
  ],
  read: ({ campaign, unit, receives }) =>
    readRecord(ParticipantRow, {
      campaign: idOrNull(campaign) ?? "",
      unit: idOrNull(unit) ?? "",
      receives: isYes(receives),
    }),
  write: ({ campaign, unit, receives }) => [campaign, unit, yesOrNo(receives)],
};
