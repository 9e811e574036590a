import { lookupTable } from "#core/base/lookup.ts";
import type { ReportFigure, Run } from "#core/report/model.ts";
import {
  emptyContent,
  groupByPeriod,
  type SectionContent,
  type WriterContext,
} from "#core/report/section-content.ts";
import { capitalise, joinRuns, sayOfficers, uncapitalise } from "#core/report/wording.ts";

/** Group titles by the second key part: deciding level or `movement`. */
const groups = lookupTable({
  nation: "Cấp trung ương",
  province: "Cấp tỉnh",
  district: "Cấp huyện",
  commune: "Cấp xã",
  unit: "Cấp đơn vị",
  movement: "Khen thưởng thành tích phong trào và chuyên đề",
});

/** Occasions; the next key part is the issuing level. */
const occasions = lookupTable({
  fiveYear: "Tổng kết phong trào thi đua yêu nước 5 năm",
});

export function groupOfCommendation({ key }: Pick<ReportFigure, "key">): string | null {
  const [first, second = "", third = ""] = key.split(".");
  if (first !== "commendation") return null;
  const occasion = occasions[second];
  const group = groups[occasion ? third : second] ?? "Khen thưởng khác";
  return occasion ? `${occasion}, khen thưởng ${uncapitalise(group)}` : group;
}

export function writeCommendation(_: WriterContext, own: ReportFigure[]): SectionContent {
  return { ...emptyContent(), paragraphs: sayCommended(own) };
}

function sayCommended(own: ReportFigure[]): Run[][] {
  const known = own.filter(({ key, value }) => key.startsWith("commended.") && value);
  return [...groupByPeriod(known)].flatMap(([period, figures]) => {
    const front = figures.find(({ key }) => key === "commended.front");
    const member = figures.find(({ key }) => key === "commended.memberOrganisations");
    const people: Run[][] = [];
    if (front) people.push([...sayOfficers(front), " thuộc hệ thống Mặt trận"]);
    if (member) people.push([...sayOfficers(member), " thuộc các tổ chức thành viên"]);
    if (people.length === 0) return [];
    return [[`${capitalise(period)}, `, ...joinRuns(people), " được biểu dương."]];
  });
}
