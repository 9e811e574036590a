import { lookupTable } from "#core/base/lookup.ts";
import type { ReportFigure, Run } from "#core/report/model.ts";
import {
  emptyContent,
  groupByPeriod,
  type SectionContent,
  type WriterContext,
} from "#core/report/section-content.ts";
import { capitalise, joinRuns, number, quantity, wholeOf } from "#core/report/wording.ts";

const launched = ["launch.organisations", "launch.hamlets"];

export function writeLaunch(_: WriterContext, own: ReportFigure[]): SectionContent {
  const reached = own.filter(({ key, value }) => launched.includes(key) && value);
  const paragraphs = [...groupByPeriod(reached)].map(([period, figures]) => [
    `${capitalise(period)}, phong trào được phát động đến `,
    ...joinRuns(figures.map((figure) => [quantity(figure)])),
    ".",
  ]);
  return { ...emptyContent(), paragraphs };
}

const outreach = lookupTable({
  "outreach.sessions": " buổi tuyên truyền",
  "outreach.participants": " lượt người tham dự",
  "outreach.articles": " tin, bài",
  "outreach.broadcasts": " lượt phát thanh, truyền hình",
});

export function writeOutreach({ input }: WriterContext, own: ReportFigure[]): SectionContent {
  const known = own.filter(({ key, value }) => outreach[key] && value);
  const paragraphs = [...groupByPeriod(known)].map(([period, figures]): Run[] => [
    `${capitalise(period)}, ${wholeOf(input.unit)} có `,
    ...joinRuns(figures.map((figure) => [number(figure), outreach[figure.key] ?? ""])),
    ".",
  ]);
  return { ...emptyContent(), paragraphs };
}
