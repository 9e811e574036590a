import type { ReportFigure, ReportModel } from "#core/report/model.ts";

export interface NamedInitiative {
  id: string;
  title: string;
}

/** Yearly figures of a total or rate; empty for other figures. */
export function addendsOf({ figures }: ReportModel, figure: ReportFigure): ReportFigure[] {
  if (figure.origin !== "derived") return [];
  const keys = figure.key === "recognitionRate" ? ["recognised", "registered"] : [figure.key];
  const isYear = ({ from, to }: ReportFigure) => from === to && typeof from === "number";
  const within = ({ from }: ReportFigure) => from >= figure.from && from <= figure.to;
  return figures.filter((each) => keys.includes(each.key) && isYear(each) && within(each));
}

export function wholesOf({ figures }: ReportModel, figure: ReportFigure): ReportFigure[] {
  return figures.filter(
    ({ key, from, to }) => figure.partOf.includes(key) && from === figure.from && to === figure.to,
  );
}

export function initiativesOf({ annexes }: ReportModel, figure: ReportFigure): NamedInitiative[] {
  const own = figure.sources.flatMap((source) =>
    source.type === "initiative" ? [{ id: source.id, title: source.title }] : [],
  );
  const listed =
    figure.key === "recognised" && typeof figure.from === "number" && typeof figure.to === "number"
      ? annexes.recognised.filter(({ year }) => year >= Number(figure.from) && year <= Number(figure.to))
      : [];
  return [...new Map([...own, ...listed].map(({ id, title }) => [id, { id, title }])).values()];
}

export function yearOf({ from, to }: Pick<ReportFigure, "from" | "to">): number | null {
  return from === to && typeof from === "number" ? from : null;
}
