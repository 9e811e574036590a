import { WorkbookFault } from "./workbook-fault.ts";

const blockSize = 1024 * 1024;
const mostBlocks = 96;
const mostTexts = 4_000_000;

/** Stores texts as UTF-8 outside the heap. Throws `WorkbookFault` beyond 96 MB. */
export function createStringPool() {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const blocks: Uint8Array[] = [];
  const places: number[] = [];
  let used = 0;
  return {
    add(text: string): void {
      const block = blocks.at(-1);
      // A UTF-16 unit takes at most three bytes. Each text lies in one block.
      if (!block || (used % blockSize) + text.length * 3 >= blockSize) {
        if (blocks.length === mostBlocks) throw new WorkbookFault("tooLarge", "too much text");
        used = blocks.length * blockSize;
        blocks.push(new Uint8Array(blockSize));
      }
      if (places.length === mostTexts * 2) throw new WorkbookFault("tooLarge", "too many texts");
      const { written } = encoder.encodeInto(
        text,
        (blocks.at(-1) ?? new Uint8Array()).subarray(used % blockSize),
      );
      places.push(used, used + written);
      used += written;
    },

    get(n: number): string | undefined {
      const [from, to] = places.slice(n * 2, n * 2 + 2);
      if (from === undefined || to === undefined) return undefined;
      const start = from % blockSize;
      return decoder.decode(blocks[Math.floor(from / blockSize)]?.subarray(start, start + to - from));
    },
  };
}

export type StringPool = ReturnType<typeof createStringPool>;
