import * as v from "valibot";
import { reference } from "#core/base/text.ts";
import { CouncilForm, NewCouncil } from "#core/units/council.ts";
import { idOrNull, readRecord, type SheetDefinition } from "./sheet.ts";

/** `id`: from an export, or null to find the unit's council by name; `campaign`: the one that names it, if any. */
export const CouncilRow = v.strictObject({
  ...NewCouncil.entries,
  endsOn: CouncilForm.entries.endsOn,
  id: v.nullable(reference()),
  campaign: v.nullable(reference()),
});
export type CouncilRow = v.InferOutput<typeof CouncilRow>;

export const councilSheet: SheetDefinition<CouncilRow> = {
  name: "Hội đồng",
  columns: [
    {
      key: "campaign",
      header: "Đợt phát động",
      kind: "text",
      width: 20,
      note: "Mã đợt mà hội đồng xét. Để trống nếu chỉ lập hội đồng.",
    },
    { key: "unit", header: "Đơn vị", kind: "text", required: true, width: 28 },
    { key: "name", header: "Tên hội đồng", kind: "text", required: true, width: 48 },
    { key: "endsOn", header: "Đến hết ngày", kind: "day" },
    {
      key: "id",
      header: "Mã hội đồng",
      kind: "text",
      mayLack: true,
      width: 38,
      note: "Do hệ thống ghi khi xuất. Để trống thì lấy hội đồng cùng tên của đơn vị, hoặc lập mới.",
    },
  ],
  read: ({ campaign, unit, id, ...values }) =>
    readRecord(CouncilRow, {
      ...values,
      campaign: idOrNull(campaign),
      unit: idOrNull(unit) ?? "",
      id: idOrNull(id),
    }),
  write: ({ campaign, unit, name, endsOn, id }) => [
    campaign,
    unit,
    name,
    endsOn === null ? null : { day: endsOn },
    id,
  ],
};
