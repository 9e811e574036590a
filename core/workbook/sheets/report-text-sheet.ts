import * as v from "valibot";
import { writeDay } from "#core/base/calendar.ts";
import { isReversed, PeriodBound } from "#core/base/period.ts";
import { reference, requiredProse } from "#core/base/text.ts";
import { textSections } from "#core/figures/section.ts";
import { boundIn } from "./cell.ts";
import { choicesOf, columnsOf, defineSheet, idOrNull, readRecord } from "./sheet.ts";
import { textSectionWords } from "./words.ts";

export const ReportTextRow = v.pipe(
  v.strictObject({
    unit: reference(),
    from: PeriodBound,
    to: PeriodBound,
    section: v.picklist(textSections, "figure.section.invalid"),
    text: requiredProse("report.text", 10_000),
  }),
  v.forward(
    v.check((row) => !isReversed(row), "figure.period.backwards"),
    ["to"],
  ),
);
export type ReportTextRow = v.InferOutput<typeof ReportTextRow>;

const { text } = columnsOf<ReportTextRow>();

export const reportTextSheet = defineSheet(
  "Lời văn báo cáo",
  [
    text("unit", "Đơn vị", { required: true, width: 28 }),
    text("from", "Từ kỳ", {
      cell: (row) => writeDay(row.from),
      required: true,
      width: 12,
      note: "Kỳ của báo cáo: năm (2019) hoặc ngày (01/01/2019).",
    }),
    text("to", "Đến kỳ", {
      cell: (row) => writeDay(row.to),
      required: true,
      width: 12,
      note: "Kỳ của báo cáo: năm (2021) hoặc ngày (30/06/2021).",
    }),
    text("section", "Phần của báo cáo", { ...choicesOf(textSectionWords), required: true, width: 26 }),
    text("text", "Lời văn", {
      prose: true,
      required: true,
      width: 100,
      note: "Một dòng trống ngăn hai đoạn. Dòng [số liệu] là chỗ của các số liệu; không có thì chúng đứng sau lời văn. Lời văn được giữ cho báo cáo kỳ sau.",
    }),
  ],
  ({ unit, from, to, ...values }) =>
    readRecord(ReportTextRow, {
      ...values,
      unit: idOrNull(unit) ?? "",
      from: boundIn(from),
      to: boundIn(to),
    }),
);
