import type { Desk, Draft } from "./report-draft.ts";
import { emptyDraft, groupByPeriod } from "./report-draft.ts";
import type { ReportFigure, Run } from "./report-model.ts";
import {
  capitalise,
  describePeriod,
  describeYears,
  formatDay,
  periodOf,
  quantity,
  wholeOf,
  yearOf,
} from "./report-wording.ts";

/** Registrations: the total over several years with its years below, or each year by itself. */
export function writeRegistered({ input, change }: Desk, own: ReportFigure[]): Draft {
  const registered = own.filter(({ key }) => key === "registered");
  const totals = registered.filter((figure) => yearOf(figure) === null);
  const years = registered.filter((figure) => yearOf(figure) !== null);
  const say = (figure: ReportFigure, end: string): Run[] =>
    figure.value === null
      ? [`${capitalise(describePeriod(periodOf(figure)))}: `, quantity(figure), ` về hồ sơ đăng ký${end}`]
      : [
          `${capitalise(describePeriod(periodOf(figure)))}, ${wholeOf(input.unit)} có `,
          quantity(figure),
          ` đăng ký${change(figure)}${end}`,
        ];
  const draft = emptyDraft();
  const [total, ...others] = totals.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const below = total && years.length > 1 ? years : [];
  if (total)
    draft.lists.push({
      lead: say(total, below.length > 0 ? ", trong đó:" : "."),
      items: below.map((figure) => ({
        runs: [`Năm ${yearOf(figure)}: `, quantity(figure), ...sayIf(change(figure))],
        items: [],
      })),
    });
  const rest = below.length > 0 ? others : [...others, ...years];
  draft.lists.push(...rest.map((figure) => ({ lead: say(figure, "."), items: [] })));
  return draft;
}

const sayIf = (words: string): Run[] => (words ? [words] : []);

const lengthOf = ({ from, to }: ReportFigure) =>
  Number(String(to).slice(0, 4)) - Number(String(from).slice(0, 4));

/** Who evaluated, and which years are evaluated: only what records and declarations say. */
export function writeEvaluated({ input, finished, open }: Desk): Draft {
  const draft = emptyDraft();
  for (const { year, councils, evaluatedOn } of input.campaigns) {
    if (councils.length === 0) continue;
    const names = councils.map(({ name }) => name).join(", ");
    const end = evaluatedOn ? `, hoàn thành ngày ${formatDay(evaluatedOn)}` : "";
    draft.paragraphs.push([`Năm ${year}, việc xét, công nhận sáng kiến do ${names} thực hiện${end}.`]);
  }
  const waiting = `${describeYears(open)} chưa có kết quả đánh giá`;
  if (finished.length > 0 && open.length > 0)
    draft.paragraphs.push([
      `Đã có kết quả đánh giá của ${describeYears(finished)}; ${waiting} nên không tính vào tỷ lệ công nhận.`,
    ]);
  else if (finished.length > 0)
    draft.paragraphs.push([`Đã có kết quả đánh giá của ${describeYears(finished)}.`]);
  else if (open.length > 0) draft.paragraphs.push([`${capitalise(waiting)} nên chưa tính tỷ lệ công nhận.`]);
  return draft;
}

/** Self-managed residential models built and, of these, replicated. */
export function writeModels({ input, change }: Desk, own: ReportFigure[]): Draft {
  const paragraphs = [...groupByPeriod(own)].flatMap(([period, figures]) => {
    const built = figures.find(({ key }) => key === "models.built");
    if (!built) return [];
    const replicated = figures.find(({ key, value }) => key === "models.replicated" && value !== null);
    if (built.value === null)
      return [[`${capitalise(period)}: `, quantity(built), " về mô hình được xây dựng."]];
    return [
      [
        `${capitalise(period)}, ${wholeOf(input.unit)} xây dựng được `,
        quantity(built),
        ` tự quản ở khu dân cư${change(built)}`,
        ...(replicated ? [", trong đó ", quantity(replicated), " được nhân rộng"] : []),
        ".",
      ],
    ];
  });
  return { ...emptyDraft(), paragraphs };
}
