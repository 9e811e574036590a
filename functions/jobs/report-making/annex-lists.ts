import { formatNumber } from "#core/base/format-vi.ts";
import type {
  AnnexCommendation,
  AnnexDecision,
  AnnexInitiative,
  RankedUnit,
} from "#core/report/annex-model.ts";
import type { ReportFigure, ReportModel } from "#core/report/model.ts";
import { formatKnown, formatPercent, formatValue } from "#core/report/wording.ts";
import { fitColumns, type UnsizedColumn } from "../../documents/columns.ts";
import type { Block, Inline } from "../../documents/official-document.ts";
import { anchorOf } from "./anchor.ts";
import { composeNationalForm, tabulateDecisions } from "./decision-annexes.ts";
import { tabulateRecognised } from "./recognised-annex.ts";

/** Longer lists are only in the workbook. */
const mostRows = 2_000;

export interface ReportAnnex {
  subject: string;
  blocks: Block[];
}

export function showsRecognised({ annexes }: ReportModel): boolean {
  return annexes.recognised.length > 0 && annexes.recognised.length <= mostRows;
}

export function listAnnexes(report: ReportModel): ReportAnnex[] {
  const { annexes, figures } = report;
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return [
    ...listRecognised(annexes.recognised),
    ...compose("Danh mục khen thưởng", commendationColumns, annexes.commendations, (row, i) =>
      listCommendation(row, i, byId),
    ),
    ...listDecisions(annexes.decisions),
    ...(annexes.nationalForm.length > 0
      ? [{ subject: "Khen thưởng của bộ, ngành, tỉnh (biểu số 0703)", blocks: composeNationalForm(report) }]
      : []),
    ...compose("Kết quả của các đơn vị", unitColumns, annexes.unitsRanked, listUnit),
  ];
}

type Row = Extract<Block, { kind: "table" }>["rows"][number];

function compose<T>(
  subject: string,
  columns: UnsizedColumn[],
  list: readonly T[],
  toRow: (each: T, i: number) => Row,
): ReportAnnex[] {
  if (list.length === 0) return [];
  if (list.length <= mostRows)
    return [
      { subject, blocks: [fitColumns({ kind: "table", caption: "", columns, rows: list.map(toRow) })] },
    ];
  return [referTo(subject, list)];
}

function listRecognised(initiatives: AnnexInitiative[]): ReportAnnex[] {
  const subject = "Danh sách sáng kiến được công nhận";
  if (initiatives.length === 0) return [];
  if (initiatives.length > mostRows) return [referTo(subject, initiatives)];
  return [{ subject, blocks: [tabulateRecognised(initiatives)] }];
}

function listDecisions(decisions: AnnexDecision[]): ReportAnnex[] {
  const subject = "Khen thưởng theo quyết định";
  if (decisions.length === 0) return [];
  if (decisions.length > mostRows) return [referTo(subject, decisions)];
  return [{ subject, blocks: [tabulateDecisions(decisions)] }];
}

function referTo(subject: string, list: readonly unknown[]): ReportAnnex {
  const text = `Danh sách có ${formatNumber(list.length)} dòng, được gửi kèm ở dạng bảng tính (tệp annual-report.xlsx).`;
  return { subject, blocks: [{ kind: "paragraph", runs: [{ text }] }] };
}

const commendationColumns: UnsizedColumn[] = [
  { title: "TT", align: "center" },
  { title: "Cấp khen thưởng", align: "left" },
  { title: "Hình thức", align: "left" },
  { title: "Đối tượng", align: "left" },
  { title: "Số lượng", align: "center" },
  { title: "Kỳ", align: "left" },
];

function listCommendation(
  { group, form, recipient, period, figure: id }: AnnexCommendation,
  i: number,
  figures: ReadonlyMap<string, ReportFigure>,
): Row {
  const figure = figures.get(id);
  const amount = { text: figure ? formatValue(figure) : "", target: anchorOf("figure", id) };
  return { cells: [text(String(i + 1)), text(group), text(form), text(recipient), [amount], text(period)] };
}

const unitColumns: UnsizedColumn[] = [
  { title: "Hạng", align: "center" },
  { title: "Đơn vị", align: "left" },
  { title: "Hồ sơ đăng ký", align: "center" },
  { title: "Sáng kiến được công nhận", align: "center" },
  { title: "Tỷ lệ", align: "center" },
];

function listUnit({ name, registered, recognised, rate, rank, qualifiers }: RankedUnit): Row {
  return {
    cells: [
      text(rank === null ? "–" : formatNumber(rank)),
      text(name),
      text(formatKnown(registered, qualifiers.registered)),
      text(formatKnown(recognised, qualifiers.recognised)),
      text(formatKnown(rate, qualifiers.rate, formatPercent)),
    ],
  };
}

const text = (words: string): Inline[] => [{ text: words }];
