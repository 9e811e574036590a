/** Ends a measure of amounts: a measure that divides one, such as "triệu đồng/hộ", is a ratio. */
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

/** Words of a measure that are alternatives, "tập thể/cá nhân". A ratio, "triệu đồng/hộ", has itself alone. */
export function alternativesIn(measure: string): string[] {
  const parts = measure.split("/").map((part) => part.trim());
  return isRatio(parts) ? [measure] : parts;
}
