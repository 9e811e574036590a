import { dayOf } from "#core/base/calendar.ts";
import type { ReportFigure, ReportModel, Source } from "#core/report/model.ts";
import type { Issue } from "#core/report/record.ts";
import { describePeriod, formatDay, formatNumber, periodOf } from "#core/report/wording.ts";
import type { PlainCell } from "../../documents/spreadsheet/workbook.ts";
import type { FilledSheet } from "../../documents/spreadsheet/workbook-writer.ts";
import { listAnnexes } from "./workbook-annexes.ts";
import { boundCell, columnOf, type ReportSheet, remarkOn, valueCell } from "./workbook-cells.ts";
import { listTables } from "./workbook-tables.ts";

export function listSheets(report: ReportModel, issue: Issue | null): FilledSheet[] {
  const sheets = [
    listFigures(report),
    ...listTables(report),
    ...listAnnexes(report),
    listSources(report),
    ...(report.warnings.length > 0 ? [listWarnings(report)] : []),
  ];
  return [summarise(report, issue, sheets), ...sheets];
}

function summarise(report: ReportModel, issue: Issue | null, sheets: readonly ReportSheet[]): FilledSheet {
  const { unit, superior, period, title, demo, dataHash } = report;
  return {
    sheet: { name: "Tóm tắt", columns: [columnOf("Mục", "text", 40), columnOf("Nội dung", "text", 90)] },
    rows: [
      ["Báo cáo", title],
      ...(demo ? [["Lưu ý", "Bản minh họa: số liệu của đợt phát động thử."]] : []),
      ["Đơn vị", unit.name],
      ...(superior ? [["Đơn vị cấp trên", superior.name]] : []),
      ["Kỳ báo cáo", describePeriod(periodOf(period))],
      ["Số, ký hiệu", issue?.number ?? "Chưa cấp số"],
      ["Ngày ban hành", issue ? formatDay(issue.signedOn) : "Chưa ban hành"],
      ["Mã dữ liệu", dataHash],
      ...sheets.map(({ sheet, about }) => [`Trang “${sheet.name}”`, about]),
    ],
  };
}

const origins = {
  records: "đếm từ hồ sơ",
  document: "văn bản",
  declaration: "đơn vị báo cáo",
  derived: "tính từ số liệu khác",
} as const;

function nameFigures(keys: string[], { from, to }: Pick<ReportFigure, "from" | "to">, all: ReportFigure[]) {
  const named = keys.map((key) => {
    const own = all.filter((figure) => figure.key === key);
    return (own.find((figure) => figure.from === from && figure.to === to) ?? own[0])?.label ?? key;
  });
  return named.join("; ");
}

function listFigures({ figures }: ReportModel): ReportSheet {
  return {
    about: "Mọi số liệu của báo cáo, mỗi số liệu theo kỳ của chính nó.",
    sheet: {
      name: "Số liệu",
      columns: [
        columnOf("Chỉ tiêu", "text", 44),
        columnOf("Từ", "number", 12),
        columnOf("Đến", "number", 12),
        columnOf("Số liệu", "number", 13),
        columnOf("Mức độ", "text", 16),
        columnOf("Đơn vị tính", "text", 22),
        columnOf("Tử số", "number", 9),
        columnOf("Mẫu số", "number", 9),
        columnOf("Đếm từ hồ sơ", "number", 10),
        columnOf("Nguồn gốc", "text", 20),
        columnOf("Ghi chú", "text", 40),
        columnOf("Là một phần của", "text", 44),
        columnOf("Mã chỉ tiêu", "text", 34),
      ],
    },
    rows: figures.map((figure) => [
      figure.label,
      boundCell(figure.from),
      boundCell(figure.to),
      valueCell(figure),
      remarkOn(figure),
      figure.measure,
      figure.numerator ?? null,
      figure.denominator ?? null,
      figure.counted,
      origins[figure.origin],
      figure.note,
      nameFigures(figure.partOf, figure, figures),
      figure.key,
    ]),
  };
}

function listSources({ figures }: ReportModel): ReportSheet {
  return {
    about: "Mỗi số liệu dựa vào đâu: văn bản, sổ tiếp nhận, hồ sơ được công nhận, báo cáo của đơn vị.",
    sheet: {
      name: "Nguồn",
      columns: [
        columnOf("Chỉ tiêu", "text", 44),
        columnOf("Từ", "number", 12),
        columnOf("Đến", "number", 12),
        columnOf("Loại nguồn", "text", 20),
        columnOf("Số, ký hiệu hoặc mã", "text", 26),
        columnOf("Tên", "text", 60),
        columnOf("Cơ quan", "text", 36),
        columnOf("Ngày", "day", 12),
      ],
    },
    rows: rowsOfSources(figures),
  };
}

function* rowsOfSources(figures: readonly ReportFigure[]): Generator<PlainCell[]> {
  for (const figure of figures)
    for (const source of figure.sources)
      yield [figure.label, boundCell(figure.from), boundCell(figure.to), ...describeSource(source)];
}

function describeSource(source: Source): PlainCell[] {
  switch (source.type) {
    case "document":
      return [source.documentType, source.symbol, source.title, source.issuer, { day: source.issuedOn }];
    case "initiative":
      return ["Hồ sơ công nhận", source.id, source.title, null, null];
    case "initiatives":
      return [
        "Hồ sơ công nhận",
        source.unit,
        `${formatNumber(source.count)} hồ sơ năm ${source.year}`,
        null,
        null,
      ];
    case "register":
      return ["Sổ tiếp nhận", source.unit, `Sổ tiếp nhận năm ${source.year}`, null, null];
    case "declaration":
      return ["Báo cáo của đơn vị", source.unit, null, null, dayDeclared(source.declaredBy)];
  }
}

const dayDeclared = (declaredBy: { at: string } | null): PlainCell =>
  declaredBy ? { day: dayOf(declaredBy.at) } : null;

function listWarnings({ warnings, figures: all }: ReportModel): ReportSheet {
  return {
    about: "Những điểm người biên tập cần đối chiếu; không số liệu nào bị sửa theo.",
    sheet: {
      name: "Cảnh báo",
      columns: [
        columnOf("Nội dung", "text", 90),
        columnOf("Mã", "text", 24),
        columnOf("Chỉ tiêu", "text", 44),
        columnOf("Từ", "number", 12),
        columnOf("Đến", "number", 12),
      ],
    },
    rows: warnings.map(({ message, code, figures, from, to }) => [
      message,
      code,
      nameFigures(figures, { from, to }, all),
      boundCell(from),
      boundCell(to),
    ]),
  };
}
