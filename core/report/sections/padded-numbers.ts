import { padNumber } from "#core/base/format-vi.ts";
import type { List, ListItem, Run, Section } from "#core/report/model.ts";

export function padSections(sections: readonly Section[]): Section[] {
  return sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.map(padRuns),
    tables: section.tables.map((table) => ({
      ...table,
      rows: table.rows.map((cells) => cells.map(padRuns)),
    })),
    lists: section.lists.map(({ lead, items }): List => ({ lead: padRuns(lead), items: items.map(padItem) })),
  }));
}

const padItem = ({ runs, items }: ListItem): ListItem => ({ runs: padRuns(runs), items: items.map(padItem) });

const padRuns = (runs: readonly Run[]): Run[] =>
  runs.map((run) => {
    if (typeof run === "string" || !("figure" in run)) return run;
    return { ...run, text: run.text.replace(/(?<![\d.,])\d(?![\d.,%])/, padNumber) };
  });
