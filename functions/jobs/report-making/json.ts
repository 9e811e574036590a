/** Text worth passing on at once, in UTF-16 units. */
const atOnce = 256 * 1024;
/** Above so many members a list is written one by one, so that it is never in memory as one text. */
const manyMembers = 100;
const indent = "  ";

/** A value of plain data as JSON, as `JSON.stringify(value, null, 2)` writes it and ended by a line, in pieces. */
export async function* writeJson(value: unknown): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = "";
  for (const piece of piecesOf(value, "\n")) {
    text += piece;
    if (text.length < atOnce) continue;
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(`${text}\n`);
}

/** `line` begins a line at the depth where the value stands. */
function* piecesOf(value: unknown, line: string): Generator<string> {
  if (!isWalked(value, line)) {
    yield JSON.stringify(value, null, indent).replaceAll("\n", line);
    return;
  }
  const members = Array.isArray(value)
    ? value.map((member): [string, unknown] => ["", member])
    : Object.entries(value).flatMap(([key, member]): [string, unknown][] =>
        member === undefined ? [] : [[`${JSON.stringify(key)}: `, member]],
      );
  const inner = line + indent;
  yield Array.isArray(value) ? "[" : "{";
  for (const [i, [name, member]] of members.entries()) {
    yield `${i === 0 ? "" : ","}${inner}${name}`;
    yield* piecesOf(member, inner);
  }
  yield `${line}${Array.isArray(value) ? "]" : "}"}`;
}

/** The outermost two levels, and long lists wherever they stand. */
function isWalked(value: unknown, line: string): value is object {
  if (value === null || typeof value !== "object") return false;
  const { length } = Array.isArray(value) ? value : Object.keys(value);
  return length > manyMembers || (length > 0 && line.length <= 1 + 2 * indent.length);
}
