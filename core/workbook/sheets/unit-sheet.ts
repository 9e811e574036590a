import { writeDay } from "#core/base/calendar.ts";
import { type EarlierUnit, Unit } from "#core/units/unit.ts";
import { dayIn } from "./cell.ts";
import {
  choiceColumn,
  choiceLabel,
  idIn,
  idOrNull,
  idsIn,
  readRecord,
  type SheetColumn,
  type SheetDefinition,
} from "./sheet.ts";
import { levelWords, systemWords } from "./words.ts";

const level = choiceColumn({ key: "level", header: "Cấp", required: true, width: 16 }, levelWords);
const system = choiceColumn({ key: "system", header: "Hệ thống", required: true, width: 18 }, systemWords);

const columns: SheetColumn[] = [
  {
    key: "id",
    header: "Mã đơn vị",
    kind: "text",
    required: true,
    width: 24,
    note: "Mã của hệ thống, không đổi: chữ thường không dấu, chữ số và gạch nối, như xa-dien-khanh.",
  },
  { key: "code", header: "Mã hành chính", kind: "text", width: 14 },
  { key: "name", header: "Tên đơn vị", kind: "text", required: true, width: 40 },
  level,
  system,
  {
    key: "parent",
    header: "Trực thuộc",
    kind: "text",
    width: 28,
    note: "Mã đơn vị cấp trên; bỏ trống nếu không có.",
  },
  { key: "validFrom", header: "Có từ ngày", kind: "day" },
  { key: "validTo", header: "Đến hết ngày", kind: "day" },
  {
    key: "successors",
    header: "Đơn vị kế thừa",
    kind: "text",
    prose: true,
    width: 32,
    note: "Mã các đơn vị tiếp nhận khi đơn vị này kết thúc, cách nhau bằng dấu chấm phẩy.",
  },
  {
    key: "earlier",
    header: "Trước đây",
    kind: "text",
    prose: true,
    width: 40,
    note: "Mỗi dòng một thời kỳ: đến hết ngày | mã hành chính | tên | trực thuộc. Dòng đầu là thời kỳ xa nhất.",
  },
];

export const unitSheet: SheetDefinition<Unit> = {
  name: "Đơn vị",
  columns,
  read({ id, code, name, level, system, parent, validFrom, validTo, successors, earlier }) {
    return readRecord(Unit, {
      id: id ?? "",
      code: code ?? "",
      name: name ?? "",
      level,
      system,
      parent: idOrNull(parent),
      validFrom,
      validTo,
      successors: idsIn(successors),
      ...(earlier ? { earlier: linesIn(String(earlier)) } : {}),
    });
  },
  write: (unit, show = (id) => id) => [
    unit.id,
    unit.code || null,
    unit.name,
    choiceLabel(level, unit.level),
    choiceLabel(system, unit.system),
    unit.parent && show(unit.parent),
    unit.validFrom === null ? null : { day: unit.validFrom },
    unit.validTo === null ? null : { day: unit.validTo },
    unit.successors.join("; ") || null,
    (unit.earlier ?? [])
      .map(({ until, code, name, parent }) => [writeDay(until), code, name, parent ?? ""].join(" | "))
      .join("\n") || null,
  ],
};

function linesIn(text: string): EarlierUnit[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [until = "", code = "", name = "", parent = ""] = line.split("|").map((part) => part.trim());
      return { until: dayIn(until) ?? until, code, name, parent: parent === "" ? null : idIn(parent) };
    });
}
