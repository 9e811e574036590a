import { nameForm, recipientNames } from "#core/commendation/forms.ts";
import type { AnnexInitiative } from "#core/report/annex-model.ts";
import type { ReportFigure, ReportModel } from "#core/report/model.ts";
import { namesVi } from "#core/words/vi/names.ts";
import { dayCell, type ReportSheet, remarkOn, sheetOf, valueCell } from "./workbook-cells.ts";

export function listAnnexes(report: ReportModel): ReportSheet[] {
  const { recognised, commendations, decisions, nationalForm, unitsRanked } = report.annexes;
  return [
    ...(recognised.length > 0 ? [listRecognised(report)] : []),
    ...(commendations.length > 0 ? [listCommendations(report)] : []),
    ...(decisions.length > 0 ? [listDecisions(report)] : []),
    ...(nationalForm.length > 0 ? [listNationalForm(report)] : []),
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

function listDecisions({ annexes }: ReportModel): ReportSheet {
  const rows = annexes.decisions.flatMap((decision) =>
    decision.awards.map((award) => ({ ...decision, ...award })),
  );
  return sheetOf("Quyết định khen thưởng", "Các quyết định khen thưởng đã ban hành trong kỳ.", rows, [
    ["Số quyết định", "text", 24, ({ number }) => number],
    ["Ngày", "day", 13, ({ signedOn }) => dayCell(signedOn)],
    ["Năm khen thưởng", "number", 10, ({ year }) => year],
    ["Cơ quan khen thưởng", "text", 40, ({ issuer }) => issuer],
    ["Nội dung", "text", 60, ({ subject }) => subject],
    ["Hình thức", "text", 34, ({ form, level }) => nameForm(form, level)],
    ["Đối tượng", "text", 18, ({ recipientKind }) => recipientNames[recipientKind].vi],
    ["Số lượng", "number", 10, ({ count }) => count],
    ["Tập thể, khu dân cư", "text", 60, ({ bodies }) => bodies.join("; ") || null],
  ]);
}

function listNationalForm({ annexes }: ReportModel): ReportSheet {
  const rows = annexes.nationalForm.flatMap(({ year, rows }) => rows.map((row) => ({ year, ...row })));
  return sheetOf("Biểu 0703", "Khen thưởng của bộ, ngành, tỉnh theo các quyết định đã ghi.", rows, [
    ["Năm", "number", 8, ({ year }) => year],
    ["Đối tượng", "text", 18, ({ recipientKind }) => recipientNames[recipientKind].vi],
    ["Bằng khen", "number", 12, ({ meritCertificate }) => meritCertificate],
    ["Chiến sĩ thi đua", "number", 12, ({ emulationFighter }) => emulationFighter],
    ["Cờ thi đua", "number", 12, ({ emulationFlag }) => emulationFlag],
    ["Huy hiệu, kỷ niệm chương", "number", 14, ({ medals }) => medals],
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
