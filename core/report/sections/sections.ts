import { lookupTable } from "#core/base/lookup.ts";
import {
  type ListItem,
  type ReportFigure,
  type Section,
  type SectionId,
  sectionIds,
} from "#core/report/model.ts";
import {
  emptyContent,
  figureIdsIn,
  groupByPeriod,
  isEmpty,
  type SectionContent,
  type WriterContext,
} from "#core/report/section-content.ts";
import type { TextSection } from "#core/report/texts.ts";
import { capitalise, describePeriod, joinRuns, periodOf, quantity } from "#core/report/wording.ts";
import { writeBasis } from "./basis.ts";
import { writeCommendation } from "./commendation.ts";
import { writeRecognised } from "./recognised.ts";
import { writeEvaluated, writeModels, writeRegistered } from "./results.ts";

type Writer = (context: WriterContext, own: ReportFigure[]) => SectionContent;

const titles: Record<SectionId, string> = {
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

const writers: Record<SectionId, Writer> = {
  basis: writeBasis,
  launch: writeLaunch,
  outreach: writeText("outreach"),
  results: emptyContent,
  registered: writeRegistered,
  evaluated: writeEvaluated,
  recognised: writeRecognised,
  models: writeModels,
  commendation: writeCommendation,
  other: emptyContent,
  shortcomings: writeText("shortcomings"),
  directions: writeText("directions"),
  proposals: writeText("proposals"),
};

function writeText(section: TextSection): Writer {
  return ({ input }) => {
    const paragraphs = (input.texts[section] ?? "").split(/\n\s*\n/).map((text) => text.trim());
    return { ...emptyContent(), paragraphs: paragraphs.filter(Boolean).map((text) => [text]) };
  };
}

/** Section of a figure, by the first part of the figure's key. */
const homes = lookupTable<SectionId>({
  launch: "launch",
  outreach: "outreach",
  registered: "registered",
  recognised: "recognised",
  recognitionRate: "recognised",
  models: "models",
  commended: "commendation",
  commendation: "commendation",
});

const homeOf = ({ key }: ReportFigure): SectionId => homes[key.split(".")[0] ?? ""] ?? "other";

const parts: readonly SectionId[] = ["registered", "evaluated", "recognised", "models"];

/** Adds figures that no sentence mentions as a list. Empty sections get no number. */
export function writeSections(context: WriterContext): Section[] {
  const written = new Map<SectionId, SectionContent>();
  for (const id of sectionIds) {
    const own = context.figures.filter((figure) => homeOf(figure) === id);
    const content = addRest(writers[id](context, own), own);
    if (!isEmpty(content)) written.set(id, content);
  }
  if (parts.some((id) => written.has(id))) written.set("results", emptyContent());
  const keys = new Map(context.figures.map(({ id, key }) => [id, key]));
  let section = 0;
  let part = 0;
  return sectionIds.flatMap((id) => {
    const content = written.get(id);
    if (!content) return [];
    let number = "";
    if (parts.includes(id)) number = `${section}${"abcdđeghik".charAt(part++)}`;
    else if (id !== "basis") number = String(++section);
    const figures = new Set(figureIdsIn(content).flatMap((figure) => keys.get(figure) ?? []));
    return [{ id, number, title: titles[id], ...content, figures: [...figures] }];
  });
}

function addRest(content: SectionContent, own: ReportFigure[]): SectionContent {
  const told = new Set(figureIdsIn(content));
  const items = own.filter(({ id }) => !told.has(id)).map(describeFigure);
  if (items.length === 0) return content;
  return {
    ...content,
    lists: [...content.lists, { lead: isEmpty(content) ? [] : ["Số liệu khác:"], items }],
  };
}

function describeFigure(figure: ReportFigure): ListItem {
  return {
    runs: [`${figure.label} (${describePeriod(periodOf(figure))}): `, quantity(figure)],
    items: [],
  };
}

function writeLaunch(_: WriterContext, own: ReportFigure[]): SectionContent {
  const reached = own.filter(
    ({ key, value }) => (key === "launch.organisations" || key === "launch.hamlets") && value,
  );
  const paragraphs = [...groupByPeriod(reached)].map(([period, figures]) => [
    `${capitalise(period)}, phong trào được phát động đến `,
    ...joinRuns(figures.map((figure) => [quantity(figure)])),
    ".",
  ]);
  return { ...emptyContent(), paragraphs };
}
