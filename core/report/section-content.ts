import type { ListItem, ReportFigure, ReportInput, Run, Section } from "./model.ts";
import { describePeriod, periodOf } from "./wording.ts";

export type SectionContent = Pick<Section, "paragraphs" | "tables" | "lists">;

export interface WriterContext {
  input: ReportInput;
  /** Figures with the catalogue's label and measure. */
  figures: ReportFigure[];
  all: ReportFigure[];
  /** `finished`: evaluated years. `open`: years with registrations but no evaluation. */
  finished: number[];
  open: number[];
  /** Example: ", tăng 1 sáng kiến, 5,0% so với năm 2019". Empty if not comparable. */
  change(figure: ReportFigure): string;
}

export const emptyContent = (): SectionContent => ({ paragraphs: [], tables: [], lists: [] });

export const isEmpty = ({ paragraphs, tables, lists }: SectionContent): boolean =>
  paragraphs.length + tables.length + lists.length === 0;

export function figureIdsIn({ paragraphs, tables, lists }: SectionContent): string[] {
  const itemRuns = (item: ListItem): Run[] => [...item.runs, ...item.items.flatMap(itemRuns)];
  const runs = [
    ...paragraphs.flat(),
    ...tables.flatMap(({ rows }) => rows.flat(2)),
    ...lists.flatMap(({ lead, items }) => [...lead, ...items.flatMap(itemRuns)]),
  ];
  return runs.flatMap((run) => (typeof run === "object" && "figure" in run ? [run.figure] : []));
}

export function groupByPeriod(figures: ReportFigure[]): Map<string, ReportFigure[]> {
  return Map.groupBy(figures, (figure) => describePeriod(periodOf(figure)));
}
