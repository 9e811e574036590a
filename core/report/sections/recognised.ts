import { formatNumber } from "#core/base/format-vi.ts";
import { qualifierWords } from "#core/figures/sentence.ts";
import { currentRecognitions } from "#core/initiatives/recognition.ts";
import type { List, ListItem, RecognisedInitiative, ReportFigure, Run } from "#core/report/model.ts";
import { emptyContent, type SectionContent, type WriterContext } from "#core/report/section-content.ts";
import {
  capitalise,
  describePeriod,
  formatDay,
  having,
  joinRuns,
  joinWords,
  number,
  periodOf,
  quantity,
  quantityOfLabel,
  quantityOrNone,
  quote,
  sayOfficers,
  uncapitalise,
  yearOf,
} from "#core/report/wording.ts";
import { systemsOf } from "#core/units/affiliation.ts";
import { type System, systems } from "#core/units/unit.ts";
import { tabulateParts, tabulateYears } from "./tables.ts";

const systemNames: Record<System, string> = {
  front: "Hệ thống Mặt trận",
  member: "Các tổ chức thành viên",
  government: "Chính quyền",
  other: "Đơn vị khác",
};

/** States numbers of people separately from initiatives, because the measures differ. */
export function writeRecognised(context: WriterContext, own: ReportFigure[]): SectionContent {
  const totals = own.filter((figure) => figure.key === "recognised" && yearOf(figure) === null);
  const rates = own.filter(({ key, numerator }) => key === "recognitionRate" && numerator !== undefined);
  const years = own.filter((figure) => figure.key === "recognised" && yearOf(figure) !== null);
  const tables = [tabulateYears(context), tabulateParts(own)];
  return {
    ...emptyContent(),
    paragraphs: [
      ...totals.map((total) => sayTotal(total, context.change)),
      ...rates.filter((rate) => yearOf(rate) === null).map((rate) => sayRate(rate, context)),
    ],
    tables: tables.filter((table) => table !== null),
    lists: years.map((recognised) => writeYear(recognised, context)),
  };
}

function sayTotal(total: ReportFigure, change: WriterContext["change"]): Run[] {
  const period = capitalise(describePeriod(periodOf(total)));
  if (total.value === null) return [`${period}: `, quantity(total), " về sáng kiến được công nhận."];
  return [`${period} `, ...having(total), ` được công nhận${change(total)}.`];
}

function sayRate(rate: ReportFigure, { input, open }: WriterContext): Run[] {
  const { numerator = 0, denominator = 0, qualifier } = rate;
  const period = describePeriod(periodOf(rate));
  const isWhole = period === describePeriod(input.period) && open.length === 0;
  const start = isWhole ? capitalise(period) : `Tính các năm đã có kết quả đánh giá (${period})`;
  const of = `${formatNumber(denominator)} hồ sơ đăng ký`;
  const about = qualifier ? `${qualifierWords[qualifier]} ` : "";
  if (numerator === 0)
    return [`${start}, không có hồ sơ nào trong ${about}${of} được công nhận, tỷ lệ `, number(rate), "."];
  return [
    `${start}, ${about}${formatNumber(numerator)} trên ${of} được công nhận, đạt tỷ lệ `,
    number(rate),
    ".",
  ];
}

const mostTitles = 60;

function writeYear(recognised: ReportFigure, { figures, all, input, open, change }: WriterContext): List {
  const year = yearOf(recognised);
  const of = (key: string) => figures.find((figure) => figure.key === key && yearOf(figure) === year);
  const named = input.recognised.filter(({ summary }) => summary.year === year);
  const registered = of("registered");
  const isBegun = year !== null && open.includes(year) && Boolean(recognised.value);
  const lead: Run[] = [`Năm ${year}: ${isBegun ? "đã có " : ""}`, quantityOrNone(recognised)];
  if (recognised.value === null) {
    lead.push(" về sáng kiến được công nhận");
    if (registered?.value) lead.push(" (", quantity(registered), " đăng ký)");
  } else {
    lead.push(" được công nhận");
    const shared = all.find(
      (figure) =>
        figure.partOf.includes("registered") &&
        figure.key !== recognised.key &&
        figure.measure === recognised.measure &&
        yearOf(figure) === year,
    );
    if (shared?.value) lead.push(" trên ", ...(quantityOfLabel(shared) ?? [quantity(shared)]));
    else if (registered?.value)
      lead.push(recognised.value ? " trên " : " trong ", quantity(registered), " đăng ký");
    const said = change(recognised);
    if (said) lead.push(said);
    const rate = of("recognitionRate");
    if (rate?.value) lead.push("; tỷ lệ công nhận đạt ", number(rate));
    else if (rate?.value === 0) lead.push("; tỷ lệ công nhận là ", number(rate));
  }
  const people = sayPeople(of("recognised.front"), of("recognised.memberOrganisations"));
  if (people.length > 0) lead.push("; ", ...people);
  lead.push(".");
  if (named.length > mostTitles) {
    lead.push(" Danh sách tại Phụ lục II.");
    return { lead, items: [] };
  }
  if (named.length > 0)
    lead.push(
      named.length === recognised.value
        ? " Gồm:"
        : ` Có ${formatNumber(named.length)} sáng kiến được nêu tên:`,
    );
  return { lead, items: listTitles(named) };
}

function sayPeople(front: ReportFigure | undefined, member: ReportFigure | undefined): Run[] {
  const known: Run[][] = [];
  if (front?.value) known.push([...sayOfficers(front), " thuộc hệ thống Mặt trận"]);
  if (member?.value) known.push([...sayOfficers(member), " thuộc các tổ chức thành viên"]);
  return known.length > 0 ? ["có ", ...joinRuns(known), " có sáng kiến được công nhận"] : [];
}

function listTitles(named: RecognisedInitiative[]): ListItem[] {
  const rank = ({ summary }: RecognisedInitiative) =>
    systemsOf(summary)
      .map((system) => systems.indexOf(system))
      .sort((a, b) => a - b)
      .join("");
  // Titles of several systems form groups of their own, because figures count them in each system.
  const groups = [...Map.groupBy(named, rank)].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return groups.map(([ranks, initiatives]) => ({
    runs: [
      `${capitalise(joinWords([...ranks].map((n) => uncapitalise(systemNames[systems[Number(n)] as System]))))}:`,
    ],
    items: initiatives.map(nameInitiative),
  }));
}

function nameInitiative({ summary, titleAsPublished, remark }: RecognisedInitiative): ListItem {
  const { id, title, organisation, recognitions } = summary;
  const [system] = systemsOf(summary);
  const runs: Run[] = [{ text: quote(title), initiative: id }];
  const isOther = organisation && !(system && systemNames[system].includes(organisation));
  if (isOther) runs.push(` của ${organisation}`);
  if (remark) runs.push(`${isOther ? "," : ""} ${remark}`);
  const decision = currentRecognitions(recognitions).at(-1)?.decision;
  if (decision) runs.push(`, Quyết định số ${decision.number} ngày ${formatDay(decision.signedOn)}`);
  if (titleAsPublished) runs.push(` (bản đăng in là “${titleAsPublished}”)`);
  return { runs, items: [] };
}
