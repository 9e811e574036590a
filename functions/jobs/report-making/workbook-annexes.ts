import type { AnnexInitiative, ReportFigure, ReportModel } from "#core/report/model.ts";
import { namesVi } from "#core/words/vi/names.ts";
import { dayCell, type ReportSheet, remarkOn, sheetOf, valueCell } from "./workbook-cells.ts";

export function listAnnexes(report: ReportModel): ReportSheet[] {
  const { recognised, commendations, unitsRanked } = report.annexes;
  return [
    ...(recognised.length > 0 ? [listRecognised(report)] : []),
    ...(commendations.length > 0 ? [listCommendations(report)] : []),
    ...(unitsRanked.length > 0 ? [listRanks(report)] : []),
  ];
}

const decisionsOf = ({ recognitions }: AnnexInitiative) =>
  recognitions.flatMap(({ decision }) => decision ?? []);

const latestDay = (row: AnnexInitiative) =>
  decisionsOf(row)
    .map(({ signedOn }) => signedOn)
    .sort()
    .at(-1);

function listRecognised({ annexes }: ReportModel): ReportSheet {
  return sheetOf("Công nhận", "Các sáng kiến được công nhận trong kỳ.", annexes.recognised, [
    ["Năm", "number", 8, ({ year }) => year],
    ["Mã hồ sơ", "text", 24, ({ id }) => id],
    ["Số tiếp nhận", "number", 12, ({ number }) => number],
    ["Tên sáng kiến", "text", 70, ({ title }) => title],
    ["Tác giả đồng ý công bố", "text", 36, ({ authors }) => authors.join(", ") || null],
    ["Đơn vị", "text", 28, ({ unit }) => unit],
    ["Tổ chức", "text", 24, ({ organisation }) => organisation],
    [
      "Cấp công nhận",
      "text",
      22,
      ({ recognitions }) => recognitions.map(({ level }) => namesVi[`level.${level}`]).join("; "),
    ],
    [
      "Quyết định",
      "text",
      26,
      (row) =>
        decisionsOf(row)
          .map(({ number }) => number)
          .join("; "),
    ],
    ["Ngày quyết định", "day", 13, (row) => dayCell(latestDay(row))],
  ]);
}

function listCommendations({ annexes, figures }: ReportModel): ReportSheet {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const rows = annexes.commendations.map((row) => ({ ...row, figure: byId.get(row.figure) }));
  return sheetOf("Khen thưởng", "Khen thưởng theo cấp, hình thức và đối tượng.", rows, [
    ["Cấp", "text", 30, ({ group }) => group],
    ["Hình thức", "text", 40, ({ form }) => form],
    ["Đối tượng", "text", 30, ({ recipient }) => recipient],
    ["Kỳ", "text", 24, ({ period }) => period],
    ["Số lượng", "number", 12, ({ figure }) => (figure ? valueCell(figure) : null)],
    ["Mức độ", "text", 16, ({ figure }) => (figure ? remarkOn(figure) : null)],
    ["Đơn vị tính", "text", 22, ({ figure }) => figure?.measure ?? null],
  ]);
}

function listRanks({ annexes }: ReportModel): ReportSheet {
  return sheetOf("Xếp hạng", "Các đơn vị trực thuộc, xếp theo tỷ lệ công nhận.", annexes.unitsRanked, [
    ["Hạng", "number", 8, ({ rank }) => rank],
    ["Đơn vị", "text", 40, ({ name }) => name],
    ["Đăng ký", "number", 12, ({ registered }) => registered],
    ["Công nhận", "number", 12, ({ recognised }) => recognised],
    ["Tỷ lệ", "number", 10, ({ rate }) => (rate === null ? null : { share: rate })],
    ["Ghi chú", "text", 40, remarksOn],
  ]);
}

function remarksOn({
  registered,
  recognised,
  rate,
  qualifiers,
}: ReportModel["annexes"]["unitsRanked"][number]): string {
  return [
    ...remark("Đăng ký", registered, qualifiers.registered),
    ...remark("Công nhận", recognised, qualifiers.recognised),
    ...(rate === null ? [] : remark("Tỷ lệ", rate, qualifiers.rate)),
  ].join("; ");
}

function remark(column: string, value: number | null, qualifier: ReportFigure["qualifier"] = null): string[] {
  const said = remarkOn({ value, qualifier });
  return said ? [`${column}: ${said}`] : [];
}
