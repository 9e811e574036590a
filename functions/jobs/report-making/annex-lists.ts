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
    ...listRecognised(annexes.recognised, report.unit.name),
    ...listCommendations(annexes.commendations, byId),
    ...listDecisions(annexes.decisions),
    ...(annexes.nationalForm.length > 0
      ? [{ subject: "Khen thưởng của bộ, ngành, tỉnh (biểu số 0703)", blocks: composeNationalForm(report) }]
      : []),
    ...listUnits(annexes.unitsRanked),
  ];
}

type Row = Extract<Block, { kind: "table" }>["rows"][number];

function compose(
  subject: string,
  columns: readonly UnsizedColumn[],
  list: readonly unknown[],
  rowsOf: () => Row[],
): ReportAnnex[] {
  if (list.length === 0) return [];
  if (list.length > mostRows) return [referTo(subject, list)];
  return [{ subject, blocks: [fitColumns({ kind: "table", caption: "", columns, rows: rowsOf() })] }];
}

function listRecognised(initiatives: AnnexInitiative[], reporting: string): ReportAnnex[] {
  const subject = "Danh sách sáng kiến được công nhận";
  if (initiatives.length === 0) return [];
  if (initiatives.length > mostRows) return [referTo(subject, initiatives)];
  return [{ subject, blocks: [tabulateRecognised(initiatives, reporting)] }];
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
  { title: "Hình thức", align: "left" },
  { title: "Đối tượng", align: "left" },
  { title: "Số lượng", align: "center" },
  { title: "Kỳ", align: "left", whole: true },
];

function listCommendations(
  list: readonly AnnexCommendation[],
  figures: ReadonlyMap<string, ReportFigure>,
): ReportAnnex[] {
  return compose("Danh mục khen thưởng", commendationColumns, list, () =>
    list.flatMap(({ group, form, recipient, period, figure: id }, i): Row[] => {
      const figure = figures.get(id);
      const amount = { text: figure ? formatValue(figure) : "", target: anchorOf("figure", id) };
      const when = period.replace(/^(Năm|Giai đoạn) /, "");
      const row = { cells: [text(String(i + 1)), text(form), text(recipient), [amount], text(when)] };
      return group === list[i - 1]?.group ? [row] : [{ spans: true, cells: [text(group)] }, row];
    }),
  );
}

interface UnitColumn extends UnsizedColumn {
  cell: (unit: RankedUnit) => string;
  known?: (unit: RankedUnit) => boolean;
}

const unitColumns: UnitColumn[] = [
  {
    title: "Hạng",
    align: "center",
    cell: ({ rank }) => (rank === null ? "–" : formatNumber(rank)),
    known: ({ rank }) => rank !== null,
  },
  { title: "Đơn vị", align: "left", cell: ({ name }) => name },
  {
    title: "Hồ sơ đăng ký",
    align: "center",
    cell: ({ registered, qualifiers }) => formatKnown(registered, qualifiers.registered),
  },
  {
    title: "Sáng kiến được công nhận",
    align: "center",
    cell: ({ recognised, qualifiers }) => formatKnown(recognised, qualifiers.recognised),
  },
  {
    title: "Tỷ lệ",
    align: "center",
    cell: ({ rate, qualifiers }) => formatKnown(rate, qualifiers.rate, formatPercent),
    known: ({ rate }) => rate !== null,
  },
];

function listUnits(units: readonly RankedUnit[]): ReportAnnex[] {
  const shown = unitColumns.filter(({ known }) => known === undefined || units.some(known));
  const columns = shown.map(({ cell, known, ...column }) => column);
  return compose("Kết quả của các đơn vị", columns, units, () =>
    units.map((unit) => ({ cells: shown.map(({ cell }) => text(cell(unit))) })),
  );
}

const text = (words: string): Inline[] => [{ text: words }];
