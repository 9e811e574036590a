const lineBreak = "↵";

const escapePart = (text: string): string =>
  text.replace(/[\\|↵]/g, (sign) => `\\${sign}`).replaceAll("\n", lineBreak);

/** Joins the parts of a line, as in `2025 | Có | ghi chú`. Escapes bars and line breaks inside a part. */
export const joinParts = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== "")
    .map(escapePart)
    .join(" | ");

/** Reverses `joinParts`. */
export function splitParts(line: string): string[] {
  const parts = [""];
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    const next = line.charAt(at + 1);
    const isMarked = sign === "\\" && (next === "\\" || next === "|" || next === lineBreak);
    if (sign === "|") parts.push("");
    else parts[parts.length - 1] += isMarked ? next : sign === lineBreak ? "\n" : sign;
    if (isMarked) at++;
  }
  return parts.map((part) => part.trim());
}

export const linesIn = (value: unknown): string[] =>
  String(value ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
