import * as v from "valibot";
import { writeDay } from "#core/base/calendar.ts";
import { day, reference } from "#core/base/text.ts";
import { type CommendationDecision, CommendationForm, IssueForm } from "#core/commendation/decision.ts";
import { type AwardFormKey, awardFormKeys, awardLevels, nameForm } from "#core/commendation/forms.ts";
import { CancellationForm, type CommendationLine, LineForm } from "#core/commendation/line.ts";
import { messagesVi } from "#core/words/vi/index.ts";
import { dayIn } from "./cell.ts";
import { choicesOf, columnsOf, defineSheet, idOrNull, type RecordColumn, readRecord } from "./sheet.ts";
import {
  awardBasisWords,
  awardGroundWords,
  awardLevelWords,
  awardLineWords,
  awardStateWords,
  awardSystemWords,
  isYes,
  recipientKindWords,
  sexWords,
  yesNoWords,
} from "./words.ts";

/** One recipient with the decision. Rows of one decision repeat the decision's columns. */
export const CommendationRow = v.strictObject({
  unit: reference(),
  /** The unit's own key or the id of the decision; null means number and day. */
  key: v.nullable(v.pipe(v.string("field.invalid"), v.maxLength(80, "row.key.tooLong"))),
  state: v.picklist(["proposed", "issued", "cancelled"], "field.invalid"),
  number: v.nullable(IssueForm.entries.number),
  signedOn: v.nullable(day("decision.signedOn")),
  ...CommendationForm.entries,
  ground: v.nullable(CancellationForm.entries.ground),
  reason: v.pipe(v.string("reason.required"), v.maxLength(2_000, "reason.tooLong")),
  cancelledOn: v.nullable(day("commendation.cancelledOn")),
  moneyToRecover: CancellationForm.entries.moneyToRecover,
  ...LineForm.pipe[0].entries,
  /** Cancellation of this recipient's award alone. */
  lineGround: v.nullable(CancellationForm.entries.ground),
  lineReason: v.pipe(v.string("reason.required"), v.maxLength(2_000, "reason.tooLong")),
  lineCancelledOn: v.nullable(day("commendation.cancelledOn")),
  lineMoneyToRecover: CancellationForm.entries.moneyToRecover,
  /** Place within the decision, from 1; set while the sheet is read. */
  n: v.number(),
});
export type CommendationRow = v.InferOutput<typeof CommendationRow>;

/** Form names at all levels. */
const formCodes = Object.fromEntries(
  awardFormKeys.flatMap((key) => awardLevels.map((level) => [nameForm(key, level), key])),
) as Record<string, AwardFormKey>;

const { text, number, date } = columnsOf<CommendationRow>();
const bound = (key: "from" | "to", header: string) =>
  text(key, header, {
    cell: (row) => (row[key] === null ? null : writeDay(row[key])),
    width: 14,
    note: "Năm (2026) hoặc ngày (30/06/2026).",
  });

const decisionColumns: RecordColumn<CommendationRow>[] = [
  text("unit", "Đơn vị", { required: true, width: 28 }),
  text("key", "Mã quyết định", {
    mayLack: true,
    width: 26,
    note: "Để trống nếu đã có số và ngày ký. Các dòng cùng mã thuộc một quyết định.",
  }),
  text("state", "Trạng thái", { ...choicesOf(awardStateWords), required: true, width: 16 }),
  text("number", "Số quyết định", { width: 20, note: "Chỉ số và ký hiệu, ví dụ 15/QĐ-UBND." }),
  date("signedOn", "Ngày ký"),
  number("year", "Năm khen thưởng", { required: true, width: 12 }),
  text("issuer", "Nơi ban hành", { required: true, width: 32 }),
  text("level", "Cấp khen thưởng", { ...choicesOf(awardLevelWords), required: true, width: 16 }),
  text("line", "Hệ thống khen thưởng", { ...choicesOf(awardLineWords), required: true, width: 18 }),
  text("basis", "Loại hình", { ...choicesOf(awardBasisWords), required: true, width: 22 }),
  text("occasion", "Dịp, phong trào", { width: 30 }),
  text("subject", "Trích yếu", { required: true, width: 48 }),
  text("articles", "Căn cứ", { prose: true, width: 40 }),
  text("document", "Văn bản nguồn", { width: 24 }),
  number("budget", "Kinh phí (đồng)", { width: 16 }),
];

const lineColumns: RecordColumn<CommendationRow>[] = [
  text("recipientKind", "Đối tượng", { ...choicesOf(recipientKindWords), required: true, width: 14 }),
  text("name", "Tên người, tập thể", { required: true, width: 30 }),
  number("birthYear", "Năm sinh, thành lập", { width: 12 }),
  text("sex", "Giới tính", { ...choicesOf(sexWords), width: 10 }),
  text("position", "Chức vụ", { width: 24 }),
  text("workplace", "Nơi công tác, nơi ở", { width: 32 }),
  text("leader", "Là lãnh đạo", { ...choicesOf(yesNoWords), width: 12 }),
  text("system", "Thuộc hệ thống", {
    ...choicesOf(awardSystemWords),
    width: 20,
    note: "Để trống nếu chưa rõ.",
  }),
  text("form", "Hình thức, danh hiệu", {
    cell: (row) => nameForm(row.form, row.level),
    choices: Object.keys(formCodes),
    codes: formCodes,
    required: true,
    width: 28,
  }),
  text("achievement", "Thành tích", { prose: true, width: 48 }),
  bound("from", "Thành tích từ"),
  bound("to", "Thành tích đến"),
  text("initiative", "Mã sáng kiến", { width: 18 }),
  text("model", "Mã mô hình", { width: 18 }),
  number("money", "Tiền thưởng (đồng)", {
    width: 16,
    note: "Để trống để tính theo bảng hệ số của ngày ký; ghi 0 nếu không có tiền thưởng.",
  }),
  text("note", "Ghi chú", { width: 30 }),
];

const cancellationColumns: RecordColumn<CommendationRow>[] = [
  text("ground", "Căn cứ hủy bỏ", { ...choicesOf(awardGroundWords), mayLack: true, width: 26 }),
  text("reason", "Lý do hủy bỏ", { prose: true, mayLack: true, width: 32 }),
  date("cancelledOn", "Ngày hủy bỏ", { mayLack: true }),
  number("moneyToRecover", "Tiền phải thu hồi (đồng)", { mayLack: true, width: 16 }),
  text("lineGround", "Căn cứ hủy khen thưởng của dòng", {
    ...choicesOf(awardGroundWords),
    mayLack: true,
    width: 26,
    note: "Chỉ ghi khi hủy khen thưởng của riêng dòng này.",
  }),
  text("lineReason", "Lý do hủy khen thưởng của dòng", { prose: true, mayLack: true, width: 32 }),
  date("lineCancelledOn", "Ngày hủy khen thưởng của dòng", { mayLack: true }),
  number("lineMoneyToRecover", "Tiền phải thu hồi của dòng (đồng)", { mayLack: true, width: 16 }),
];

const boundOf = (value: string | number | null | undefined) =>
  value === null || value === undefined ? null : (dayIn(String(value)) ?? String(value));

export const commendationSheet = defineSheet(
  "Khen thưởng",
  [...decisionColumns, ...lineColumns, ...cancellationColumns],
  ({ unit, document, leader, system, from, to, ...values }) =>
    readRecord(CommendationRow, {
      ...Object.fromEntries(cancellationColumns.map(({ key }) => [key, null])),
      key: null,
      ...values,
      ...Object.fromEntries(texts.map((key) => [key, values[key] ?? ""])),
      unit: idOrNull(unit) ?? "",
      document: idOrNull(document),
      leader: isYes(leader),
      system: system ?? "unknown",
      from: boundOf(from),
      to: boundOf(to),
      n: 0,
    }),
);

/** Columns where an empty cell means an empty text. */
const texts = [
  "occasion",
  "articles",
  "position",
  "workplace",
  "achievement",
  "note",
  "reason",
  "lineReason",
];

/** Writes words for an erased name. */
export function writeCommendationRow(
  decision: CommendationDecision,
  line: CommendationLine,
): CommendationRow {
  const { path, version, sums, cancelledLines, lastLine, created, changedAt, ...rest } = decision;
  const { cancellation, id: key, ...told } = rest;
  const { erased, cancellation: own, ...given } = line;
  return {
    ...told,
    ...given,
    key,
    name: erased && line.name === "" ? messagesVi["text.erased"] : line.name,
    state: told.state === "withdrawn" ? "proposed" : told.state,
    ground: cancellation?.ground ?? null,
    reason: cancellation?.reason ?? "",
    cancelledOn: cancellation?.on ?? null,
    moneyToRecover: cancellation?.moneyToRecover ?? null,
    lineGround: own?.ground ?? null,
    lineReason: own?.reason ?? "",
    lineCancelledOn: own?.on ?? null,
    lineMoneyToRecover: own?.moneyToRecover ?? null,
  };
}
