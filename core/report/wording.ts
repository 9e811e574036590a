import { formatNumber } from "#core/base/format-vi.ts";
import { firstDay, isWholeYears, lastDay, type Period, yearsOf } from "#core/base/period.ts";
import type { Figure } from "#core/figures/figure.ts";
import { alternativesIn } from "#core/figures/measure.ts";
import { qualifierWords } from "#core/figures/sentence.ts";
import type { Unit } from "#core/units/unit.ts";
import type { ReportFigure, Run } from "./model.ts";

export function formatPercent(value: number): string {
  return `${formatNumber(Math.round(value * 1000) / 10)}%`;
}

/** Adds a leading zero to days below 10 and the months 1 and 2 (Nghị định 30/2020/NĐ-CP). */
export function formatDay(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${date}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

/** Examples: năm 2019; giai đoạn 2019–2021; 6 tháng đầu năm 2021; quý II năm 2021; từ ngày … đến ngày …. */
export function describePeriod({ from, to }: Period): string {
  const [first, last] = [firstDay(from), lastDay(to)];
  const [start, end] = [first.slice(0, 4), last.slice(0, 4)];
  if (first.endsWith("-01-01") && last.endsWith("-12-31"))
    return start === end ? `năm ${start}` : `giai đoạn ${start}–${end}`;
  const [month, lastMonth] = [Number(first.slice(5, 7)), Number(last.slice(5, 7))];
  const ofMonths =
    first.endsWith("-01") &&
    Number(last.slice(8)) === new Date(Date.UTC(Number(end), lastMonth, 0)).getUTCDate();
  if (first === last) return `ngày ${formatDay(first)}`;
  if (!ofMonths) return `từ ngày ${formatDay(first)} đến ngày ${formatDay(last)}`;
  if (start !== end) return `từ tháng ${pad(month)} năm ${start} đến tháng ${pad(lastMonth)} năm ${end}`;
  return `${describeMonths(month, lastMonth)} năm ${start}`;
}

/** Example of a stock: tính đến hết tháng 7 năm 2022. */
export function describeWhen(figure: Pick<ReportFigure, "from" | "to" | "kind">): string {
  const period = periodOf(figure);
  if (figure.kind === "flow" || period.to.length === 4) return describePeriod(period);
  const [year = "", month = "", date = ""] = period.to.split("-");
  if (period.to.endsWith("-12-31")) return `tính đến hết năm ${year}`;
  const isLast = Number(date) === new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return isLast
    ? `tính đến hết tháng ${pad(Number(month))} năm ${year}`
    : `tính đến ngày ${formatDay(period.to)}`;
}

export function headPeriod(period: Period): string {
  return capitalise(describePeriod(period).replace(/^(năm|giai đoạn) /, ""));
}

function describeMonths(first: number, last: number): string {
  const count = last - first + 1;
  if (count === 1) return `tháng ${pad(first)}`;
  if (count === 3 && first % 3 === 1) return `quý ${["I", "II", "III", "IV"][(first - 1) / 3]}`;
  if (first === 1) return `${count} tháng đầu`;
  if (last === 12) return `${count} tháng cuối`;
  return `từ tháng ${pad(first)} đến tháng ${pad(last)}`;
}

const pad = (month: number) => (month < 3 ? `0${month}` : String(month));

export function describeYears(years: number[]): string {
  if (years.length < 3) return joinWords(years.map((year) => `năm ${year}`));
  return `các năm ${joinWords(years.map(String))}`;
}

export function joinWords(words: string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} và ${words.at(-1)}`;
}

export function joinRuns(parts: Run[][]): Run[] {
  return parts.flatMap((part, i) => (i === 0 ? part : [i === parts.length - 1 ? " và " : ", ", ...part]));
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function uncapitalise(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export const quote = (text: string): string => `“${text.replaceAll("“", "‘").replaceAll("”", "’")}”`;

export const unknownValue = "chưa có số liệu";

type Amount = Pick<Figure, "value" | "qualifier" | "measure" | "key" | "numerator" | "denominator">;

export function formatValue({ value, qualifier, numerator, denominator }: Amount): string {
  if (value === null) return unknownValue;
  const word = qualifier ? `${qualifierWords[qualifier]} ` : "";
  const share = numerator !== undefined && denominator !== undefined;
  return word + (share ? formatPercent(value) : formatNumber(value));
}

export function formatKnown(
  value: number | null,
  qualifier: Figure["qualifier"] | undefined,
  format = formatNumber,
): string {
  if (value === null) return unknownValue;
  return qualifier ? `${qualifierWords[qualifier]} ${format(value)}` : format(value);
}

/** Examples: 724 lượt cá nhân; 97 cơ quan, tổ chức, đơn vị; hơn 105 tỷ đồng. */
export function formatQuantity(amount: Amount): string {
  const { value, numerator, denominator, measure } = amount;
  if (value === null || (numerator !== undefined && denominator !== undefined)) return formatValue(amount);
  return `${formatValue(amount)}${measure === "%" ? "" : " "}${nameMeasure(measure)}`;
}

const recipients = new Set(["tập thể", "cá nhân", "hộ gia đình", "khu dân cư"]);

/** Joins recipients with "và": tập thể và cá nhân. Joins other parts of a measure with commas. */
export function nameMeasure(measure: string): string {
  const names = alternativesIn(measure);
  const times = names[0]?.startsWith("lượt ") ? "lượt " : "";
  const isMixed = names.length > 1 && names.every((name) => recipients.has(name.replace(/^lượt /, "")));
  return isMixed ? times + joinWords(names.map((name) => name.replace(/^lượt /, ""))) : names.join(", ");
}

export function quantity(figure: ReportFigure): Run {
  return { text: formatQuantity(figure), figure: figure.id };
}

/** Quantity with the rest of a label that begins with the measure: "575 mô hình đang duy trì". Null for other labels. */
export function quantityOfLabel(figure: ReportFigure, label = figure.label): Run[] | null {
  const { value, measure, numerator } = figure;
  const name = nameMeasure(measure);
  if (!value || numerator !== undefined || !label.toLowerCase().startsWith(name.toLowerCase())) return null;
  const rest = label.slice(name.length);
  if (rest === "") return [quantity(figure)];
  return /^[\s,]/.test(rest) ? [quantity(figure), rest] : null;
}

const isNone = ({ value, qualifier }: Amount) => value === 0 && qualifier === null;

/** Writes zero in words: không có hồ sơ. */
export function formatQuantityOrNone(amount: Amount): string {
  return isNone(amount) ? `không có ${nameMeasure(amount.measure)}` : formatQuantity(amount);
}

export function quantityOrNone(figure: ReportFigure): Run {
  return { text: formatQuantityOrNone(figure), figure: figure.id };
}

export function having(figure: ReportFigure): Run[] {
  return isNone(figure) ? [quantityOrNone(figure)] : ["có ", quantity(figure)];
}

export function number(figure: ReportFigure): Run {
  return { text: formatValue(figure), figure: figure.id };
}

export function periodOf({ from, to }: Pick<ReportFigure, "from" | "to">): Period {
  return { from: String(from), to: String(to) };
}

/** Records count an officer once per initiative or commendation, hence "lượt". */
export const sayOfficers = (figure: ReportFigure): Run[] =>
  figure.origin === "records" ? [number(figure), " lượt cán bộ"] : [quantity(figure)];

/** Null unless the period is one whole year. */
export function yearOf(figure: ReportFigure): number | null {
  const period = periodOf(figure);
  return isWholeYears(period) && period.from === period.to ? (yearsOf(period)[0] ?? null) : null;
}

const localities = /^(tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu) /i;

/** Name without the committee and a final remark in brackets. */
function localityOf({ name }: Pick<Unit, "name">): string {
  return name
    .replace(/^Ủy ban (MTTQ|Mặt trận Tổ quốc) Việt Nam (?=\S)/i, "")
    .replace(/\([^()]*\)$/, "")
    .trimEnd();
}

const institutions = /^(trường|bệnh viện|công ty) /i;

export function wholeOf(unit: Pick<Unit, "name">): string {
  const name = localityOf(unit);
  const kind = localities.exec(name)?.[1] ?? institutions.exec(name)?.[1] ?? "đơn vị";
  return `toàn ${kind.toLowerCase()}`;
}

export function nameInSentence(unit: Pick<Unit, "name">): string {
  const name = localityOf(unit);
  return localities.test(name) ? uncapitalise(name) : name;
}

export function placeName(unit: Pick<Unit, "name">): string {
  return localityOf(unit).replace(localities, "");
}
