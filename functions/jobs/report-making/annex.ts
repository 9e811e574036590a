import { formatNumber } from "#core/base/format-vi.ts";
import type { ReportFigure, ReportModel, Source } from "#core/report/model.ts";
import { formatDay, formatQuantity, headPeriod, periodOf } from "#core/report/wording.ts";
import { fitColumns } from "../../documents/columns.ts";
import type { Block, Inline } from "../../documents/official-document.ts";
import { anchorOf } from "./anchor.ts";

type DocumentSource = Extract<Source, { type: "document" }>;

const namedInitiatives = 5;

/** Counts beside declared values are for the editor, so an issued report has none. */
export function listFigures(report: ReportModel, isIssued: boolean): Block {
  const documents = documentsOf(report);
  const places = new Map(report.annexes.recognised.map(({ id }, i) => [id, i + 1]));
  const withCounts =
    !isIssued && report.figures.some(({ origin, counted }) => origin !== "records" && counted !== null);
  const rows = report.figures.map((figure, i) => {
    const note: Inline[] = figure.note ? [{ text: figure.note, italic: true, newLine: true }] : [];
    return {
      anchor: anchorOf("figure", figure.id),
      cells: [
        [{ text: String(i + 1) }],
        [{ text: figure.label }, ...note],
        [{ text: headPeriod(periodOf(figure)) }],
        [{ text: describeValue(figure) }],
        ...(withCounts ? [[{ text: figure.counted === null ? "" : formatNumber(figure.counted) }]] : []),
        describeSources(figure, documents, places),
      ],
    };
  });
  return fitColumns({
    kind: "table",
    caption: "",
    columns: [
      { title: "TT", align: "center" },
      { title: "Chỉ tiêu", align: "left" },
      { title: "Kỳ", align: "center", whole: true },
      { title: "Số liệu", align: "left" },
      ...(withCounts ? [{ title: "Đếm từ hồ sơ", align: "center" as const }] : []),
      { title: "Nguồn", align: "center" },
    ],
    rows,
  });
}

export function listSources(report: ReportModel): Block[] {
  const documents = documentsOf(report);
  if (documents.length === 0) return [];
  return [
    { kind: "paragraph", runs: [{ text: "Nguồn:", bold: true }] },
    {
      kind: "list",
      items: documents.map((document, i) => ({
        runs: [{ text: `[${i + 1}] ${citeSource(document)}`, anchor: anchorOf("document", document.id) }],
        items: [],
      })),
    },
  ];
}

function documentsOf({ figures }: ReportModel): DocumentSource[] {
  const cited = figures.flatMap(({ sources }) => sources).filter((source) => source.type === "document");
  return [...new Map(cited.map((source) => [source.id, source])).values()];
}

function citeSource({ documentType, symbol, issuedOn, issuer, title }: DocumentSource): string {
  const name = symbol ? `${documentType} số ${symbol}` : documentType;
  const cited = [name, issuer, `ngày ${formatDay(issuedOn)}`].filter(Boolean).join(", ");
  return title ? `${cited}: ${title}` : cited;
}

function describeValue(figure: ReportFigure): string {
  const { numerator, denominator } = figure;
  const share =
    numerator !== undefined && denominator !== undefined
      ? ` (${formatNumber(numerator)}/${formatNumber(denominator)})`
      : "";
  return formatQuantity(figure) + share;
}

/** The annex of recognised initiatives follows the annex of figures. */
const initiativeAnnex = "Phụ lục II";

const orderOf = (source: Source, places: ReadonlyMap<string, number>) =>
  source.type === "initiative" ? (places.get(source.id) ?? 0) : -1;

function describeSources(
  { origin, sources }: ReportFigure,
  documents: DocumentSource[],
  places: ReadonlyMap<string, number>,
): Inline[] {
  const initiatives = sources
    .filter(({ type }) => type === "initiative")
    .toSorted((a, b) => orderOf(a, places) - orderOf(b, places));
  const placeOf = (source: Source & { type: "initiative" }, first: Source | undefined) => {
    const place = places.get(source.id) ?? source.id;
    return source === first ? `${initiativeAnnex}: ${place}` : String(place);
  };
  const placed = sources.toSorted((a, b) => orderOf(a, places) - orderOf(b, places));
  const cells = placed.flatMap((source): Inline[] => {
    switch (source.type) {
      case "document":
        return [
          {
            text: `[${documents.findIndex(({ id }) => id === source.id) + 1}]`,
            target: anchorOf("document", source.id),
          },
        ];
      case "register":
        return [{ text: `sổ tiếp nhận ${source.year}` }];
      case "records":
        return [{ text: `dữ liệu đã nhập ${source.year}` }];
      case "declaration":
        return [{ text: "đơn vị báo cáo" }];
      case "initiatives":
        return [{ text: `${formatNumber(source.count)} hồ sơ công nhận năm ${source.year}` }];
      default:
        return initiatives.length > namedInitiatives
          ? []
          : [{ text: placeOf(source, initiatives[0]), target: anchorOf("initiative", source.id) }];
    }
  });
  if (initiatives.length > namedInitiatives)
    cells.push({ text: `${formatNumber(initiatives.length)} hồ sơ công nhận` });
  const joined = cells.flatMap((cell, i) => (i === 0 ? [cell] : [{ text: ", " }, cell]));
  return origin === "derived" ? [{ text: "tính từ " }, ...joined] : joined;
}
