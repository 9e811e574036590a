import * as v from "valibot";
import { wholeNumber } from "#core/base/bounds.ts";
import { reference, requiredLine } from "#core/base/text.ts";
import { rowIdPattern } from "#core/campaigns/document.ts";
import type { DocumentInitiative } from "#core/initiatives/initiative.ts";
import { Level, System } from "#core/units/unit.ts";
import {
  choiceColumn,
  choiceLabel,
  idOrNull,
  readRecord,
  type SheetColumn,
  type SheetDefinition,
} from "./sheet.ts";
import { levelWords, systemWords } from "./words.ts";

/** Title that a document lists as recognised. */
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
  level: Level,
  source: reference(),
});
export type DocumentInitiativeRow = v.InferOutput<typeof DocumentInitiativeRow>;

const level = choiceColumn({ key: "level", header: "Cấp công nhận", required: true, width: 16 }, levelWords);
const system = choiceColumn({ key: "system", header: "Hệ thống", required: true, width: 18 }, systemWords);

const columns: SheetColumn[] = [
  {
    key: "id",
    header: "Mã dòng",
    kind: "text",
    required: true,
    width: 22,
    note: "Dòng mới: mã đơn vị, hai gạch nối, rồi mã riêng, như xa-dien-khanh--2019-07.",
  },
  { key: "unit", header: "Đơn vị", kind: "text", required: true, width: 28 },
  { key: "year", header: "Năm", kind: "number", required: true, width: 8 },
  system,
  { key: "organisation", header: "Tổ chức", kind: "text", required: true, width: 24 },
  { key: "title", header: "Tên sáng kiến", kind: "text", required: true, width: 60 },
  {
    key: "titleAsPublished",
    header: "Tên như đã in",
    kind: "text",
    width: 40,
    note: "Chỉ ghi khi bản in có lỗi chữ.",
  },
  level,
  { key: "source", header: "Văn bản nguồn", kind: "text", required: true, width: 28 },
];

export const documentInitiativeSheet: SheetDefinition<DocumentInitiativeRow> = {
  name: "Sáng kiến theo văn bản",
  columns,
  read: ({ unit, source, ...values }) =>
    readRecord(DocumentInitiativeRow, {
      ...values,
      unit: idOrNull(unit) ?? "",
      source: idOrNull(source) ?? "",
    }),
  write: (row) => [
    row.id,
    row.unit,
    row.year,
    choiceLabel(system, row.system),
    row.organisation,
    row.title,
    row.titleAsPublished,
    choiceLabel(level, row.level),
    row.source,
  ],
};

export function documentInitiative(row: DocumentInitiativeRow, path: string[]): DocumentInitiative {
  const { level: at, ...rest } = row;
  return {
    ...rest,
    origin: "document",
    version: 1,
    campaign: null,
    path,
    state: "recognised",
    recognitions: [{ level: at, decision: null, revoked: null }],
  };
}

/** Null if it has been decided on since, which the sheet cannot express. */
export function documentInitiativeRow(record: DocumentInitiative): DocumentInitiativeRow | null {
  const { id, unit, year, system: of, organisation, title, titleAsPublished, source, recognitions } = record;
  const [first, ...more] = recognitions;
  if (!first || first.decision || first.revoked || more.length > 0) return null;
  return { id, unit, year, system: of, organisation, title, titleAsPublished, level: first.level, source };
}
