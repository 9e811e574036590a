import { isCatalogued } from "#core/figures/catalogue.ts";
import { sectionOf } from "#core/figures/section.ts";
import { isBreakdown } from "#core/report/figures.ts";
import {
  type List,
  type ReportFigure,
  type ReportInput,
  type Run,
  type Section,
  type SectionId,
  sectionIds,
} from "#core/report/model.ts";
import {
  emptyContent,
  figureIdsIn,
  isEmpty,
  type SectionContent,
  type WriterContext,
} from "#core/report/section-content.ts";
import { figuresMark, type ReportTexts } from "#core/report/texts.ts";
import { wholeOf } from "#core/report/wording.ts";
import { titleOfBasis, writeBasis } from "./basis.ts";
import { groupOfCommendation, writeCommendation } from "./commendation.ts";
import { findQuoted, listFigures } from "./figure-list.ts";
import { writeLaunch, writeOutreach } from "./movement.ts";
import { writeRecognised } from "./recognised.ts";
import { listActivities, listReplications } from "./records.ts";
import { writeEvaluated, writeModels, writeRegistered } from "./results.ts";

/** `own`: the section's figures with the catalogue's label and measure. */
type Writer = (context: WriterContext, own: ReportFigure[]) => SectionContent;

const titles: Record<SectionId, string> = {
  opening: "",
  basis: "Căn cứ",
  launch: "Công tác triển khai",
  outreach: "Công tác tuyên truyền",
  results: "Kết quả",
  registered: "Về đăng ký",
  evaluated: "Về tổ chức đánh giá",
  recognised: "Về kết quả công nhận",
  models: "Về mô hình tự quản ở khu dân cư",
  commendation: "Công tác khen thưởng",
  other: "Số liệu khác",
  shortcomings: "Hạn chế, nguyên nhân",
  directions: "Phương hướng, nhiệm vụ",
  proposals: "Đề xuất, kiến nghị",
};

const writers: Partial<Record<SectionId, Writer>> = {
  basis: writeBasis,
  launch: writeLaunch,
  outreach: writeOutreach,
  registered: writeRegistered,
  evaluated: writeEvaluated,
  recognised: writeRecognised,
  models: writeModels,
  commendation: writeCommendation,
};

const records: Partial<Record<SectionId, (input: ReportInput) => List[]>> = {
  launch: (input) => listActivities(input, "launch"),
  outreach: (input) => listActivities(input, "outreach"),
  models: listReplications,
};

const unnumbered: readonly SectionId[] = ["opening", "basis"];
const parts: readonly SectionId[] = ["registered", "evaluated", "recognised", "models"];

/** Order within a section: free text, composed sentences, list of other figures. */
export function writeSections(given: WriterContext): Section[] {
  const context = { ...given, figures: given.figures.filter(isOfCatalogue) };
  const homes = new Map(
    given.figures.map((figure) => [figure.id, sectionOf(figure, given.figures) ?? "other"]),
  );
  const written = new Map<SectionId, SectionContent>();
  for (const id of sectionIds) {
    const own = given.figures.filter((figure) => homes.get(figure.id) === id);
    const quoted = findQuoted(own);
    const catalogued = own.filter((figure) => isOfCatalogue(figure) && !quoted.has(figure.id));
    const content = writers[id]?.(id === "basis" ? given : context, catalogued) ?? emptyContent();
    // A figure with a custom sentence or label is listed even if a table shows it.
    const inTables = figureIdsIn({ ...emptyContent(), tables: content.tables });
    const told = new Set([
      ...figureIdsIn({ ...content, tables: [] }),
      ...inTables.filter((figure) => catalogued.some(({ id }) => id === figure)),
    ]);
    const lists = listFigures(
      own,
      wholeOf(given.input.unit),
      told,
      id === "commendation" ? groupOfCommendation : undefined,
    );
    const { before, after } = writeText(given.input.texts, id);
    const whole = {
      ...content,
      paragraphs: [...before, ...content.paragraphs],
      lists: [
        ...content.lists,
        ...lists,
        ...(records[id]?.(given.input) ?? []),
        ...after.map((lead) => ({ lead, items: [] })),
      ],
    };
    if (!isEmpty(whole)) written.set(id, whole);
  }
  if (parts.some((id) => written.has(id)) && !written.has("results")) written.set("results", emptyContent());
  return numberSections(written, given);
}

const isOfCatalogue = (figure: ReportFigure) =>
  figure.sentence === "" && (isCatalogued(figure) || isBreakdown(figure));

function writeText(texts: ReportTexts, section: SectionId): { before: Run[][]; after: Run[][] } {
  const text = section === "basis" || section === "other" ? "" : (texts[section] ?? "");
  const lines = text.split("\n");
  const mark = lines.findIndex(isMark);
  const [before, after] = mark < 0 ? [lines, []] : [lines.slice(0, mark), lines.slice(mark + 1)];
  return { before: splitParagraphs(before), after: splitParagraphs(after.filter((line) => !isMark(line))) };
}

const isMark = (line: string) => line.trim().toLowerCase() === figuresMark;

function splitParagraphs(lines: readonly string[]): Run[][] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === "") paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.flatMap((paragraph) => (paragraph.length > 0 ? [[paragraph.join("\n").trim()]] : []));
}

function numberSections(written: ReadonlyMap<SectionId, SectionContent>, context: WriterContext): Section[] {
  const keys = new Map(context.figures.map(({ id, key }) => [id, key]));
  let section = 0;
  let part = 0;
  return sectionIds.flatMap((id) => {
    const content = written.get(id);
    if (!content) return [];
    let number = "";
    if (parts.includes(id)) number = `${section}${"abcdđeghik".charAt(part++)}`;
    else if (!unnumbered.includes(id)) number = String(++section);
    const stated = new Set(figureIdsIn(content).flatMap((figure) => keys.get(figure) ?? []));
    return [{ id, number, title: titleOf(id, content, context), ...content, figures: [...stated] }];
  });
}

function titleOf(id: SectionId, content: SectionContent, context: WriterContext): string {
  if (id === "basis") return titleOfBasis(context);
  if (id !== "models") return titles[id];
  const stated = new Set(figureIdsIn(content));
  const isOther = context.figures.some(
    (figure) => stated.has(figure.id) && !isCatalogued(figure) && !isBreakdown(figure),
  );
  return isOther ? "Về xây dựng, nhân rộng mô hình" : titles[id];
}
