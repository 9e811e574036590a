import { WorkbookFault } from "./workbook-fault.ts";

const blockSize = 1024 * 1024;
const mostBlocks = 96;
const mostTexts = 4_000_000;

/**
 * Many texts of at most 64 Ki UTF-16 units in a few blocks of UTF-8: half of what as many strings take, and outside the heap that a function
 * limits. A `WorkbookFault` beyond 96 MB.
 */
export function createStringPool() {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const blocks: Uint8Array[] = [];
  /** Where each text begins and ends, as if the blocks were one. */
  const places: number[] = [];
  let used = 0;
  return {
    add(text: string): void {
      const block = blocks.at(-1);
      // A unit takes three bytes at most, and no text crosses from one block into the next.
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

    /** The text that was added as the n-th, counted from 0. */
    get(n: number): string | undefined {
      const [from, to] = places.slice(n * 2, n * 2 + 2);
      if (from === undefined || to === undefined) return undefined;
      const start = from % blockSize;
      return decoder.decode(blocks[Math.floor(from / blockSize)]?.subarray(start, start + to - from));
    },
  };
}

export type StringPool = ReturnType<typeof createStringPool>;
