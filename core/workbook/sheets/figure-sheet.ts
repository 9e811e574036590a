import * as v from "valibot";
import { writeDay } from "#core/base/calendar.ts";
import { reference } from "#core/base/text.ts";
import { DeclaredForm, keyOfLabel } from "#core/figures/declared-figure.ts";
import { catalogue } from "#core/figures/figure.ts";
import { dayIn } from "./cell.ts";
import {
  choiceColumn,
  choiceLabel,
  idOrNull,
  idsIn,
  readRecord,
  type SheetColumn,
  type SheetDefinition,
} from "./sheet.ts";
import { qualifierWords } from "./words.ts";

export const FigureRow = v.strictObject({
  ...DeclaredForm.entries,
  unit: reference(),
  key: DeclaredForm.entries.key.wrapped,
});
export type FigureRow = v.InferOutput<typeof FigureRow>;

const qualifier = choiceColumn({ key: "qualifier", header: "Từ chỉ mức", width: 12 }, qualifierWords);

const columns: SheetColumn[] = [
  { key: "unit", header: "Đơn vị", kind: "text", required: true, width: 28 },
  {
    key: "key",
    header: "Chỉ tiêu",
    kind: "text",
    width: 36,
    note: "Chọn trong danh mục. Số liệu ngoài danh mục: bỏ trống và ghi tên ở cột Tên số liệu.",
  },
  { key: "label", header: "Tên số liệu", kind: "text", width: 48 },
  {
    key: "from",
    header: "Từ kỳ",
    kind: "text",
    required: true,
    width: 12,
    note: "Năm (2019) hoặc ngày (01/01/2019).",
  },
  {
    key: "to",
    header: "Đến kỳ",
    kind: "text",
    required: true,
    width: 12,
    note: "Năm (2021) hoặc ngày (30/06/2021).",
  },
  {
    key: "value",
    header: "Giá trị",
    kind: "number",
    note: "Để trống nếu chưa biết: chưa biết không phải là 0.",
  },
  qualifier,
  { key: "measure", header: "Đơn vị tính", kind: "text", width: 18 },
  {
    key: "partOf",
    header: "Thuộc chỉ tiêu",
    kind: "text",
    prose: true,
    width: 30,
    note: "Các chỉ tiêu mà số này là một phần, cách nhau bằng dấu chấm phẩy.",
  },
  { key: "document", header: "Văn bản nguồn", kind: "text", width: 24 },
  { key: "note", header: "Ghi chú", kind: "text", prose: true, width: 40 },
];

export const figureSheet: SheetDefinition<FigureRow> = {
  name: "Số liệu",
  columns,
  read({ unit, key, label, from, to, value, qualifier, measure, partOf, document, note }) {
    const known = catalogue[idOrNull(key) ?? ""];
    const named = label ?? known?.label ?? "";
    return readRecord(FigureRow, {
      unit: idOrNull(unit) ?? "",
      key: idOrNull(key) ?? keyOfLabel(String(named)),
      label: named,
      from: boundIn(from),
      to: boundIn(to),
      value,
      qualifier,
      measure: measure ?? known?.measure ?? "",
      partOf: idsIn(partOf),
      document: idOrNull(document),
      note: note ?? "",
      why: "",
    });
  },
  write: (row) => [
    row.unit,
    row.key,
    row.label,
    writeDay(row.from),
    writeDay(row.to),
    row.value,
    choiceLabel(qualifier, row.qualifier),
    row.measure,
    row.partOf.join("; ") || null,
    row.document,
    row.note || null,
  ],
};

const boundIn = (value: unknown) => dayIn(String(value ?? "")) ?? String(value ?? "");
