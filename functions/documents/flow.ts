import type { Block, DocumentItem, Inline } from "./official-document.ts";

export interface Piece {
  block: Exclude<Block, { kind: "list" }>;
  item: boolean;
  keepNext: boolean;
}

/** `keepLast`: the last two pieces stay on a page with the following signature. */
export function flowBlocks(blocks: readonly Block[], keepLast = false): Piece[] {
  const pieces = blocks.flatMap((block): Piece[] => {
    if (block.kind === "list") return flowItems(block.items, 0);
    const keepNext = block.kind === "heading" || (block.kind === "paragraph" && leadsOn(block.runs));
    return [{ block, item: false, keepNext }];
  });
  return pieces.map((piece, i) =>
    keepLast && i >= pieces.length - 2 ? { ...piece, keepNext: true } : piece,
  );
}

function flowItems(items: DocumentItem[], depth: number): Piece[] {
  const mark = depth === 0 ? "- " : "+ ";
  return items.flatMap(({ runs, items }) => [
    {
      block: { kind: "paragraph" as const, runs: [{ text: mark }, ...runs] },
      item: true,
      keepNext: leadsOn(runs),
    },
    ...flowItems(items, depth + 1),
  ]);
}

const leadsOn = (runs: Inline[]) => runs.at(-1)?.text.endsWith(":") ?? false;
