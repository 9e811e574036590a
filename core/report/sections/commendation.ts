import { lookupTable } from "#core/base/lookup.ts";
import type { List, ListItem, ReportFigure, Run } from "#core/report/model.ts";
import {
  emptyContent,
  groupByPeriod,
  type SectionContent,
  type WriterContext,
} from "#core/report/section-content.ts";
import { capitalise, formatQuantity, joinRuns, quantity, uncapitalise } from "#core/report/wording.ts";

/** Group titles by the second part of the figure's key: the deciding level, or `movement`. */
const groups = lookupTable({
  nation: "Cấp trung ương",
  province: "Cấp tỉnh",
  district: "Cấp huyện",
  commune: "Cấp xã",
  unit: "Cấp đơn vị",
  movement: "Khen thưởng thành tích phong trào và chuyên đề",
});

const occasions = lookupTable({
  "": "",
  fiveYear: "Hội nghị tổng kết phong trào thi đua 5 năm",
});

export function groupOfCommendation(key: string): string | null {
  const [first, second = "", third = ""] = key.split(".");
  if (first !== "commendation") return null;
  const occasion = occasions[second];
  const group = groups[occasion ? third : second] ?? "Khen thưởng khác";
  return occasion ? `${occasion}, ${uncapitalise(group)}` : group;
}

export function writeCommendation(_: WriterContext, own: ReportFigure[]): SectionContent {
  const commendations = own.filter(({ key }) => key.startsWith("commendation."));
  const lists = Object.entries(occasions).flatMap(([occasion, title]) =>
    Object.entries(groups).flatMap(([group, name]) => {
      const prefix = ["commendation", ...(occasion ? [occasion] : []), group, ""].join(".");
      const here = commendations.filter(({ key }) => key.startsWith(prefix));
      const heading = title ? `${title}, ${uncapitalise(name)}` : name;
      return [...groupByPeriod(here)].map(([period, figures]) =>
        listForms(`${heading} (${period}):`, figures),
      );
    }),
  );
  return { ...emptyContent(), paragraphs: sayCommended(own), lists };
}

function sayCommended(own: ReportFigure[]): Run[][] {
  const known = own.filter(({ key, value }) => key.startsWith("commended.") && value);
  return [...groupByPeriod(known)].flatMap(([period, figures]) => {
    const front = figures.find(({ key }) => key === "commended.front");
    const member = figures.find(({ key }) => key === "commended.memberOrganisations");
    const people: Run[][] = [];
    if (front) people.push([quantity(front), " thuộc hệ thống Mặt trận"]);
    if (member) people.push([quantity(member), " thuộc các tổ chức thành viên"]);
    if (people.length === 0) return [];
    return [[`${capitalise(period)}, `, ...joinRuns(people), " được biểu dương."]];
  });
}

function listForms(title: string, figures: ReportFigure[]): List {
  const keys = figures.map(({ key }) => key);
  const isPart = ({ partOf }: ReportFigure) => partOf.some((whole) => keys.includes(whole));
  const forms = Map.groupBy(
    figures.filter((figure) => !isPart(figure)),
    ({ label }) => label,
  );
  const items = [...forms].map(([label, wholes]) => {
    const parts = figures.filter(({ partOf }) => wholes.some(({ key }) => partOf.includes(key)));
    const runs: Run[] = [`${label}: `, ...joinRuns(wholes.map(sayAmount))];
    if (parts.length > 0) runs.push(", trong đó:");
    return { runs, items: parts.map(namePart) };
  });
  return { lead: [title], items };
}

function sayAmount(figure: ReportFigure): Run[] {
  return figure.value === null ? [quantity(figure), ` (${figure.measure})`] : [quantity(figure)];
}

/** Omits a name that repeats the measure: 20 hộ gia đình. */
function namePart(figure: ReportFigure): ListItem {
  const name = figure.label.replace(/^trong đó( là)? /i, "");
  const told = figure.value !== null && formatQuantity(figure).endsWith(` ${uncapitalise(name)}`);
  return { runs: told ? [quantity(figure)] : [`${capitalise(name)}: `, quantity(figure)], items: [] };
}
