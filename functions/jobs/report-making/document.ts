import type { ListItem, ReportModel, Run, Section } from "#core/report/model.ts";
import type { Issue } from "#core/report/record.ts";
import { listRecipients } from "#core/report/signing.ts";
import { layoutOf } from "../../documents/layout.ts";
import type {
  Annex,
  Block,
  DocumentItem,
  Inline,
  OfficialDocument,
} from "../../documents/official-document.ts";
import { anchorOf } from "./anchor.ts";
import { listFigures, listSources } from "./annex.ts";
import { listAnnexes, showsRecognised } from "./annex-lists.ts";
import { chartYears } from "./chart.ts";
import { attachTo, committeeOf, composeLetterhead, composeSignatures } from "./issuer.ts";

export function composeReport(report: ReportModel, issue: Issue | null): OfficialDocument {
  const { superior, title, warnings, demo, layout } = report;
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
    ...composeSignatures(report, words),
    recipients: listRecipients(report.signing.recipients, superior ? [committeeOf(superior)] : []),
    annexes: composeAnnexes(report, attachTo(report, issue, words), issue !== null),
    dataHash: report.dataHash,
    editorNotes:
      warnings.length > 0 && !issue
        ? { title: "Ghi chú cho người biên tập", notes: warnings.map(({ message }) => message) }
        : null,
  };
}

function composeAnnexes(report: ReportModel, attachedTo: string, isIssued: boolean): Annex[] {
  const figures =
    report.figures.length === 0
      ? []
      : [
          {
            subject: "Bảng tổng hợp số liệu",
            blocks: [listFigures(report, isIssued), ...listSources(report)],
          },
        ];
  const annexes = [...figures, ...listAnnexes(report)];
  return annexes.map((annex, i) => ({
    title: annexes.length > 1 ? `Phụ lục ${roman[i] ?? i + 1}` : "Phụ lục",
    attachedTo,
    ...annex,
  }));
}

const roman = ["I", "II", "III", "IV", "V", "VI", "VII"];

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
    ...tables.map(({ title: caption, columns, rows }): Block => {
      const first = columns.length > 5 ? 11 : 20;
      return {
        kind: "table",
        caption,
        columns: columns.map((column, i) => ({
          title: column,
          align: "center",
          width: i === 0 ? first : (100 - first) / (columns.length - 1),
          whole: i === 0,
        })),
        rows: rows.map((cells) => ({ cells: cells.map((runs) => runs.map(toInline)) })),
      };
    }),
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
    return {
      runs: [...(below.length > 0 ? runs : withoutEnd(runs)), ...mark],
      items: punctuate(below, isLast),
    };
  });
}

function withoutEnd(runs: Inline[]): Inline[] {
  const last = runs.at(-1);
  if (!last || !/[.;]$/.test(last.text)) return runs;
  return [...runs.slice(0, -1), { ...last, text: last.text.slice(0, -1) }];
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
