import * as v from "valibot";
import { textSections } from "#core/figures/section.ts";
import type { ReportModel, Run, Section } from "./model.ts";
import type { TextSection } from "./texts.ts";
import { formatQuantity } from "./wording.ts";

export const ReportDifference = v.strictObject({
  figures: v.array(
    v.strictObject({
      id: v.string(),
      label: v.string(),
      before: v.nullable(v.string()),
      after: v.nullable(v.string()),
    }),
  ),
  texts: v.array(
    v.strictObject({
      section: v.picklist(textSections),
      before: v.nullable(v.string()),
      after: v.nullable(v.string()),
    }),
  ),
  warnings: v.strictObject({ added: v.array(v.string()), removed: v.array(v.string()) }),
  titles: v.strictObject({ added: v.array(v.string()), removed: v.array(v.string()) }),
});
export type ReportDifference = v.InferOutput<typeof ReportDifference>;

export function compareFigures(
  before: Pick<ReportModel, "figures">,
  after: Pick<ReportModel, "figures">,
): ReportDifference["figures"] {
  const said = (report: Pick<ReportModel, "figures">) =>
    new Map(
      report.figures.map((figure) => [figure.id, { label: figure.label, words: formatQuantity(figure) }]),
    );
  const [old, fresh] = [said(before), said(after)];
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), fresh.get(id)];
    const label = is?.label ?? was?.label ?? id;
    if (was?.words === is?.words && was?.label === is?.label) return [];
    return [{ id, label, before: was?.words ?? null, after: is?.words ?? null }];
  });
}

type Compared = ReportModel & { left?: Record<string, number> };

export function compareReports(before: Compared, after: Compared): ReportDifference {
  return {
    figures: compareFigures(before, after),
    texts: textSections.flatMap((section) => {
      const [was, is] = [textOf(before, section), textOf(after, section)];
      return was === is ? [] : [{ section, before: was, after: is }];
    }),
    warnings: compareLists(
      before.warnings.map(({ message }) => message),
      after.warnings.map(({ message }) => message),
    ),
    titles: compareTitles(before, after),
  };
}

function compareLists(before: string[], after: string[]): { added: string[]; removed: string[] } {
  const [old, fresh] = [new Set(before), new Set(after)];
  return {
    added: [...fresh].filter((each) => !old.has(each)),
    removed: [...old].filter((each) => !fresh.has(each)),
  };
}

const wordsOf = (runs: Run[]): string =>
  runs.map((run) => (typeof run === "string" ? run : run.text)).join("");

function textOf({ sections }: ReportModel, section: TextSection): string | null {
  const found = sections.find(({ id }) => id === section);
  const written = (found?.paragraphs ?? []).filter((runs: Section["paragraphs"][number]) =>
    runs.every((run) => typeof run === "string"),
  );
  return written.length > 0 ? written.map(wordsOf).join("\n\n") : null;
}

/** In a truncated list, ignores titles after the last common title, which may be cut off. */
function compareTitles(before: Compared, after: Compared): ReportDifference["titles"] {
  const isCut = [before, after].some(({ left }) => left?.["annexes/recognised"]);
  const [old, fresh] = [before.annexes.recognised, after.annexes.recognised];
  const [inOld, inFresh] = [new Set(old.map(({ id }) => id)), new Set(fresh.map(({ id }) => id))];
  const known = <T extends { id: string }>(list: T[], others: ReadonlySet<string>): T[] =>
    isCut ? list.slice(0, list.findLastIndex(({ id }) => others.has(id)) + 1) : list;
  const without = <T extends { id: string; title: string }>(list: T[], others: ReadonlySet<string>) =>
    known(list, others).flatMap(({ id, title }) => (others.has(id) ? [] : [title]));
  return { added: without(fresh, inOld), removed: without(old, inFresh) };
}
