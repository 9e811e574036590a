import * as v from "valibot";
import { AnswerForm, ReplicationForm } from "#core/activities/replication.ts";
import { boundedArray } from "#core/base/bounds.ts";
import { writeDay } from "#core/base/calendar.ts";
import { day, reference } from "#core/base/text.ts";
import { recordRowKey } from "./activity-sheet.ts";
import { dayIn } from "./cell.ts";
import { joinParts, linesIn, splitParts } from "./line-parts.ts";
import { columnsOf, defineSheet, idOrNull, readRecord } from "./sheet.ts";

const most = 60;
const still = "Còn";
const ended = "Thôi";

export const ReplicationRow = v.strictObject({
  unit: reference(),
  key: recordRowKey,
  /** Id of an initiative or a model. */
  of: reference("origin.id.invalid", 40),
  ...v.omit(ReplicationForm, ["evidence", "of"]).entries,
  confirmedOn: v.nullable(day("replication.confirmedOn")),
  answers: boundedArray(AnswerForm, { max: most, many: "replication.answer.tooMany" }),
});
export type ReplicationRow = v.InferOutput<typeof ReplicationRow>;

const { text, date } = columnsOf<ReplicationRow>();

/** `20/03/2027 | Còn | ghi chú`. */
const writeAnswer = ({ on, applied, note }: AnswerForm): string =>
  joinParts([writeDay(on), applied ? still : ended, note]);

function readAnswer(line: string) {
  const [on = "", applied = "", ...note] = splitParts(line);
  const answer = applied.toLowerCase();
  const isKnown = answer === still.toLowerCase() || answer === ended.toLowerCase();
  return {
    on: dayIn(on) ?? on,
    applied: isKnown ? answer === still.toLowerCase() : null,
    note: note.join(" | "),
  };
}

export const replicationSheet = defineSheet(
  "Nhân rộng",
  [
    text("unit", "Đơn vị áp dụng", { required: true, width: 28 }),
    text("of", "Mã sáng kiến hoặc mô hình", {
      required: true,
      width: 26,
      note: "Mã sáng kiến đã công nhận, hoặc mã hệ thống của mô hình.",
    }),
    date("startedOn", "Áp dụng từ ngày", { required: true }),
    text("description", "Cách áp dụng", { prose: true, required: true, width: 48 }),
    text("effect", "Hiệu quả", { prose: true, width: 48 }),
    date("confirmedOn", "Ngày cấp trên xác nhận", { note: "Chỉ cấp trên của đơn vị ghi được." }),
    text("answers", "Trả lời còn áp dụng", {
      prose: true,
      width: 40,
      cell: ({ answers }) => answers.map(writeAnswer).join("\n"),
      note: "Mỗi lần một dòng: ngày | Còn hoặc Thôi | ghi chú. Ví dụ: 20/03/2027 | Còn",
    }),
    text("note", "Ghi chú", { prose: true, width: 40 }),
    text("key", "Mã", {
      mayLack: true,
      width: 26,
      note: "Mã do đơn vị đặt, để nhập lại là sửa. Để trống thì nhận ra bằng sáng kiến hoặc mô hình.",
    }),
  ],
  ({ unit, key, of, answers, ...values }) =>
    readRecord(ReplicationRow, {
      ...values,
      unit: idOrNull(unit) ?? "",
      key: key === null || key === undefined ? null : String(key),
      of: idOrNull(of) ?? "",
      description: values.description ?? "",
      effect: values.effect ?? "",
      note: values.note ?? "",
      answers: linesIn(answers).map(readAnswer),
    }),
);
