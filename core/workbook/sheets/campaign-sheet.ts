import * as v from "valibot";
import { Campaign } from "#core/campaigns/campaign.ts";
import { choicesOf, columnsOf, defineSheet, idOrNull, idsIn, readRecord } from "./sheet.ts";
import { isYes, yesNoWords } from "./words.ts";

export const CampaignRow = v.omit(Campaign, ["version", "councils", "receives"]);
export type CampaignRow = v.InferOutput<typeof CampaignRow>;

const { text, number, date } = columnsOf<CampaignRow>();
const stateWords: Record<CampaignRow["state"], string> = {
  draft: "Đang soạn",
  open: "Đã mở",
  closed: "Đã đóng",
};

const columnsOfPointers = {
  "months/acceptance": "acceptance",
  "months/repair": "repair",
  "months/decision": "decision",
  "participation/organisations": "organisations",
  "participation/hamlets": "hamlets",
  "participation/units": "participants",
};

export const campaignSheet = defineSheet(
  "Đợt phát động",
  [
    text("id", "Mã đợt", { required: true, width: 20 }),
    number("year", "Năm", { required: true, width: 8 }),
    text("unit", "Đơn vị phát động", { required: true, width: 28 }),
    text("name", "Tên đợt phát động", { required: true, width: 48 }),
    text("state", "Trạng thái", { ...choicesOf(stateWords), required: true, width: 14 }),
    date("opensOn", "Mở từ ngày", { required: true }),
    date("closesOn", "Đến hết ngày", { required: true }),
    number("graceHours", "Giờ gia hạn", {
      width: 10,
      note: "Số giờ sau hạn vẫn nhận, ghi là nhận sau hạn: 0 đến 168. Để trống thì 24.",
    }),
    text("merged", "Đăng ký kèm kết quả", { ...choicesOf(yesNoWords), required: true, width: 14 }),
    date("evaluatedOn", "Hội đồng xét xong ngày"),
    date("reportOn", "Lập báo cáo ngày", { note: "Để trống thì ngày 25/12 của năm." }),
    number("acceptance", "Tháng kiểm tra", {
      cell: ({ months }) => months.acceptance,
      required: true,
      width: 10,
    }),
    number("repair", "Tháng bổ sung", { cell: ({ months }) => months.repair, required: true, width: 10 }),
    number("decision", "Tháng xét", { cell: ({ months }) => months.decision, required: true, width: 10 }),
    text("basis", "Căn cứ", {
      prose: true,
      width: 40,
      note: "Mã các văn bản, cách nhau bằng dấu chấm phẩy.",
    }),
    text("consent", "Bản cam kết", { required: true, width: 14 }),
    text("demo", "Minh họa", { ...choicesOf(yesNoWords), width: 12 }),
    number("organisations", "Số cơ quan, đơn vị được phát động", {
      cell: ({ participation }) => participation.organisations,
      width: 14,
    }),
    number("hamlets", "Số thôn, tổ dân phố được phát động", {
      cell: ({ participation }) => participation.hamlets,
      width: 14,
    }),
    text("copiedFrom", "Chép từ đợt", { width: 18 }),
    text("rubric", "Bộ tiêu chí (dữ liệu)", {
      cell: ({ rubric }) => rubric && JSON.stringify(rubric),
      prose: true,
      width: 24,
      note: "Dữ liệu của hệ thống. Sửa trên trang quản trị.",
    }),
    text("daysOff", "Ngày nghỉ (dữ liệu)", {
      cell: ({ daysOff }) => (isEmpty(daysOff) ? null : JSON.stringify(daysOff)),
      prose: true,
      width: 24,
      note: "Dữ liệu của hệ thống. Sửa trên trang quản trị.",
    }),
    text("participants", "Đơn vị tham gia (dữ liệu)", {
      cell: ({ participation }) => participation.units,
      prose: true,
      width: 24,
    }),
  ],
  (values) => {
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
);

const isEmpty = (data: object) =>
  Object.values(data).every((each) => Array.isArray(each) && each.length === 0);

/** Returns text that is not JSON unchanged; the schema refuses it. */
function dataIn(value: unknown): unknown {
  if (typeof value !== "string") return null;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
