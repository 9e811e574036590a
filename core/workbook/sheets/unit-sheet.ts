import { writeDay } from "#core/base/calendar.ts";
import { type EarlierUnit, Unit } from "#core/units/unit.ts";
import { dayIn } from "./cell.ts";
import { choicesOf, columnsOf, defineSheet, idIn, idOrNull, idsIn, readRecord } from "./sheet.ts";
import { levelWords, systemWords } from "./words.ts";

const { text, date } = columnsOf<Unit>();

export const unitSheet = defineSheet(
  "Đơn vị",
  [
    text("id", "Mã đơn vị", {
      required: true,
      width: 24,
      note: "Mã của hệ thống, không đổi: chữ thường không dấu, chữ số và gạch nối, như xa-dien-khanh.",
    }),
    text("code", "Mã hành chính", { width: 14 }),
    text("name", "Tên đơn vị", { required: true, width: 40 }),
    text("level", "Cấp", { ...choicesOf(levelWords), required: true, width: 16 }),
    text("system", "Hệ thống", { ...choicesOf(systemWords), required: true, width: 18 }),
    text("parent", "Trực thuộc", {
      cell: ({ parent }, show) => parent && show(parent),
      width: 28,
      note: "Mã đơn vị cấp trên; bỏ trống nếu không có.",
    }),
    date("validFrom", "Có từ ngày"),
    date("validTo", "Đến hết ngày"),
    text("successors", "Đơn vị kế thừa", {
      prose: true,
      width: 32,
      note: "Mã các đơn vị tiếp nhận khi đơn vị này kết thúc, cách nhau bằng dấu chấm phẩy.",
    }),
    text("earlier", "Trước đây", {
      cell: ({ earlier = [] }) =>
        earlier
          .map(({ until, code, name, parent }) => [writeDay(until), code, name, parent ?? ""].join(" | "))
          .join("\n"),
      prose: true,
      width: 40,
      note: "Mỗi dòng một thời kỳ: đến hết ngày | mã hành chính | tên | trực thuộc. Dòng đầu là thời kỳ xa nhất.",
    }),
  ],
  ({ id, code, name, parent, successors, earlier, ...values }) =>
    readRecord(Unit, {
      ...values,
      id: id ?? "",
      code: code ?? "",
      name: name ?? "",
      parent: idOrNull(parent),
      successors: idsIn(successors),
      ...(earlier ? { earlier: linesIn(String(earlier)) } : {}),
    }),
);

function linesIn(text: string): EarlierUnit[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [until = "", code = "", name = "", parent = ""] = line.split("|").map((part) => part.trim());
      return { until: dayIn(until) ?? until, code, name, parent: parent === "" ? null : idIn(parent) };
    });
}
