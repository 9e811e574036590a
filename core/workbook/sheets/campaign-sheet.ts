import * as v from "valibot";
import { Campaign, type campaignStates } from "#core/campaigns/campaign.ts";
import {
  choiceColumn,
  choiceLabel,
  idOrNull,
  idsIn,
  type RowResult,
  readRecord,
  type SheetColumn,
  type SheetDefinition,
} from "./sheet.ts";
import { isYes, yesNoWords, yesOrNo } from "./words.ts";

export const CampaignRow = v.omit(Campaign, ["version", "councils", "receives"]);
export type CampaignRow = v.InferOutput<typeof CampaignRow>;

const state = choiceColumn<(typeof campaignStates)[number]>(
  { key: "state", header: "Trạng thái", required: true, width: 14 },
  { draft: "Đang soạn", open: "Đã mở", closed: "Đã đóng" },
);
const merged = choiceColumn(
  { key: "merged", header: "Đăng ký kèm kết quả", required: true, width: 14 },
  yesNoWords,
);
const demo = choiceColumn({ key: "demo", header: "Minh họa", width: 12 }, yesNoWords);

const columns: SheetColumn[] = [
  { key: "id", header: "Mã đợt", kind: "text", required: true, width: 20 },
  { key: "year", header: "Năm", kind: "number", required: true, width: 8 },
  { key: "unit", header: "Đơn vị phát động", kind: "text", required: true, width: 28 },
  { key: "name", header: "Tên đợt phát động", kind: "text", required: true, width: 48 },
  state,
  { key: "opensOn", header: "Mở từ ngày", kind: "day", required: true },
  { key: "closesOn", header: "Đến hết ngày", kind: "day", required: true },
  {
    key: "graceHours",
    header: "Giờ gia hạn",
    kind: "number",
    width: 10,
    note: "Số giờ sau hạn vẫn nhận, ghi là nhận sau hạn: 0 đến 168. Để trống thì 24.",
  },
  merged,
  { key: "evaluatedOn", header: "Hội đồng xét xong ngày", kind: "day" },
  {
    key: "reportOn",
    header: "Lập báo cáo ngày",
    kind: "day",
    note: "Để trống thì ngày 25/12 của năm.",
  },
  { key: "acceptance", header: "Tháng kiểm tra", kind: "number", required: true, width: 10 },
  { key: "repair", header: "Tháng bổ sung", kind: "number", required: true, width: 10 },
  { key: "decision", header: "Tháng xét", kind: "number", required: true, width: 10 },
  {
    key: "basis",
    header: "Căn cứ",
    kind: "text",
    prose: true,
    width: 40,
    note: "Mã các văn bản, cách nhau bằng dấu chấm phẩy.",
  },
  { key: "consent", header: "Bản cam kết", kind: "text", required: true, width: 14 },
  demo,
  { key: "organisations", header: "Số cơ quan, đơn vị được phát động", kind: "number", width: 14 },
  { key: "hamlets", header: "Số thôn, tổ dân phố được phát động", kind: "number", width: 14 },
  { key: "copiedFrom", header: "Chép từ đợt", kind: "text", width: 18 },
  {
    key: "rubric",
    header: "Bộ tiêu chí (dữ liệu)",
    kind: "text",
    prose: true,
    width: 24,
    note: "Dữ liệu của hệ thống. Sửa trên trang quản trị.",
  },
  {
    key: "daysOff",
    header: "Ngày nghỉ (dữ liệu)",
    kind: "text",
    prose: true,
    width: 24,
    note: "Dữ liệu của hệ thống. Sửa trên trang quản trị.",
  },
  { key: "participants", header: "Đơn vị tham gia (dữ liệu)", kind: "text", prose: true, width: 24 },
];

const columnsOfPointers = {
  "months/acceptance": "acceptance",
  "months/repair": "repair",
  "months/decision": "decision",
  "participation/organisations": "organisations",
  "participation/hamlets": "hamlets",
  "participation/units": "participants",
};

export const campaignSheet: SheetDefinition<CampaignRow> = {
  name: "Đợt phát động",
  columns,
  read(values): RowResult<CampaignRow> {
    const { acceptance, repair, decision, organisations, hamlets, participants, ...plain } = values;
    return readRecord(
      CampaignRow,
      {
        ...plain,
        unit: idOrNull(plain.unit) ?? "",
        graceHours: plain.graceHours ?? undefined,
        merged: isYes(plain.merged),
        demo: isYes(plain.demo),
        months: { acceptance, repair, decision },
        basis: idsIn(plain.basis),
        participation: { organisations, hamlets, units: idsIn(participants) },
        rubric: dataIn(plain.rubric),
        daysOff: dataIn(plain.daysOff) ?? undefined,
      },
      columnsOfPointers,
    );
  },
  write: (row) => [
    row.id,
    row.year,
    row.unit,
    row.name,
    choiceLabel(state, row.state),
    { day: row.opensOn },
    { day: row.closesOn },
    row.graceHours,
    yesOrNo(row.merged),
    row.evaluatedOn === null ? null : { day: row.evaluatedOn },
    row.reportOn === null ? null : { day: row.reportOn },
    row.months.acceptance,
    row.months.repair,
    row.months.decision,
    row.basis.join("; ") || null,
    row.consent,
    yesOrNo(row.demo),
    row.participation.organisations,
    row.participation.hamlets,
    row.copiedFrom,
    row.rubric && JSON.stringify(row.rubric),
    isEmpty(row.daysOff) ? null : JSON.stringify(row.daysOff),
    row.participation.units.join("; ") || null,
  ],
};

const isEmpty = (data: object) =>
  Object.values(data).every((each) => Array.isArray(each) && each.length === 0);

/** Text that is not JSON is left for the schema to refuse. */
function dataIn(value: unknown): unknown {
  if (typeof value !== "string") return null;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
