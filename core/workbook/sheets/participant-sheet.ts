import * as v from "valibot";
import { reference } from "#core/base/text.ts";
import { choicesOf, columnsOf, defineSheet, idOrNull, readRecord } from "./sheet.ts";
import { isYes, yesNoWords } from "./words.ts";

export const ParticipantRow = v.strictObject({
  campaign: reference(),
  unit: reference(),
  receives: v.boolean(),
});
export type ParticipantRow = v.InferOutput<typeof ParticipantRow>;

const { text } = columnsOf<ParticipantRow>();

export const participantSheet = defineSheet(
  "Đơn vị tham gia",
  [
    text("campaign", "Đợt phát động", { required: true, width: 20 }),
    text("unit", "Đơn vị", { required: true, width: 40 }),
    text("receives", "Nhận hồ sơ", { ...choicesOf(yesNoWords), required: true, width: 12 }),
  ],
  ({ campaign, unit, receives }) =>
    readRecord(ParticipantRow, {
      campaign: idOrNull(campaign) ?? "",
      unit: idOrNull(unit) ?? "",
      receives: isYes(receives),
    }),
);
