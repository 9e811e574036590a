import * as v from "valibot";
import { writeDay } from "#core/base/calendar.ts";
import { reference } from "#core/base/text.ts";
import { definitionOf } from "#core/figures/catalogue.ts";
import { DeclaredForm, keyOfLabel } from "#core/figures/declared-figure.ts";
import { dayIn } from "./cell.ts";
import { choicesOf, columnsOf, defineSheet, idOrNull, idsIn, readRecord } from "./sheet.ts";
import { qualifierWords } from "./words.ts";

export const FigureRow = v.strictObject({
  ...DeclaredForm.entries,
  unit: reference(),
  key: DeclaredForm.entries.key.wrapped,
});
export type FigureRow = v.InferOutput<typeof FigureRow>;

const { text, number } = columnsOf<FigureRow>();

export const figureSheet = defineSheet(
  "Số liệu",
  [
    text("unit", "Đơn vị", { required: true, width: 28 }),
    text("key", "Chỉ tiêu", {
      width: 36,
      note: "Chọn trong danh mục. Số liệu ngoài danh mục: bỏ trống và ghi tên ở cột Tên số liệu.",
    }),
    text("label", "Tên số liệu", { width: 48 }),
    text("from", "Từ kỳ", {
      cell: (row) => writeDay(row.from),
      required: true,
      width: 12,
      note: "Năm (2019) hoặc ngày (01/01/2019).",
    }),
    text("to", "Đến kỳ", {
      cell: (row) => writeDay(row.to),
      required: true,
      width: 12,
      note: "Năm (2021) hoặc ngày (30/06/2021).",
    }),
    number("value", "Giá trị", { note: "Để trống nếu chưa biết: chưa biết không phải là 0." }),
    text("qualifier", "Từ chỉ mức", { ...choicesOf(qualifierWords), width: 12 }),
    text("measure", "Đơn vị tính", { width: 18 }),
    text("partOf", "Thuộc chỉ tiêu", {
      prose: true,
      width: 30,
      note: "Các chỉ tiêu mà số này là một phần, cách nhau bằng dấu chấm phẩy.",
    }),
    text("document", "Văn bản nguồn", { width: 24 }),
    text("note", "Ghi chú", { prose: true, width: 40 }),
  ],
  ({ unit, key, label, from, to, measure, partOf, document, note, ...values }) => {
    const known = definitionOf(idOrNull(key) ?? "");
    const named = label ?? known?.label ?? "";
    return readRecord(FigureRow, {
      ...values,
      unit: idOrNull(unit) ?? "",
      key: idOrNull(key) ?? keyOfLabel(String(named), String(measure ?? "")),
      label: named,
      from: boundIn(from),
      to: boundIn(to),
      measure: measure ?? known?.measure ?? "",
      partOf: idsIn(partOf),
      document: idOrNull(document),
      note: note ?? "",
      why: "",
    });
  },
);

const boundIn = (value: unknown) => dayIn(String(value ?? "")) ?? String(value ?? "");
