import { lookupTable } from "#core/base/lookup.ts";
import {
  type Desk,
  type Draft,
  emptyDraft,
  figureIdsIn,
  groupByPeriod,
  isEmpty,
} from "#core/report/draft.ts";
import {
  type ListItem,
  type ReportFigure,
  type Section,
  type SectionId,
  sectionIds,
} from "#core/report/model.ts";
import type { TextSection } from "#core/report/text.ts";
import { capitalise, describePeriod, joinRuns, periodOf, quantity } from "#core/report/wording.ts";
import { writeBasis } from "./basis.ts";
import { writeCommendation } from "./commendation.ts";
import { writeRecognised } from "./recognised.ts";
import { writeEvaluated, writeModels, writeRegistered } from "./results.ts";

type Writer = (desk: Desk, own: ReportFigure[]) => Draft;

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
  results: emptyDraft,
  registered: writeRegistered,
  evaluated: writeEvaluated,
  recognised: writeRecognised,
  models: writeModels,
  commendation: writeCommendation,
  other: emptyDraft,
  shortcomings: writeText("shortcomings"),
  directions: writeText("directions"),
  proposals: writeText("proposals"),
};

/** An empty line separates paragraphs. */
function writeText(section: TextSection): Writer {
  return ({ input }) => {
    const paragraphs = (input.texts[section] ?? "").split(/\n\s*\n/).map((text) => text.trim());
    return { ...emptyDraft(), paragraphs: paragraphs.filter(Boolean).map((text) => [text]) };
  };
}

/** Section of a figure, by the first part of its key. */
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

/** Lettered a to d within "Kết quả". */
const parts: readonly SectionId[] = ["registered", "evaluated", "recognised", "models"];

/** Figures that no sentence mentions follow as a list. Empty sections are left out of the numbering. */
export function writeSections(desk: Desk): Section[] {
  const written = new Map<SectionId, Draft>();
  for (const id of sectionIds) {
    const own = desk.figures.filter((figure) => homeOf(figure) === id);
    const draft = addRest(writers[id](desk, own), own);
    if (!isEmpty(draft)) written.set(id, draft);
  }
  if (parts.some((id) => written.has(id))) written.set("results", emptyDraft());
  const keys = new Map(desk.figures.map(({ id, key }) => [id, key]));
  let section = 0;
  let part = 0;
  return sectionIds.flatMap((id) => {
    const draft = written.get(id);
    if (!draft) return [];
    let number = "";
    if (parts.includes(id)) number = `${section}${"abcd".charAt(part++)}`;
    else if (id !== "basis") number = String(++section);
    const figures = new Set(figureIdsIn(draft).flatMap((figure) => keys.get(figure) ?? []));
    return [{ id, number, title: titles[id], ...draft, figures: [...figures] }];
  });
}

function addRest(draft: Draft, own: ReportFigure[]): Draft {
  const told = new Set(figureIdsIn(draft));
  const items = own.filter(({ id }) => !told.has(id)).map(describeFigure);
  if (items.length === 0) return draft;
  return { ...draft, lists: [...draft.lists, { lead: isEmpty(draft) ? [] : ["Số liệu khác:"], items }] };
}

function describeFigure(figure: ReportFigure): ListItem {
  return {
    runs: [`${figure.label} (${describePeriod(periodOf(figure))}): `, quantity(figure)],
    items: [],
  };
}

function writeLaunch(_: Desk, own: ReportFigure[]): Draft {
  const reached = own.filter(
    ({ key, value }) => (key === "launch.organisations" || key === "launch.hamlets") && value,
  );
  const paragraphs = [...groupByPeriod(reached)].map(([period, figures]) => [
    `${capitalise(period)}, phong trào được phát động đến `,
    ...joinRuns(figures.map((figure) => [quantity(figure)])),
    ".",
  ]);
  return { ...emptyDraft(), paragraphs };
}
