const atOnce = 256 * 1024;
/** Longer lists are written member by member, never as one string. */
const manyMembers = 100;
const indent = "  ";

/** Writes the output of `JSON.stringify(value, null, 2)` in pieces, with a final newline. */
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

function isWalked(value: unknown, line: string): value is object {
  if (value === null || typeof value !== "object") return false;
  const { length } = Array.isArray(value) ? value : Object.keys(value);
  return length > manyMembers || (length > 0 && line.length <= 1 + 2 * indent.length);
}
