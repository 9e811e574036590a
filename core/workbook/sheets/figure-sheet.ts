import * as v from "valibot";
import { boundedArray } from "#core/base/bounds.ts";
import { writeDay } from "#core/base/calendar.ts";
import { reference, requiredLine } from "#core/base/text.ts";
import { definitionOf } from "#core/figures/catalogue.ts";
import { DeclaredForm, keyOfLabel } from "#core/figures/declared-figure.ts";
import { boundIn } from "./cell.ts";
import { choicesOf, columnsOf, defineSheet, idOrNull, namesIn, type RowValues, readRecord } from "./sheet.ts";
import { figureKindWords, qualifierWords, sectionWords } from "./words.ts";

export const FigureRow = v.strictObject({
  ...DeclaredForm.entries,
  unit: reference(),
  key: DeclaredForm.entries.key.wrapped,
  /** Keys or labels. */
  partOf: boundedArray(requiredLine("figure.label", 400), { max: 20, many: "figure.partOf.tooMany" }),
});
export type FigureRow = v.InferOutput<typeof FigureRow>;

const { text, number } = columnsOf<FigureRow>();

export function nameFigure({ unit, key, label, measure }: RowValues) {
  const known = definitionOf(idOrNull(key) ?? "");
  const named = {
    label: String(label ?? known?.label ?? ""),
    measure: String(measure ?? known?.measure ?? ""),
  };
  return {
    ...named,
    unit: idOrNull(unit) ?? "",
    key: idOrNull(key) ?? keyOfLabel(named.label, named.measure),
    kind: known?.kind ?? "flow",
  };
}

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
      note: "Tên hoặc mã các chỉ tiêu mà số này là một phần, cách nhau bằng dấu chấm phẩy.",
    }),
    text("document", "Văn bản nguồn", { width: 24 }),
    text("note", "Ghi chú", { prose: true, width: 40 }),
    text("kind", "Loại số", {
      ...choicesOf(figureKindWords),
      mayLack: true,
      width: 16,
      note: "Số tính đến một ngày: Từ kỳ và Đến kỳ là chính ngày đó.",
    }),
    text("section", "Phần của báo cáo", { ...choicesOf(sectionWords), mayLack: true, width: 26 }),
    number("place", "Thứ tự", { mayLack: true, note: "Thứ tự trong danh sách của phần đó." }),
    text("sentence", "Câu viết riêng", {
      prose: true,
      mayLack: true,
      width: 60,
      note: "Câu nêu số này trong báo cáo, có đúng số và đơn vị tính. Để trống thì hệ thống tự ghi.",
    }),
  ],
  ({ unit, key, label, from, to, measure, partOf, kind, section, sentence, document, note, ...values }) => {
    const named = nameFigure({
      unit: unit ?? null,
      key: key ?? null,
      label: label ?? null,
      measure: measure ?? null,
    });
    return readRecord(FigureRow, {
      ...values,
      ...named,
      from: boundIn(from),
      to: boundIn(to),
      partOf: namesIn(partOf),
      kind: kind ?? named.kind,
      section: section ?? null,
      place: values.place ?? null,
      sentence: sentence ?? "",
      document: idOrNull(document),
      note: note ?? "",
      why: "",
    });
  },
);
