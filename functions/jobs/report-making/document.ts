import type { ListItem, ReportModel, Run, Section } from "#core/report/model.ts";
import type { Issue } from "#core/report/record.ts";
import { capitalise, formatDay, nameInSentence, placeName } from "#core/report/wording.ts";
import { type Layout, layoutOf } from "../../documents/layout.ts";
import type {
  Annex,
  Block,
  DocumentItem,
  Inline,
  Letterhead,
  OfficialDocument,
} from "../../documents/official-document.ts";
import { anchorOf } from "./anchor.ts";
import { listFigures, listSources } from "./annex.ts";
import { listAnnexes, showsRecognised } from "./annex-lists.ts";
import { chartYears } from "./chart.ts";

/** Composes the report of the unit's Front committee, or of an organisation. */
export function composeReport(report: ReportModel, issue: Issue | null): OfficialDocument {
  const { unit, superior, title, warnings, demo, layout } = report;
  const empty = report.figures.length === 0;
  const { words } = layoutOf(layout);
  const chart = chartYears(report);
  const annexed = showsRecognised(report);
  const nothing: Block = { kind: "paragraph", runs: [{ text: "Chưa có số liệu trong kỳ báo cáo." }] };
  return {
    layout,
    letterhead: composeLetterhead(report, issue, words),
    type: "BÁO CÁO",
    subject: title,
    banner: demo ? "BẢN MINH HỌA – số liệu của đợt phát động thử" : null,
    body: endBody(
      [
        ...report.sections.flatMap((section) => composeSection(section, chart, annexed)),
        ...(empty ? [nothing] : []),
      ],
      words.end,
    ),
    signature: {
      authority: isOrganisation(unit) ? "THỦ TRƯỞNG ĐƠN VỊ" : `${words.onBehalf} BAN THƯỜNG TRỰC`,
      position: isOrganisation(unit) ? "" : "CHỦ TỊCH",
      fields: ["Chữ ký của người ký", "Chữ ký của cơ quan"],
    },
    recipients: [...(superior ? [`${committeeOf(superior)};`] : []), "Lưu: VT."],
    annexes: composeAnnexes(report, attachTo(report, issue, words)),
    dataHash: report.dataHash,
    // A report with a number needs no notes for the editor.
    editorNotes:
      warnings.length > 0 && !issue
        ? { title: "Ghi chú cho người biên tập", notes: warnings.map(({ message }) => message) }
        : null,
  };
}

/** The note under an annex's name (Nghị định 30/2020/NĐ-CP, phụ lục I, phần II, mục III.1). */
function attachTo({ unit }: ReportModel, issue: Issue | null, words: Layout["words"]): string {
  const number = issue ? words.issued(issue.number) : words.number(symbolOf(unit));
  const named = number.replace(/^Số:? ?/, "số ");
  return `(Kèm theo Báo cáo ${named} ${issue ? writeDay(issue.signedOn) : blankDay} của ${committeeOf(unit)})`;
}

function composeAnnexes(report: ReportModel, attachedTo: string): Annex[] {
  const figures =
    report.figures.length === 0
      ? []
      : [{ subject: "Bảng tổng hợp số liệu", blocks: [listFigures(report), ...listSources(report)] }];
  const annexes = [...figures, ...listAnnexes(report)];
  return annexes.map((annex, i) => ({
    title: annexes.length > 1 ? `Phụ lục ${roman[i] ?? i + 1}` : "Phụ lục",
    attachedTo,
    ...annex,
  }));
}

const roman = ["I", "II", "III", "IV", "V", "VI", "VII"];

type Issuer = Pick<ReportModel["unit"], "name" | "level" | "system">;

const isOrganisation = ({ level, system }: Issuer) =>
  level === "unit" || system === "member" || system === "other";

const symbolOf = (unit: Issuer) => (isOrganisation(unit) ? "BC" : "BC-MTTQ-BTT");

const blankDay = "ngày          tháng          năm";

function committeeOf(unit: Issuer): string {
  return isOrganisation(unit) ? unit.name : `Ban Thường trực Ủy ban MTTQ Việt Nam ${nameInSentence(unit)}`;
}

function composeLetterhead(
  { unit, superior }: ReportModel,
  issue: Issue | null,
  words: Layout["words"],
): Letterhead {
  const date = issue ? writeDay(issue.signedOn) : blankDay;
  const number = issue ? words.issued(issue.number) : words.number(symbolOf(unit));
  if (isOrganisation(unit))
    return {
      superior: superior?.name.toUpperCase() ?? "",
      issuer: unit.name.toUpperCase(),
      number,
      placeAndDate: superior ? `${placeName(superior)}, ${date}` : capitalise(date),
    };
  return {
    superior: `ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM ${nameInSentence(unit)}`.toUpperCase(),
    issuer: "BAN THƯỜNG TRỰC",
    number,
    placeAndDate: `${placeName(unit)}, ${date}`,
  };
}

function writeDay(day: string): string {
  const [date, month, year] = formatDay(day).split("/");
  return `ngày ${date} tháng ${month} năm ${year}`;
}

function composeSection(
  { id, number, title, paragraphs, tables, lists }: Section,
  chart: Block | null,
  annexed: boolean,
): Block[] {
  const toInline = (run: Run) => writeRun(run, annexed);
  const toItem = ({ runs, items }: ListItem): DocumentItem => ({
    runs: runs.map(toInline),
    items: items.map(toItem),
  });
  const part = /^\d+([a-z])$/.exec(number)?.[1];
  const heading = part ? `${part}) ${title}` : number ? `${number}. ${title}` : title;
  return [
    ...(heading === ""
      ? []
      : [{ kind: "heading" as const, level: part ? (2 as const) : (1 as const), text: heading }]),
    ...paragraphs.map((runs): Block => ({ kind: "paragraph", runs: runs.map(toInline) })),
    ...tables.map(
      ({ title: caption, columns, rows }): Block => ({
        kind: "table",
        caption,
        columns: columns.map((column, i) => ({
          title: column,
          align: "center",
          width: i === 0 ? 20 : 80 / (columns.length - 1),
          whole: i === 0,
        })),
        rows: rows.map((cells) => ({ cells: cells.map((runs) => runs.map(toInline)) })),
      }),
    ),
    ...(id === "recognised" && chart && tables.length > 0 ? [chart] : []),
    ...lists.flatMap(({ lead, items }): Block[] => [
      ...(lead.length > 0 ? [{ kind: "paragraph" as const, runs: lead.map(toInline) }] : []),
      ...(items.length > 0 ? [{ kind: "list" as const, items: punctuate(items.map(toItem)) }] : []),
    ]),
  ];
}

function writeRun(run: Run, annexed: boolean): Inline {
  if (typeof run === "string") return { text: run };
  if ("figure" in run) return { text: run.text, target: anchorOf("figure", run.figure) };
  if ("document" in run) return { text: run.text };
  const place = anchorOf("initiative", run.initiative);
  return annexed ? { text: run.text, target: place } : { text: run.text, anchor: place };
}

/** Items end with a semicolon, the last one with a full stop; a colon before sub-items stays. */
function punctuate(items: DocumentItem[], last = true): DocumentItem[] {
  return items.map(({ runs, items: below }, i) => {
    const isLast = last && i === items.length - 1;
    const mark = below.length > 0 ? [] : [{ text: isLast ? "." : ";" }];
    return { runs: [...runs, ...mark], items: punctuate(below, isLast) };
  });
}

/** Nghị định 30/2020/NĐ-CP ends the text with "./.". */
function endBody(blocks: Block[], end: string): Block[] {
  const last = blocks.at(-1);
  if (!last || (last.kind !== "paragraph" && last.kind !== "list")) return blocks;
  const ended: Block =
    last.kind === "list"
      ? { ...last, items: endItems(last.items, end) }
      : { ...last, runs: endRuns(last.runs, end) };
  return [...blocks.slice(0, -1), ended];
}

function endItems(items: DocumentItem[], end: string): DocumentItem[] {
  const last = items.at(-1);
  if (!last) return items;
  const ended =
    last.items.length > 0
      ? { ...last, items: endItems(last.items, end) }
      : { ...last, runs: endRuns(last.runs, end) };
  return [...items.slice(0, -1), ended];
}

function endRuns(runs: Inline[], end: string): Inline[] {
  const last = runs.at(-1);
  if (!last) return runs;
  if (last.target === undefined && last.text.endsWith("."))
    return [...runs.slice(0, -1), { ...last, text: last.text.slice(0, -1) + end }];
  return [...runs, { text: end }];
}
