export type NumberReading =
  | { kind: "empty" }
  | { kind: "number"; value: number }
  | { kind: "unclear"; readings: number[] }
  | { kind: "fraction"; value: number }
  | { kind: "qualified" }
  | { kind: "large" }
  | { kind: "invalid" };

const qualifier =
  /^(hơn|trên|gần|khoảng|chừng|độ|ước|xấp xỉ|dưới|ít nhất|tối thiểu|tối đa|more than|nearly|about|over|[><~≈≥≤+])/iu;

/** Reads Vietnamese notation: 1.900 and 12 345 are whole, 98,5 has a decimal. With `decimals`, 1.900 is `unclear`. */
export function readNumber(typed: string, { decimals }: { decimals: boolean }): NumberReading {
  const text = typed.normalize("NFKC").trim().replace("−", "-");
  if (text === "") return { kind: "empty" };
  if (qualifier.test(text) && /\d/.test(text)) return { kind: "qualified" };
  const digits = joinSpacedGroups(text);
  if (digits === null || !/^-?\d+([.,]\d+)*$/.test(digits)) return { kind: "invalid" };
  const reading = readSeparated(digits);
  if (isRounded(reading)) return { kind: "large" };
  return decimals ? reading : asWhole(reading);
}

/** True for numbers with more digits than a double holds. */
function isRounded(reading: NumberReading): boolean {
  const values = reading.kind === "number" ? [reading.value] : [];
  return [...values, ...(reading.kind === "unclear" ? reading.readings : [])].some(
    (value) => Math.abs(value) > Number.MAX_SAFE_INTEGER,
  );
}

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
    return last === "," ? number(decimal()) : { kind: "unclear", readings: [decimal()] };
  }
  // Repeated separators of one kind mark thousands; with two kinds, the last marks decimals.
  if (separators.every((each) => each === last)) return isGrouped ? number(joined()) : { kind: "invalid" };
  const at = text.lastIndexOf(last);
  const whole = text.slice(0, at);
  if (!/^-?[1-9]\d{0,2}(\.\d{3})+$|^-?[1-9]\d{0,2}(,\d{3})+$/.test(whole)) return { kind: "invalid" };
  return number(Number(`${whole.replaceAll(/[.,]/g, "")}.${text.slice(at + 1)}`));
}

function asWhole(reading: NumberReading): NumberReading {
  if (reading.kind === "number" && !Number.isInteger(reading.value))
    return { kind: "fraction", value: reading.value };
  if (reading.kind !== "unclear") return reading;
  const [first = 0, second] = reading.readings;
  if (second === undefined) return asWhole({ kind: "number", value: first });
  return first > second ? { kind: "number", value: first } : { kind: "unclear", readings: [second] };
}

/** Text that `readNumber` reads back: decimal comma, no thousands separator. */
export function toTypedNumber(value: number): string {
  if (!Number.isFinite(value)) return "";
  const plain = value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });
  return plain.replace(".", ",").replace(/^(-?[1-9]\d{0,2},\d{3})$/, "$10");
}

const money = /đồng|vnđ|vnd|usd/iu;
const measured = /^(ha|hecta|km|m|m2|m²|m3|m³|kg|tấn|tạ|lít|giờ|điểm|tỷ lệ)$/iu;

export function mayHaveDecimals(measure: string): boolean {
  const name = measure.normalize("NFC").trim();
  return name === "" || name.includes("%") || money.test(name) || measured.test(name);
}

const scales = [
  { size: 1_000_000_000, name: "billion" },
  { size: 1_000_000, name: "million" },
] as const;

export function scaleOf(value: number): { value: number; name: "billion" | "million" } | null {
  const scale = scales.find(({ size }) => Math.abs(value) >= size);
  return scale ? { value: value / scale.size, name: scale.name } : null;
}
