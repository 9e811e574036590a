import { dayOf, writeDay } from "#core/base/calendar.ts";
import type { Figure, Origin } from "#core/figures/figure.ts";
import type { InitiativeSummary } from "#core/initiatives/initiative.ts";
import { isShownTo } from "#core/initiatives/personal-fields.ts";
import { currentRecognitions } from "#core/initiatives/recognition.ts";
import { type RegisterRow, registerPrivacy } from "#core/initiatives/register.ts";
import type { Unit } from "#core/units/unit.ts";
import { messagesVi } from "#core/words/vi/index.ts";
import type { Cell, Column, PlainCell } from "../../documents/spreadsheet/workbook.ts";

export interface Field<Row> extends Column {
  read: (row: Row) => PlainCell;
}

export type UnitNames = (id: string) => string;

const text = <Row>(
  key: string,
  header: string,
  width: number,
  read: (row: Row) => string | null,
): Field<Row> => ({
  key,
  header,
  kind: "text",
  width,
  read,
});
const number = <Row>(key: string, header: string, read: (row: Row) => number | null): Field<Row> => ({
  key,
  header,
  kind: "number",
  width: 11,
  read,
});
const day = <Row>(key: string, header: string, read: (row: Row) => string | null): Field<Row> => ({
  key,
  header,
  kind: "day",
  read: (row) => {
    const found = read(row);
    return found === null ? null : { day: found };
  },
});

const originWords: Record<Origin, string> = {
  records: "Đếm từ hồ sơ",
  document: "Văn bản",
  declaration: "Đơn vị báo cáo",
  derived: "Tính từ số khác",
};

export function toCells<Row>(fields: readonly Field<Row>[], row: Row): Cell[] {
  return fields.map(({ read }) => read(row));
}

const textOrErased = (text: string) => text || messagesVi["text.erased"];
const latestStanding = ({ recognitions }: InitiativeSummary) => currentRecognitions(recognitions).at(-1);
const receivedOn = ({ receivedAt }: InitiativeSummary) => (receivedAt === null ? null : dayOf(receivedAt));

const late = text<InitiativeSummary>("late", "Nhận sau hạn", 12, (row) => (row.late ? "Có" : null));
const title = text<InitiativeSummary>("title", "Tên sáng kiến", 48, (row) => textOrErased(row.title));
const code = text<InitiativeSummary>("id", "Mã hồ sơ", 16, ({ id, origin }) =>
  origin === "document" ? null : id,
);
const kind = text<InitiativeSummary>("kind", "Loại", 18, (row) => row.kind && messagesVi[`kind.${row.kind}`]);
const state = text<InitiativeSummary>("state", "Trạng thái", 20, (row) => messagesVi[`state.${row.state}`]);
const system = text<InitiativeSummary>("system", "Hệ thống", 18, (row) => messagesVi[`system.${row.system}`]);
const recognised: Field<InitiativeSummary>[] = [
  text("level", "Cấp công nhận", 14, (row) => {
    const level = latestStanding(row)?.level;
    return level ? messagesVi[`level.${level}`] : null;
  }),
  text("decision", "Quyết định số", 18, (row) => latestStanding(row)?.decision?.number ?? null),
  day("signedOn", "Ngày quyết định", (row) => latestStanding(row)?.decision?.signedOn ?? null),
];

export const dossierFields = (nameOf: UnitNames): Field<InitiativeSummary>[] => [
  code,
  title,
  text("author", "Tác giả", 26, (row) => (row.author === null ? null : textOrErased(row.author))),
  number("authors", "Số tác giả", (row) => row.authors),
  text("unit", "Đơn vị", 26, (row) => nameOf(row.unit)),
  kind,
  state,
  day("receivedOn", "Ngày nhận", receivedOn),
  late,
  day("dueOn", "Hạn xử lý", (row) => row.dueOn),
  number("number", "Số tiếp nhận", (row) => row.number),
  ...recognised,
];

const { authors: registerAuthors, ...registerRest } = registerPrivacy;
const registerParts = { ...registerAuthors.fields, ...registerRest };

/** Columns of the register (sổ tiếp nhận); `all` includes columns that `registerPrivacy` hides. */
export const registerFields = (all: boolean): Field<RegisterRow>[] => {
  const of = (field: Field<InitiativeSummary>): Field<RegisterRow> => ({
    ...field,
    read: ({ summary }) => field.read(summary),
  });
  const authors = (read: (author: { name: string; place: string }) => string) => (row: RegisterRow) =>
    row.entry?.authors.map(read).join("\n") ?? row.summary.organisation;
  const columns: Record<keyof typeof registerParts, Field<RegisterRow>> = {
    acceptedOn: day("acceptedOn", "Ngày tiếp nhận", ({ entry }) => entry?.acceptedOn ?? null),
    name: text(
      "authors",
      "Tác giả",
      26,
      authors(({ name }) => textOrErased(name)),
    ),
    place: text(
      "places",
      "Nơi công tác hoặc cư trú",
      30,
      authors(({ place }) => place),
    ),
    affiliation: text(
      "affiliations",
      "Tác giả thuộc",
      26,
      ({ entry }) =>
        entry?.authors
          .map(({ affiliation }) => (affiliation ? messagesVi[`affiliation.${affiliation}`] : ""))
          .join("\n") ?? null,
    ),
    phone: text("phone", "Điện thoại", 15, ({ entry }) => entry?.phone ?? null),
    email: text("email", "Thư điện tử", 26, ({ entry }) => entry?.email ?? null),
    field: text(
      "field",
      "Lĩnh vực",
      20,
      ({ entry }) => entry && messagesVi[`applicationField.${entry.field}`],
    ),
  };
  const told = (...names: (keyof typeof columns)[]) =>
    names.filter((name) => all || isShownTo("readers", registerParts[name])).map((name) => columns[name]);
  return [
    number("number", "Số tiếp nhận", ({ summary }) => summary.number),
    of(day("receivedOn", "Ngày nhận", receivedOn)),
    of(late),
    ...told("acceptedOn"),
    of(code),
    of(title),
    ...told("name", "place", "affiliation", "phone", "email", "field"),
    of(kind),
    of(system),
    of(state),
    day("dueOn", "Hạn xử lý", ({ summary }) => summary.dueOn),
    ...recognised.map(of),
  ];
};
export const libraryFields = (nameOf: UnitNames): Field<InitiativeSummary>[] => [
  code,
  title,
  number("year", "Năm", (row) => row.year),
  text("unit", "Đơn vị", 28, (row) => nameOf(row.unit)),
  text("organisation", "Tổ chức", 28, (row) => row.organisation),
  system,
  ...recognised,
];

export const figureFields = (
  nameOf: UnitNames,
  titleOf: (document: string) => string,
): Field<Figure & { unit: string }>[] => [
  text("unit", "Đơn vị", 28, (row) => nameOf(row.unit)),
  text("label", "Chỉ tiêu", 44, (row) => row.label),
  text("from", "Từ", 12, (row) => row.from),
  text("to", "Đến", 12, (row) => row.to),
  text("qualifier", "Mức", 10, (row) => row.qualifier && messagesVi[`qualifier.${row.qualifier}`]),
  number("value", "Giá trị", (row) => row.value),
  text("measure", "Đơn vị tính", 20, (row) => row.measure),
  number("counted", "Đếm từ hồ sơ", (row) => row.counted),
  text("origin", "Nguồn", 18, (row) => originWords[row.origin]),
  text("document", "Văn bản", 44, (row) => row.document && titleOf(row.document)),
];

export const unitFields = (nameOf: UnitNames): Field<Unit>[] => [
  text("code", "Mã", 12, (row) => row.code),
  text("name", "Tên đơn vị", 36, (row) => row.name),
  text("level", "Cấp", 16, (row) => messagesVi[`level.${row.level}`]),
  text("system", "Hệ thống", 20, (row) => messagesVi[`system.${row.system}`]),
  text("parent", "Đơn vị cấp trên", 36, (row) => row.parent && nameOf(row.parent)),
  day("validFrom", "Có hiệu lực từ", (row) => row.validFrom),
  day("validTo", "Đến", (row) => row.validTo),
  text("successors", "Đơn vị kế thừa", 44, (row) => row.successors.map(nameOf).join("; ") || null),
  text("earlier", "Tên trước đây", 44, ({ earlier = [] }) =>
    earlier.map(({ code, name, until }) => `${name} (${code}, đến ${writeDay(until)})`).join("; "),
  ),
];
