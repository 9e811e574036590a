/** Maximum text of a cell in UTF-16 units; Excel reports longer text as damage. */
const longestText = 32_767;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escapes text and removes characters that XML 1.0 forbids. */
export function escapeXml(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => entities[character] ?? "")
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the function removes them
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      "",
    );
}

/** Cuts text to a cell's limit and writes carriage returns as `_x000D_` (ECMA-376, 22.9.2.19). */
export function toCellText(text: string): string {
  const fitting =
    text.length > longestText ? text.slice(0, longestText).replace(/[\ud800-\udbff]$/, "") : text;
  return escapeXml(fitting.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")).replaceAll("\r", "_x000D_");
}

export function fromCellText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
