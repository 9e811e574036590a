import { isCatalogued } from "#core/figures/catalogue.ts";
import { breakdownColumns, isBreakdown, saySystemBasis } from "#core/report/figures.ts";
import type { ReportFigure, ReportTable, Run } from "#core/report/model.ts";
import type { WriterContext } from "#core/report/section-content.ts";
import {
  capitalise,
  headPeriod,
  number,
  periodOf,
  quantity,
  sayOfficers,
  yearOf,
} from "#core/report/wording.ts";

const columns = [
  { key: "registered", title: "Hồ sơ đăng ký" },
  { key: "recognised", title: "Sáng kiến được công nhận" },
  { key: "recognised.front", title: "Cán bộ hệ thống Mặt trận" },
  { key: "recognised.memberOrganisations", title: "Cán bộ các tổ chức thành viên" },
];

const officers = new Set(["recognised.front", "recognised.memberOrganisations"]);

/** Null for a single row, which the sentences already state, and if every figure has a custom sentence or label. */
export function tabulateYears({ all, figures }: Pick<WriterContext, "all" | "figures">): ReportTable | null {
  if (!columns.some(({ key }) => figures.some((figure) => figure.key === key))) return null;
  const shown = columns.filter(({ key }) => all.some((figure) => figure.key === key));
  const own = all.filter(({ key }) => shown.some((column) => column.key === key));
  const byPeriod = [...Map.groupBy(own, (figure) => headPeriod(periodOf(figure)))];
  if (byPeriod.length < 2) return null;
  const rows = byPeriod
    .toSorted(([, [a]], [, [b]]) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .map(([period, here]) => [
      [period],
      ...shown.map(({ key }): Run[] => {
        const figure = here.find((candidate) => candidate.key === key);
        if (!figure) return ["–"];
        if (officers.has(key) && figure.origin === "records") return sayOfficers(figure);
        return [isCatalogued(figure) ? number(figure) : quantity(figure)];
      }),
    ]);
  return {
    title: "Đăng ký và công nhận theo năm",
    columns: ["Năm", ...shown.map(({ title }) => title)],
    rows,
  };
}

const placeOf = (figure: ReportFigure | undefined) =>
  figure ? `${yearOf(figure) === null ? 1 : 0}#${figure.from}#${figure.to}` : "";

export function tabulateParts(own: ReportFigure[]): ReportTable | null {
  const shown = breakdownColumns.filter(({ key }) => own.some((figure) => figure.key === key));
  if (shown.length === 0) return null;
  const byYear = Map.groupBy(own.filter(isBreakdown), yearOf);
  const rows = [...byYear].map(([year, here]) => [
    [String(year)],
    ...shown.map(({ key }): Run[] => {
      const figure = here.find((candidate) => candidate.key === key);
      return [figure ? number(figure) : "–"];
    }),
  ]);
  const title = "Sáng kiến được công nhận theo cấp và hệ thống";
  const notes = [
    overlap(own, "level") ? "công nhận ở nhiều cấp thì tính ở từng cấp" : "",
    overlap(own, "system") ? "tác giả thuộc nhiều hệ thống thì tính ở từng hệ thống" : "",
  ].filter((note) => note !== "");
  return {
    title: [notes.length > 0 ? `${title} (${notes.join("; ")})` : title, saySystemBasis(own)]
      .filter((said) => said !== "")
      .join("; "),
    columns: ["Năm", ...shown.map(({ title }) => capitalise(title))],
    rows,
  };
}

function overlap(own: ReportFigure[], by: "level" | "system"): boolean {
  const parts = Map.groupBy(
    own.filter(({ key }) => key.startsWith(`recognised.${by}.`)),
    yearOf,
  );
  return own.some(
    (figure) =>
      figure.key === "recognised" &&
      sumOf(parts.get(yearOf(figure)) ?? []) > (figure.value ?? Number.POSITIVE_INFINITY),
  );
}

const sumOf = (figures: ReportFigure[]) => figures.reduce((sum, { value }) => sum + (value ?? 0), 0);
