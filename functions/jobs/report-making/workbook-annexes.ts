import type { AnnexInitiative, ReportFigure, ReportModel } from "#core/report/model.ts";
import { namesVi } from "#core/words/vi/names.ts";
import type { PlainCell } from "../../documents/spreadsheet/workbook.ts";
import { columnOf, type ReportSheet, remarkOn, valueCell } from "./workbook-cells.ts";

export function listAnnexes(report: ReportModel): ReportSheet[] {
  const { recognised, commendations, unitsRanked } = report.annexes;
  return [
    ...(recognised.length > 0 ? [listRecognised(report)] : []),
    ...(commendations.length > 0 ? [listCommendations(report)] : []),
    ...(unitsRanked.length > 0 ? [listRanks(report)] : []),
  ];
}

function listRecognised({ annexes }: ReportModel): ReportSheet {
  return {
    about: "Các sáng kiến được công nhận trong kỳ.",
    sheet: {
      name: "Công nhận",
      columns: [
        columnOf("Năm", "number", 8),
        columnOf("Mã hồ sơ", "text", 24),
        columnOf("Tên sáng kiến", "text", 70),
        columnOf("Đơn vị", "text", 28),
        columnOf("Tổ chức", "text", 24),
        columnOf("Cấp công nhận", "text", 22),
        columnOf("Quyết định", "text", 26),
        columnOf("Ngày quyết định", "day", 13),
      ],
    },
    rows: recognisedRows(annexes.recognised),
  };
}

function* recognisedRows(recognised: readonly AnnexInitiative[]): Generator<PlainCell[]> {
  for (const { year, id, title, unit, organisation, recognitions } of recognised) {
    const decisions = recognitions.flatMap(({ decision }) => decision ?? []);
    const last = decisions.at(-1);
    yield [
      year,
      id,
      title,
      unit,
      organisation,
      recognitions.map(({ level }) => namesVi[`level.${level}`]).join("; "),
      decisions.map(({ number }) => number).join("; "),
      last ? { day: last.signedOn } : null,
    ];
  }
}

function listCommendations({ annexes, figures }: ReportModel): ReportSheet {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return {
    about: "Khen thưởng theo cấp, hình thức và đối tượng.",
    sheet: {
      name: "Khen thưởng",
      columns: [
        columnOf("Cấp", "text", 30),
        columnOf("Hình thức", "text", 40),
        columnOf("Đối tượng", "text", 30),
        columnOf("Kỳ", "text", 24),
        columnOf("Số lượng", "number", 12),
        columnOf("Mức độ", "text", 16),
        columnOf("Đơn vị tính", "text", 22),
      ],
    },
    rows: annexes.commendations.map(({ group, form, recipient, period, figure: id }) => {
      const figure = byId.get(id);
      const said = figure ? [valueCell(figure), remarkOn(figure), figure.measure] : [null, null, null];
      return [group, form, recipient, period, ...said];
    }),
  };
}

function listRanks({ annexes }: ReportModel): ReportSheet {
  return {
    about: "Các đơn vị trực thuộc, xếp theo tỷ lệ công nhận.",
    sheet: {
      name: "Xếp hạng",
      columns: [
        columnOf("Hạng", "number", 8),
        columnOf("Đơn vị", "text", 40),
        columnOf("Đăng ký", "number", 12),
        columnOf("Công nhận", "number", 12),
        columnOf("Tỷ lệ", "number", 10),
        columnOf("Ghi chú", "text", 40),
      ],
    },
    rows: annexes.unitsRanked.map(({ rank, name, registered, recognised, rate, qualifiers }) => [
      rank,
      name,
      registered,
      recognised,
      rate === null ? null : { share: rate },
      [
        remark("Đăng ký", registered, qualifiers.registered),
        remark("Công nhận", recognised, qualifiers.recognised),
        rate === null ? [] : remark("Tỷ lệ", rate, qualifiers.rate),
      ]
        .flat()
        .join("; "),
    ]),
  };
}

function remark(column: string, value: number | null, qualifier: ReportFigure["qualifier"] = null): string[] {
  const said = remarkOn({ value, qualifier });
  return said ? [`${column}: ${said}`] : [];
}
