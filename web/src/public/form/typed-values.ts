/** Converts `25/12/1980` or `25.12.1980` to YYYY-MM-DD. Other text is returned as typed and fails validation. */
export function readTypedDay(typed: string): string {
  const text = typed.trim();
  const parts =
    /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!parts) return text;
  const [, day = "", month = "", year = ""] = parts;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** `33,33`, `33.33` or `50 %` as a number; null for other text. */
export function readTypedShare(typed: string): number | null {
  const text = typed.normalize("NFKC").replace(/[\s%]/g, "").replace(",", ".");
  return /^\d+(\.\d*)?$/.test(text) ? Number(text) : null;
}

export function writeShare(share: number): string {
  return String(share).replace(".", ",");
}

/** Equal shares with two decimals that add up to exactly 100. */
export function divideShares(count: number): number[] {
  const each = Math.floor(10_000 / count);
  const left = 10_000 - each * count;
  return Array.from({ length: count }, (_, i) => (each + (i < left ? 1 : 0)) / 100);
}
