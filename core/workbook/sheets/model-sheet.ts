import * as v from "valibot";
import { ModelForm } from "#core/activities/model.ts";
import { ModelCheck } from "#core/activities/model-check.ts";
import { boundedArray } from "#core/base/bounds.ts";
import { writeDay } from "#core/base/calendar.ts";
import { reference } from "#core/base/text.ts";
import { recordRowKey } from "./activity-sheet.ts";
import { dayIn } from "./cell.ts";
import { joinParts, linesIn, splitParts } from "./line-parts.ts";
import { choicesOf, columnsOf, defineSheet, idOrNull, readRecord } from "./sheet.ts";
import { isYes, modelFieldWords, yesNoWords } from "./words.ts";

const most = 60;

export const ModelRow = v.strictObject({
  unit: reference(),
  key: recordRowKey,
  ...v.omit(ModelForm, ["evidence", "replicatedFrom"]).entries,
  /** Id of an initiative or a model. */
  replicatedFrom: v.nullable(reference("origin.id.invalid", 40)),
  checks: boundedArray(ModelCheck, { max: most, many: "model.check.tooMany" }),
});
export type ModelRow = v.InferOutput<typeof ModelRow>;

const { text, number, date } = columnsOf<ModelRow>();
const households = { note: "Để trống nếu chưa biết: chưa biết không phải là 0." };
const yesOrNo = (key: "rules" | "pilot" | "selfManaged", header: string) =>
  text(key, header, { ...choicesOf(yesNoWords), note: "Để trống nếu chưa rõ." });
const readYesOrNo = (value: unknown) => (value === null || value === undefined ? null : isYes(value));

/** `2025 | 20/12/2025 | Có | Ủy ban MTTQ xã | ghi chú`. */
const writeCheck = ({ year, on, by, maintained, note }: ModelCheck): string =>
  joinParts([String(year), writeDay(on), maintained ? yesNoWords.yes : yesNoWords.no, by, note]);

function readCheck(line: string) {
  const [year = "", on = "", maintained = "", by = "", ...note] = splitParts(line);
  const answer = maintained.toLowerCase();
  return {
    year: Number(year),
    on: dayIn(on) ?? on,
    by,
    maintained: answer === "có" ? true : answer === "không" ? false : null,
    note: note.join(" | "),
  };
}

export const modelSheet = defineSheet(
  "Mô hình",
  [
    text("unit", "Đơn vị", { required: true, width: 28 }),
    text("name", "Tên mô hình", { required: true, width: 48 }),
    text("type", "Loại mô hình", { width: 28 }),
    text("field", "Lĩnh vực", { ...choicesOf(modelFieldWords), required: true, width: 22 }),
    text("area", "Địa bàn", { width: 28 }),
    text("foundingNumber", "Số quyết định", { width: 18, note: "Chỉ số và ký hiệu, không ghi trích yếu." }),
    date("foundedOn", "Ngày quyết định"),
    date("launchedOn", "Ngày ra mắt"),
    date("endedOn", "Ngày kết thúc"),
    number("householdsSigned", "Số hộ ký cam kết", households),
    number("householdsTotal", "Tổng số hộ", households),
    text("managers", "Ban quản lý", { width: 30 }),
    yesOrNo("rules", "Có quy ước"),
    yesOrNo("pilot", "Làm điểm"),
    yesOrNo("selfManaged", "Tự quản"),
    text("replicatedFrom", "Nhân rộng từ", {
      width: 26,
      note: "Mã sáng kiến hoặc mã hệ thống của mô hình gốc.",
    }),
    text("checks", "Kiểm tra hằng năm", {
      prose: true,
      width: 48,
      cell: ({ checks }) => checks.map(writeCheck).join("\n"),
      note: "Mỗi năm một dòng: năm | ngày | còn duy trì (Có, Không) | ai kiểm tra | ghi chú. Ví dụ: 2025 | 20/12/2025 | Có | Ủy ban MTTQ xã",
    }),
    text("note", "Ghi chú", { prose: true, width: 40 }),
    text("key", "Mã", {
      mayLack: true,
      width: 26,
      note: "Mã do đơn vị đặt, để nhập lại là sửa. Để trống thì nhận ra bằng tên.",
    }),
  ],
  ({ unit, key, checks, replicatedFrom, rules, pilot, selfManaged, ...values }) =>
    readRecord(ModelRow, {
      ...values,
      unit: idOrNull(unit) ?? "",
      key: key === null || key === undefined ? null : String(key),
      name: values.name ?? "",
      type: values.type ?? "",
      area: values.area ?? "",
      foundingNumber: values.foundingNumber === null ? "" : String(values.foundingNumber ?? ""),
      managers: values.managers ?? "",
      note: values.note ?? "",
      rules: readYesOrNo(rules),
      pilot: readYesOrNo(pilot),
      selfManaged: readYesOrNo(selfManaged),
      replicatedFrom: idOrNull(replicatedFrom),
      checks: linesIn(checks).map(readCheck),
    }),
);
