/** What a text says as a number. `readings` of an unclear one: the likeliest first. */
export type NumberReading =
  | { kind: "empty" }
  | { kind: "number"; value: number }
  | { kind: "unclear"; readings: number[] }
  | { kind: "fraction"; value: number }
  | { kind: "qualified" }
  | { kind: "invalid" };

/** Words and signs that say that a number is not exact: hơn 100, ~100. */
const qualifier =
  /^(hơn|trên|gần|khoảng|chừng|độ|ước|xấp xỉ|dưới|ít nhất|tối thiểu|tối đa|more than|nearly|about|over|[><~≈≥≤+])/iu;

/**
 * Reads a number as Vietnamese write it: 1.900 and 12 345 are thousands, 98,5 has decimals. `decimals` says whether what is measured may
 * have decimals; then 1.900 is unclear, since others write decimals with a point. Full-width digits are digits.
 */
export function readNumber(typed: string, { decimals }: { decimals: boolean }): NumberReading {
  const text = typed.normalize("NFKC").trim().replace("−", "-");
  if (text === "") return { kind: "empty" };
  if (qualifier.test(text) && /\d/.test(text)) return { kind: "qualified" };
  const digits = joinSpacedGroups(text);
  if (digits === null || !/^-?\d+([.,]\d+)*$/.test(digits)) return { kind: "invalid" };
  const reading = readSeparated(digits);
  return decimals ? reading : asWhole(reading);
}

/** 12 345 without its spaces; null where they part no thousands. */
function joinSpacedGroups(text: string): string | null {
  if (!/\s/.test(text)) return text;
  return /^-?\d{1,3}(\s\d{3})+([.,]\d+)?$/.test(text) ? text.replaceAll(/\s/g, "") : null;
}

function readSeparated(text: string): NumberReading {
  const separators = text.match(/[.,]/g) ?? [];
  const last = separators.at(-1);
  const number = (value: number): NumberReading => ({ kind: "number", value });
  if (last === undefined) return number(Number(text));
  const decimal = () => Number(text.replace(last, "."));
  const joined = () => Number(text.replaceAll(last, ""));
  const isGrouped = new RegExp(`^-?[1-9]\\d{0,2}(\\${last}\\d{3})+$`).test(text);
  if (separators.length === 1) {
    if (isGrouped)
      return { kind: "unclear", readings: last === "." ? [joined(), decimal()] : [decimal(), joined()] };
    // A point is no decimal sign here, but nothing else can be meant.
    return last === "," ? number(decimal()) : { kind: "unclear", readings: [decimal()] };
  }
  // Several of one kind part thousands; the last of two kinds is the decimal one.
  if (separators.every((each) => each === last)) return isGrouped ? number(joined()) : { kind: "invalid" };
  const at = text.lastIndexOf(last);
  const whole = text.slice(0, at);
  if (!/^-?[1-9]\d{0,2}(\.\d{3})+$|^-?[1-9]\d{0,2}(,\d{3})+$/.test(whole)) return { kind: "invalid" };
  return number(Number(`${whole.replaceAll(/[.,]/g, "")}.${text.slice(at + 1)}`));
}

/** What is counted in whole numbers settles 1.900; 98,5 is then no number of them. */
function asWhole(reading: NumberReading): NumberReading {
  if (reading.kind === "number" && !Number.isInteger(reading.value))
    return { kind: "fraction", value: reading.value };
  if (reading.kind !== "unclear") return reading;
  // Of a decimal comma, whole numbers leave only the other reading, which the writer has to confirm.
  const [first = 0, second] = reading.readings;
  if (second === undefined) return asWhole({ kind: "number", value: first });
  return first > second ? { kind: "number", value: first } : { kind: "unclear", readings: [second] };
}

/** A number so that `readNumber` gives it back without a question: no thousands parted, decimals after a comma. */
export function toTypedNumber(value: number): string {
  if (!Number.isFinite(value)) return "";
  const plain = value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });
  // 1,621 could be taken for thousands.
  return plain.replace(".", ",").replace(/^(-?[1-9]\d{0,2},\d{3})$/, "$10");
}

const money = /đồng|vnđ|vnd|usd/iu;
const measured = /^(ha|hecta|km|m|m2|m²|m3|m³|kg|tấn|tạ|lít|giờ|điểm|tỷ lệ)$/iu;

/** True where a measure may have decimals: money, areas, shares. What is counted (hồ sơ, lượt, hộ) is whole. */
export function mayHaveDecimals(measure: string): boolean {
  const name = measure.normalize("NFC").trim();
  return name === "" || name.includes("%") || money.test(name) || measured.test(name);
}

const scales = [
  { size: 1_000_000_000, name: "billion" },
  { size: 1_000_000, name: "million" },
] as const;

/** A large number in millions or billions, to be seen at a glance: 12.345.000.000 is 12,345 tỷ. Null for small ones. */
export function scaleOf(value: number): { value: number; name: "billion" | "million" } | null {
  const scale = scales.find(({ size }) => Math.abs(value) >= size);
  return scale ? { value: value / scale.size, name: scale.name } : null;
}
