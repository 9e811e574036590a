/**
 * Parses clipboard text from Excel. Cells with a tab or line break are in quotes, with inner quotes doubled. An
 * unclosed quote is text.
 */
export function splitCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const { cell, end } = readCell(text, at);
    rows.at(-1)?.push(cell);
    const separator = text.charAt(end);
    at = end + 1;
    if (separator === "\t") {
      if (at >= text.length) rows.at(-1)?.push("");
      continue;
    }
    if (separator === "\r" && text.charAt(at) === "\n") at++;
    if (at < text.length) rows.push([]);
  }
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ""));
}

function readCell(text: string, start: number): { cell: string; end: number } {
  const quoted = text.charAt(start) === '"' ? readQuoted(text, start) : null;
  if (quoted) return quoted;
  let end = start;
  while (end < text.length && !isSeparator(text.charAt(end))) end++;
  return { cell: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): { cell: string; end: number } | null {
  let cell = "";
  for (let from = start + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    cell += text.slice(from, quote);
    const next = text.charAt(quote + 1);
    if (next !== '"') return next === "" || isSeparator(next) ? { cell, end: quote + 1 } : null;
    cell += '"';
    from = quote + 2;
  }
}

const isSeparator = (letter: string) => letter === "\t" || letter === "\n" || letter === "\r";
