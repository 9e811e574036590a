import { isWholeYears, yearsOf } from "#core/base/period.ts";
import { countsDossiers } from "#core/figures/catalogue.ts";
import type { CurrentFigure, Figure } from "#core/figures/figure.ts";
import { currentRecognitions } from "#core/initiatives/recognition.ts";
import { systemsOf } from "#core/units/affiliation.ts";
import { isBreakdown } from "./figures.ts";
import type { RecognisedInitiative, ReportInput, Source } from "./model.ts";

/**
 * A derived figure has the sources of its addends. Counts of recognised initiatives link the initiatives, other counts
 * of dossiers the registers, other counts the year's records.
 */
export function sourcesOf(figure: Figure, figures: Figure[], input: ReportInput): Source[] {
  switch (figure.origin) {
    case "document":
      return figure.document ? [documentSource(figure.document, input)] : [];
    case "declaration":
      return [declarationSource(figure, input)];
    case "records":
      return recordSources(figure, input);
    case "derived":
      return unique(
        addendsOf(figure, figures)
          .filter((addend) => addend.origin !== "derived")
          .flatMap((addend) => sourcesOf(addend, figures, input)),
      );
  }
}

function addendsOf(figure: Figure, figures: Figure[]): Figure[] {
  const keys = figure.key === "recognitionRate" ? ["recognised", "registered"] : [figure.key];
  const years = yearsOf(figure).map(String);
  return figures.filter(({ key, from, to }) => keys.includes(key) && from === to && years.includes(from));
}

function documentSource(id: string, { documents }: ReportInput): Source {
  const document = documents.get(id);
  if (!document) throw new Error(`a figure cites document ${id}, which is not kept`);
  const { type, symbol, subject, issuer, issuedOn } = document;
  return { type: "document", id, documentType: type, symbol, title: subject, issuer, issuedOn };
}

function declarationSource(figure: Figure, { rows, unit }: ReportInput): Source {
  const is = ({ key, from, to }: CurrentFigure) =>
    key === figure.key && from === figure.from && to === figure.to;
  const by = rows.declared.find(is)?.declaredBy ?? null;
  return { type: "declaration", unit: unit.id, declaredBy: by && { staff: by.staff, at: by.at } };
}

/** A longer list is replaced by its length. */
const mostInitiatives = 2_000;

function recordSources(figure: Figure, { recognised, unit }: ReportInput): Source[] {
  if (!isWholeYears(figure)) return [];
  return yearsOf(figure).flatMap((year): Source[] => {
    if (!countsDossiers(figure.key)) return [{ type: "records", unit: unit.id, year }];
    const register: Source = { type: "register", unit: unit.id, year };
    if (figure.value === 0 || (figure.key !== "recognised" && !isBreakdown(figure))) return [register];
    const own = recognised.filter(
      ({ summary }) => summary.year === year && isIn(summary, figure.key.split(".")),
    );
    if (own.length > mostInitiatives)
      return [{ type: "initiatives", unit: unit.id, year, count: own.length }];
    return own.map(({ summary: { id, title } }) => ({ type: "initiative", id, title }));
  });
}

/** Keys: `recognised`, `recognised.level.commune`, `recognised.system.front`. */
function isIn(summary: RecognisedInitiative["summary"], [, part, which]: string[]): boolean {
  if (part === "level") return currentRecognitions(summary.recognitions).some(({ level }) => level === which);
  return part !== "system" || systemsOf(summary).some((system) => system === which);
}

function unique(sources: Source[]): Source[] {
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
}
