import * as v from "valibot";
import { wholeNumber } from "#core/base/bounds.ts";
import { optionalLine, reference, requiredLine } from "#core/base/text.ts";
import { rowIdPattern } from "#core/campaigns/document.ts";
import type { DocumentInitiative } from "#core/initiatives/initiative.ts";
import { Level, System } from "#core/units/unit.ts";
import { choicesOf, columnsOf, defineSheet, idOrNull, readRecord } from "./sheet.ts";
import { levelWords, systemWords } from "./words.ts";

export const DocumentInitiativeRow = v.strictObject({
  id: v.pipe(
    v.string("field.invalid"),
    v.regex(rowIdPattern, "document.id.invalid"),
    v.maxLength(80, "document.id.invalid"),
  ),
  unit: reference(),
  year: wholeNumber("year.invalid", { min: 1990, max: 2200 }),
  system: System,
  organisation: requiredLine("unit.name", 200),
  title: requiredLine("title", 300),
  titleAsPublished: v.nullable(requiredLine("title", 300)),
  remark: optionalLine("figure.note", 300),
  level: Level,
  source: reference(),
});
export type DocumentInitiativeRow = v.InferOutput<typeof DocumentInitiativeRow>;

const { text, number } = columnsOf<DocumentInitiativeRow>();

export const documentInitiativeSheet = defineSheet(
  "Sáng kiến theo văn bản",
  [
    text("id", "Mã dòng", {
      required: true,
      width: 22,
      note: "Dòng mới: mã đơn vị, hai gạch nối, rồi mã riêng, như xa-dien-khanh--2019-07.",
    }),
    text("unit", "Đơn vị", { required: true, width: 28 }),
    number("year", "Năm", { required: true, width: 8 }),
    text("system", "Hệ thống", { ...choicesOf(systemWords), required: true, width: 18 }),
    text("organisation", "Tổ chức", { required: true, width: 24 }),
    text("title", "Tên sáng kiến", { required: true, width: 60 }),
    text("titleAsPublished", "Tên như đã in", { width: 40, note: "Chỉ ghi khi bản in có lỗi chữ." }),
    text("level", "Cấp công nhận", { ...choicesOf(levelWords), required: true, width: 16 }),
    text("source", "Văn bản nguồn", { required: true, width: 28 }),
    text("remark", "Ghi chú sau tên", {
      mayLack: true,
      width: 40,
      note: "Lời đi liền sau tên trong văn bản nguồn, như: theo Thông tư số … .",
    }),
  ],
  ({ unit, source, remark, ...values }) =>
    readRecord(DocumentInitiativeRow, {
      ...values,
      remark: remark ?? "",
      unit: idOrNull(unit) ?? "",
      source: idOrNull(source) ?? "",
    }),
);

export function documentInitiative(row: DocumentInitiativeRow, path: string[]): DocumentInitiative {
  const { level: at, remark, ...rest } = row;
  return {
    ...rest,
    ...(remark === "" ? {} : { remark }),
    origin: "document",
    version: 1,
    campaign: null,
    path,
    state: "recognised",
    recognitions: [{ level: at, decision: null, revoked: null }],
  };
}

/** Null if a decision exists, because the sheet has no columns for decisions. */
export function documentInitiativeRow(record: DocumentInitiative): DocumentInitiativeRow | null {
  const { id, unit, year, system: of, organisation, title, titleAsPublished, source, recognitions } = record;
  const { remark = "" } = record;
  const [first, ...more] = recognitions;
  if (!first || first.decision || first.revoked || more.length > 0) return null;
  return {
    id,
    unit,
    year,
    system: of,
    organisation,
    title,
    titleAsPublished,
    remark,
    level: first.level,
    source,
  };
}
