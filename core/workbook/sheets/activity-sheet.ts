import * as v from "valibot";
import { ActivityForm } from "#core/activities/activity.ts";
import { reference } from "#core/base/text.ts";
import { choicesOf, columnsOf, defineSheet, idOrNull, namesIn, readRecord } from "./sheet.ts";
import { activityKindWords, outreachFormWords } from "./words.ts";

/** The unit's own key or the exported id; null means that the key is derived from the row. */
export const recordRowKey = v.nullable(v.pipe(v.string("field.invalid"), v.maxLength(80, "row.key.tooLong")));

export const ActivityRow = v.strictObject({
  unit: reference(),
  key: recordRowKey,
  ...v.omit(ActivityForm, ["evidence"]).entries,
});
export type ActivityRow = v.InferOutput<typeof ActivityRow>;

const { text, number, date } = columnsOf<ActivityRow>();
const count = { note: "Để trống nếu chưa biết: chưa biết không phải là 0." };

const formOf = (word: string) =>
  Object.entries(outreachFormWords).find(([, each]) => each.toLowerCase() === word.toLowerCase())?.[0] ??
  word;

export const activitySheet = defineSheet(
  "Hoạt động",
  [
    text("unit", "Đơn vị", { required: true, width: 28 }),
    text("kind", "Loại", { ...choicesOf(activityKindWords), required: true, width: 14 }),
    date("from", "Từ ngày", { required: true }),
    date("to", "Đến ngày", { note: "Để trống nếu diễn ra trong một ngày." }),
    text("title", "Tên hoạt động", { required: true, width: 48 }),
    text("content", "Nội dung", { prose: true, width: 48 }),
    text("forms", "Hình thức", {
      prose: true,
      width: 36,
      cell: ({ forms }) => forms.map((form) => outreachFormWords[form]),
      note: `Cách nhau bằng dấu chấm phẩy: ${Object.values(outreachFormWords).join("; ")}.`,
    }),
    text("audience", "Đối tượng", { width: 30 }),
    number("sessions", "Số buổi", count),
    number("participants", "Số lượt người", count),
    number("articles", "Số tin, bài", count),
    number("broadcasts", "Số lượt phát thanh", count),
    number("organisations", "Số cơ quan, tổ chức, đơn vị", { note: "Chỉ ghi cho phát động." }),
    number("hamlets", "Số thôn, tổ dân phố", { note: "Chỉ ghi cho phát động." }),
    text("note", "Ghi chú", { prose: true, width: 40 }),
    text("key", "Mã", {
      mayLack: true,
      width: 26,
      note: "Mã do đơn vị đặt, để nhập lại là sửa. Để trống thì nhận ra bằng loại, ngày và tên.",
    }),
  ],
  ({ unit, key, from, to, forms, ...values }) =>
    readRecord(ActivityRow, {
      ...values,
      unit: idOrNull(unit) ?? "",
      key: key === null || key === undefined ? null : String(key),
      from,
      to: to ?? from,
      title: values.title ?? "",
      content: values.content ?? "",
      audience: values.audience ?? "",
      note: values.note ?? "",
      forms: namesIn(forms).map(formOf),
    }),
);
