import type { ListItem, ReportFigure, ReportInput, Run, Section } from "./model.ts";
import { describePeriod, periodOf } from "./wording.ts";

/** What a section says, before it is numbered and its figures are listed. */
export type Draft = Pick<Section, "paragraphs" | "tables" | "lists">;

/** What the writers of sections work with. */
export interface Desk {
  input: ReportInput;
  figures: ReportFigure[];
  /** Years whose evaluation is finished, and years with registrations that still wait for theirs. */
  finished: number[];
  open: number[];
  /** What a figure of one year is beside the year before: ", tăng 1 sáng kiến, 5,0% so với năm 2019"; empty where nothing can be said. */
  change(figure: ReportFigure): string;
}

export const emptyDraft = (): Draft => ({ paragraphs: [], tables: [], lists: [] });

export const isEmpty = ({ paragraphs, tables, lists }: Draft): boolean =>
  paragraphs.length + tables.length + lists.length === 0;

/** The ids of all figures that a draft states. */
export function figureIdsIn({ paragraphs, tables, lists }: Draft): string[] {
  const itemRuns = (item: ListItem): Run[] => [...item.runs, ...item.items.flatMap(itemRuns)];
  const runs = [
    ...paragraphs.flat(),
    ...tables.flatMap(({ rows }) => rows.flat(2)),
    ...lists.flatMap(({ lead, items }) => [...lead, ...items.flatMap(itemRuns)]),
  ];
  return runs.flatMap((run) => (typeof run === "object" && "figure" in run ? [run.figure] : []));
}

/** Figures by their period in words, in their order. */
export function groupByPeriod(figures: ReportFigure[]): Map<string, ReportFigure[]> {
  return Map.groupBy(figures, (figure) => describePeriod(periodOf(figure)));
}
