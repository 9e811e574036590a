import * as v from "valibot";
import { reference } from "#core/base/text.ts";
import { CouncilForm, NewCouncil } from "#core/units/council.ts";
import { columnsOf, defineSheet, idOrNull, readRecord } from "./sheet.ts";

/** `id`: exported id, or null to find the unit's council by name. `campaign`: campaign that uses the council. */
export const CouncilRow = v.strictObject({
  ...NewCouncil.entries,
  endsOn: CouncilForm.entries.endsOn,
  id: v.nullable(reference()),
  campaign: v.nullable(reference()),
});
export type CouncilRow = v.InferOutput<typeof CouncilRow>;

const { text, date } = columnsOf<CouncilRow>();

export const councilSheet = defineSheet(
  "Hội đồng",
  [
    text("campaign", "Đợt phát động", {
      width: 20,
      note: "Mã đợt mà hội đồng xét. Để trống nếu chỉ lập hội đồng.",
    }),
    text("unit", "Đơn vị", { required: true, width: 28 }),
    text("name", "Tên hội đồng", { required: true, width: 48 }),
    date("endsOn", "Đến hết ngày"),
    text("id", "Mã hội đồng", {
      mayLack: true,
      width: 38,
      note: "Do hệ thống ghi khi xuất. Để trống thì lấy hội đồng cùng tên của đơn vị, hoặc lập mới.",
    }),
  ],
  ({ campaign, unit, id, ...values }) =>
    readRecord(CouncilRow, {
      ...values,
      campaign: idOrNull(campaign),
      unit: idOrNull(unit) ?? "",
      id: idOrNull(id),
    }),
);
