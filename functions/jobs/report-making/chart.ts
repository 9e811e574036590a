import type { ReportFigure, ReportModel } from "#core/report/model.ts";
import { formatQuantity, formatValue, periodOf, yearOf } from "#core/report/wording.ts";
import type { Block } from "../../documents/official-document.ts";

/** With more years, the bars are too thin. */
const mostYears = 8;

/** Null with fewer than two known years. */
export function chartYears({ figures }: ReportModel): Block | null {
  const series = ["registered", "recognised"].map((key) =>
    figures.filter((figure) => figure.key === key && yearOf(figure) !== null),
  );
  const known = series.flat().filter(({ value }) => value !== null);
  const years = [...new Set(known.map((figure) => Number(periodOf(figure).from)))].sort((a, b) => a - b);
  if (years.length < 2 || years.length > mostYears) return null;
  const groups = years.map((year) => {
    const own = series.map((each) => each.find((figure) => yearOf(figure) === year));
    return { name: String(year), bars: own.map(barOf), said: own.flatMap((figure) => figure ?? []) };
  });
  return {
    kind: "chart",
    caption: "Biểu đồ đăng ký và công nhận",
    words: `Biểu đồ cột. ${groups.map(({ name, said }) => `Năm ${name}: ${said.map(sayFigure).join("; ")}`).join(". ")}.`,
    series: ["Hồ sơ đăng ký", "Sáng kiến được công nhận"],
    groups: groups.map(({ name, bars }) => ({ name, bars })),
  };
}

function barOf(figure: ReportFigure | undefined): { value: number | null; label: string } {
  if (!figure || figure.value === null) return { value: null, label: "chưa có" };
  return { value: figure.value, label: formatValue(figure) };
}

const sayFigure = (figure: ReportFigure) =>
  `${figure.key === "registered" ? "đăng ký" : "công nhận"} ${formatQuantity(figure)}`;
