import { formatNumber } from "#core/base/format-vi.ts";
import { covers } from "#core/base/period.ts";
import { definitionOf } from "#core/figures/catalogue.ts";
import type { ReportFigure, Run } from "#core/report/model.ts";
import type { SectionContent, WriterContext } from "#core/report/section-content.ts";
import { emptyContent, groupByPeriod } from "#core/report/section-content.ts";
import {
  capitalise,
  describePeriod,
  describeYears,
  formatDay,
  having,
  joinRuns,
  joinWords,
  periodOf,
  quantity,
  quantityOfLabel,
  quantityOrNone,
  wholeOf,
  yearOf,
} from "#core/report/wording.ts";

/** Lists a total with its years, then the other figures. */
export function writeRegistered({ input, all, change }: WriterContext, own: ReportFigure[]): SectionContent {
  const registered = own.filter(({ key }) => key === "registered");
  const yearsIn = (total: ReportFigure) =>
    registered.filter((figure) => yearOf(figure) !== null && covers(periodOf(total), periodOf(figure)));
  const say = (figure: ReportFigure, end: string): Run[] =>
    figure.value === null
      ? [`${capitalise(describePeriod(periodOf(figure)))}: `, quantity(figure), ` về hồ sơ đăng ký${end}`]
      : [
          `${capitalise(describePeriod(periodOf(figure)))}, ${wholeOf(input.unit)} `,
          ...having(figure),
          ` đăng ký${change(figure)}`,
          ...sayContents(figure, all),
          end,
        ];
  const content = emptyContent();
  const distance = (figure: ReportFigure) =>
    describePeriod(periodOf(figure)) === describePeriod(input.period) ? 0 : 1;
  const [total] = registered
    .filter((figure) => figure.value !== null && yearsIn(figure).length > 1)
    .toSorted((a, b) => distance(a) - distance(b) || lengthOf(b) - lengthOf(a));
  const below = total ? yearsIn(total) : [];
  if (total)
    content.lists.push({
      lead: say(total, ", trong đó:"),
      items: below.map((figure) => ({
        runs: [`Năm ${yearOf(figure)}: `, quantityOrNone(figure), ...sayIf(change(figure))],
        items: [],
      })),
    });
  const rest = registered
    .filter((figure) => figure !== total && !below.includes(figure))
    .toSorted((a, b) => distance(a) - distance(b) || lengthOf(a) - lengthOf(b));
  content.lists.push(...rest.map((figure) => ({ lead: say(figure, "."), items: [] })));
  return content;
}

/** Contents of the registered dossiers in another measure: "(31 sáng kiến trong các hồ sơ)". */
function sayContents(registered: ReportFigure, all: readonly ReportFigure[]): Run[] {
  const held = all.filter(
    ({ key, partOf, section, sentence, from, to, measure }) =>
      partOf.includes("registered") &&
      definitionOf(key) === null &&
      (section === null || section === "registered") &&
      sentence === "" &&
      measure !== registered.measure &&
      from === registered.from &&
      to === registered.to,
  );
  const named = held.flatMap((figure) => {
    const said = quantityOfLabel(figure);
    return said ? [said] : [];
  });
  return named.length > 0 ? [" (", ...joinRuns(named), ")"] : [];
}

const sayIf = (words: string): Run[] => (words ? [words] : []);

const lengthOf = ({ from, to }: ReportFigure) =>
  Number(String(to).slice(0, 4)) - Number(String(from).slice(0, 4));

export function writeEvaluated({ input, all, finished, open }: WriterContext): SectionContent {
  const content = { ...emptyContent(), paragraphs: [...sayDeciders(input), ...sayFinished(input.campaigns)] };
  const begun = Map.groupBy(open, (year) => Boolean(figureOf(all, year)?.value));
  const waiting = [
    ...(begun.has(true) ? [`${describeYears(begun.get(true) ?? [])} chưa hoàn thành đánh giá`] : []),
    ...(begun.has(false) ? [`${describeYears(begun.get(false) ?? [])} chưa có kết quả đánh giá`] : []),
  ].join(", ");
  if (finished.length > 0 && open.length > 0)
    content.paragraphs.push([
      `Đã có kết quả đánh giá của ${describeYears(finished)}; ${waiting} nên không tính vào tỷ lệ công nhận.`,
    ]);
  else if (open.length > 0)
    content.paragraphs.push([`${capitalise(waiting)} nên chưa tính tỷ lệ công nhận.`]);
  return content;
}

const mostCouncils = 5;

function sayDeciders({ recognised }: WriterContext["input"]): Run[][] {
  const years = Map.groupBy(recognised, ({ summary }) => summary.year);
  return [...years].flatMap(([year, initiatives]) => {
    const counts = new Map<string, number>();
    for (const name of initiatives.flatMap(({ decidedBy }) => decidedBy ?? []))
      counts.set(name, (counts.get(name) ?? 0) + 1);
    if (counts.size === 0) return [];
    const named = [...counts].map(([name, count]) => `${name} (${formatNumber(count)} sáng kiến)`);
    const who =
      counts.size > mostCouncils
        ? `${formatNumber(counts.size)} hội đồng sáng kiến thực hiện`
        : `${joinWords(named)} thực hiện`;
    return [[`Năm ${year}, việc xét, công nhận sáng kiến do ${who}.`]];
  });
}

function sayFinished(campaigns: WriterContext["input"]["campaigns"]): Run[][] {
  return campaigns.flatMap(({ year, evaluatedOn }) =>
    evaluatedOn ? [[`Việc đánh giá của năm ${year} hoàn thành ngày ${formatDay(evaluatedOn)}.`]] : [],
  );
}

const figureOf = (figures: ReportFigure[], year: number) =>
  figures.find((figure) => figure.key === "recognised" && yearOf(figure) === year);

export function writeModels({ input, change }: WriterContext, own: ReportFigure[]): SectionContent {
  const paragraphs = [...groupByPeriod(own)].flatMap(([period, figures]) => {
    const built = figures.find(({ key }) => key === "models.built");
    if (!built) return [];
    const replicated = figures.find(({ key, value }) => key === "models.replicated" && value !== null);
    if (built.value === null)
      return [[`${capitalise(period)}: `, quantity(built), " về mô hình được xây dựng."]];
    const none = built.value === 0 && built.qualifier === null;
    const start = `${capitalise(period)}, ${wholeOf(input.unit)} ${none ? "" : "xây dựng được "}`;
    const end = ` tự quản ở khu dân cư${none ? " được xây dựng" : ""}`;
    const also = none ? ", " : ", trong đó ";
    const said = change(built);
    return [
      [
        start,
        quantityOrNone(built),
        end,
        ...(replicated ? [also, quantityOrNone(replicated), " được nhân rộng"] : []),
        `${replicated ? said.replace(/^, /, "; ") : said}.`,
      ],
    ];
  });
  return { ...emptyContent(), paragraphs };
}
