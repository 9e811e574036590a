import { dayOf } from "#core/base/calendar.ts";
import { formatNumber } from "#core/base/format-vi.ts";
import type { ListItem, ReportFigure, ReportModel, Run, Section, Source } from "#core/report/model.ts";
import type { Issue } from "#core/report/record.ts";
import { describePeriod, formatDay, periodOf } from "#core/report/wording.ts";
import type { FilledSheet } from "../../documents/spreadsheet/workbook-writer.ts";
import { listAnnexes } from "./workbook-annexes.ts";
import {
  boundCell,
  columnOf,
  dayCell,
  type ReportSheet,
  remarkOn,
  sheetOf,
  valueCell,
} from "./workbook-cells.ts";
import { listTables } from "./workbook-tables.ts";

export function listSheets(report: ReportModel, issue: Issue | null): FilledSheet[] {
  const sheets = [
    listText(report),
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

function listText({ sections }: ReportModel): ReportSheet {
  const rows = sections.flatMap((section) => {
    const heading = [section.number, section.title].filter(Boolean).join(" ") || "Mở đầu";
    return sayContent(section).map((text) => ({ heading, text }));
  });
  return sheetOf("Lời văn", "Lời văn của báo cáo, theo thứ tự.", rows, [
    ["Phần", "text", 36, ({ heading }) => heading],
    ["Nội dung", "text", 110, ({ text }) => text],
  ]);
}

function sayContent({ paragraphs, lists }: Section): string[] {
  const say = (runs: Run[]) => runs.map((run) => (typeof run === "string" ? run : run.text)).join("");
  const sayItem = (mark: string, { runs, items }: ListItem): string[] => [
    `${mark} ${say(runs)}`,
    ...items.flatMap((item) => sayItem("+", item)),
  ];
  return [
    ...paragraphs.map(say),
    ...lists.flatMap(({ lead, items }) => [
      ...(lead.length > 0 ? [say(lead)] : []),
      ...items.flatMap((item) => sayItem("-", item)),
    ]),
  ];
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
  const about = "Mọi số liệu của báo cáo, mỗi số liệu theo kỳ của chính nó.";
  return sheetOf("Số liệu", about, figures, [
    ["Chỉ tiêu", "text", 44, ({ label }) => label],
    ["Từ", "number", 12, ({ from }) => boundCell(from)],
    ["Đến", "number", 12, ({ to }) => boundCell(to)],
    ["Số liệu", "number", 13, valueCell],
    ["Mức độ", "text", 16, remarkOn],
    ["Đơn vị tính", "text", 22, ({ measure }) => measure],
    ["Tử số", "number", 9, ({ numerator }) => numerator ?? null],
    ["Mẫu số", "number", 9, ({ denominator }) => denominator ?? null],
    ["Đếm từ hồ sơ", "number", 10, ({ counted }) => counted],
    ["Nguồn gốc", "text", 20, ({ origin }) => origins[origin]],
    ["Ghi chú", "text", 40, ({ note }) => note],
    ["Là một phần của", "text", 44, (figure) => nameFigures(figure.partOf, figure, figures)],
    ["Mã chỉ tiêu", "text", 34, ({ key }) => key],
  ]);
}

function listSources({ figures }: ReportModel): ReportSheet {
  const about =
    "Mỗi số liệu dựa vào đâu: văn bản, sổ tiếp nhận, hồ sơ được công nhận, dữ liệu đã nhập, báo cáo của đơn vị.";
  const rows = figures.flatMap((figure) =>
    figure.sources.map((source) => ({ figure, ...describeSource(source) })),
  );
  return sheetOf("Nguồn", about, rows, [
    ["Chỉ tiêu", "text", 44, ({ figure }) => figure.label],
    ["Từ", "number", 12, ({ figure }) => boundCell(figure.from)],
    ["Đến", "number", 12, ({ figure }) => boundCell(figure.to)],
    ["Loại nguồn", "text", 20, ({ type }) => type],
    ["Số, ký hiệu hoặc mã", "text", 26, ({ symbol }) => symbol],
    ["Tên", "text", 60, ({ title }) => title ?? null],
    ["Cơ quan", "text", 36, ({ issuer }) => issuer ?? null],
    ["Ngày", "day", 12, ({ day }) => dayCell(day)],
  ]);
}

interface DescribedSource {
  type: string;
  symbol: string;
  title?: string;
  issuer?: string | null;
  day?: string | null;
}

function describeSource(source: Source): DescribedSource {
  switch (source.type) {
    case "document": {
      const { documentType: type, symbol, title, issuer, issuedOn: day } = source;
      return { type, symbol, title, issuer, day };
    }
    case "initiative":
      return { type: "Hồ sơ công nhận", symbol: source.id, title: source.title };
    case "initiatives": {
      const title = `${formatNumber(source.count)} hồ sơ năm ${source.year}`;
      return { type: "Hồ sơ công nhận", symbol: source.unit, title };
    }
    case "register":
      return { type: "Sổ tiếp nhận", symbol: source.unit, title: `Sổ tiếp nhận năm ${source.year}` };
    case "records":
      return {
        type: "Dữ liệu đã nhập",
        symbol: source.unit,
        title: `Dữ liệu đã nhập năm ${source.year}`,
      };
    case "declaration": {
      const day = source.declaredBy && dayOf(source.declaredBy.at);
      return { type: "Báo cáo của đơn vị", symbol: source.unit, day };
    }
  }
}

function listWarnings({ warnings, figures: all }: ReportModel): ReportSheet {
  const about = "Những điểm người biên tập cần đối chiếu; không số liệu nào bị sửa theo.";
  return sheetOf("Cảnh báo", about, warnings, [
    ["Nội dung", "text", 90, ({ message }) => message],
    ["Mã", "text", 24, ({ code }) => code],
    ["Chỉ tiêu", "text", 44, ({ figures, from, to }) => nameFigures(figures, { from, to }, all)],
    ["Từ", "number", 12, ({ from }) => boundCell(from)],
    ["Đến", "number", 12, ({ to }) => boundCell(to)],
  ]);
}
