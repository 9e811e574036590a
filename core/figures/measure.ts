/** Last words of measures of amount. Such a measure divided by another is a ratio: "triệu đồng/hộ". */
const amounts = [
  "đồng",
  "tấn",
  "tạ",
  "yến",
  "kg",
  "lít",
  "ha",
  "km",
  "m2",
  "m²",
  "m3",
  "m³",
  "kwh",
  "%",
  "giờ",
  "điểm",
];

/** Measures by which a number is divided: "lượt/năm". */
const divisors = new Set([
  "năm",
  "quý",
  "tháng",
  "tuần",
  "ngày",
  "giờ",
  "vụ",
  "hộ",
  "người",
  "ha",
  "km",
  "m2",
  "m²",
  "m3",
  "m³",
]);

function isRatio(parts: readonly string[]): boolean {
  const [first = "", last = "", ...more] = parts.map((part) => part.toLowerCase());
  if (last === "" || more.length > 0) return false;
  return divisors.has(last) || amounts.some((name) => first === name || first.endsWith(` ${name}`));
}

/** Splits alternatives, such as "tập thể/cá nhân". Returns a ratio, such as "triệu đồng/hộ", as one item. */
export function alternativesIn(measure: string): string[] {
  const parts = measure.split("/").map((part) => part.trim());
  return isRatio(parts) ? [measure] : parts;
}
