/** Vietnamese style with at most four decimals: 1.234,5. */
export function formatNumber(value: number): string {
  const [whole = "", decimals = ""] = Math.abs(value).toFixed(4).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3}){1,8}$)/g, ".");
  const rest = decimals.replace(/0{1,4}$/, "");
  const text = rest === "" ? grouped : `${grouped},${rest}`;
  return value < 0 && text !== "0" ? `-${text}` : text;
}

/** Official documents write one-digit numbers with a leading zero: 04, 05, 09. */
export function padNumber(text: string): string {
  return /^[1-9]$/.test(text) ? `0${text}` : text;
}
