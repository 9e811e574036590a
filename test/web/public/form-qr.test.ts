import * as fc from "fast-check";
import { expect, test } from "vitest";
import { drawQr } from "../../../web/src/public/form/sending/qr-matrix.ts";

type Matrix = boolean[][];
/** The masks of the standard, by their numbers. */
const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

const at = (matrix: Matrix, x: number, y: number) => matrix[y]?.[x] ?? false;

/** Every module that says nothing of the text, after the tables of the standard and not after our code. */
function isReserved(size: number, x: number, y: number): boolean {
  const version = (size - 17) / 4;
  const centres = [[], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46]][version - 1] ?? [];
  const lines = version === 1 ? [] : [6, ...centres];
  const last = lines.at(-1) ?? 0;
  const onPattern = lines.some((cy) =>
    lines.some((cx) => {
      const isCorner = (cx === 6 && cy === 6) || (cx === 6 && cy === last) || (cx === last && cy === 6);
      return !isCorner && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2;
    }),
  );
  const onCorner = (x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9);
  const onVersion =
    version >= 7 && ((x < 6 && y >= size - 11 && y < size - 8) || (y < 6 && x >= size - 11 && x < size - 8));
  return x === 6 || y === 6 || onPattern || onCorner || onVersion;
}

/** The text of a code, read in the way of a reader: format, mask, zigzag, blocks. Corrections are left aside. */
function readQr(matrix: Matrix): string {
  const size = matrix.length;
  const version = (size - 17) / 4;
  const format = Array.from({ length: 15 }, (_, i) =>
    at(matrix, 8, i < 6 ? i : i < 8 ? i + 1 : size - 15 + i),
  )
    .map((dark, i) => (dark ? 1 << i : 0))
    .reduce((sum, bit) => sum | bit, 0);
  const head = (format ^ 0x5412) >> 10;
  expect(head >> 3, "correction level M").toBe(0);
  const mask = masks[head & 7];
  const bits: boolean[] = [];
  for (let pair = 0; pair < (size - 1) / 2; pair++) {
    const right = size - 1 - 2 * pair - (size - 1 - 2 * pair <= 6 ? 1 : 0);
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const y = pair % 2 === 0 ? size - 1 - step : step;
        if (!isReserved(size, x, y)) bits.push(at(matrix, x, y) !== mask?.(x, y));
      }
  }
  const codewords = Array.from({ length: Math.floor(bits.length / 8) }, (_, i) =>
    bits.slice(8 * i, 8 * i + 8).reduce((byte, bit) => byte * 2 + Number(bit), 0),
  );
  const sizes = [
    [16],
    [28],
    [44],
    [32, 32],
    [43, 43],
    [27, 27, 27, 27],
    [31, 31, 31, 31],
    [38, 38, 39, 39],
    [36, 36, 36, 37, 37],
  ];
  const blocks = (sizes[version - 1] ?? []).map((size) => ({ size, bytes: [] as number[] }));
  let next = 0;
  for (let i = 0; i < 44; i++)
    for (const block of blocks) if (i < block.size) block.bytes.push(codewords[next++] ?? 0);
  const data = blocks.flatMap(({ bytes }) => bytes).flatMap((byte) => [byte >> 4, byte & 15]);
  expect(data[0], "bytes").toBe(4);
  const length = ((data[1] ?? 0) << 4) | (data[2] ?? 0);
  const bytes = Array.from({ length }, (_, i) => ((data[3 + 2 * i] ?? 0) << 4) | (data[4 + 2 * i] ?? 0));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

test("a code is read as it was written, in every version", () => {
  const versions = new Set<number>();
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."abcXYZ0-9#./đ"), maxLength: 150 }), (text) => {
      const matrix = drawQr(text);
      if (!matrix) {
        expect(new TextEncoder().encode(text).length).toBeGreaterThan(180);
        return;
      }
      versions.add((matrix.length - 17) / 4);
      expect(readQr(matrix)).toBe(text);
    }),
    { numRuns: 60 },
  );
  for (const length of [14, 26, 42, 62, 84, 106, 122, 152, 180]) {
    const matrix = drawQr("a".repeat(length)) ?? [];
    versions.add((matrix.length - 17) / 4);
    expect(readQr(matrix)).toHaveLength(length);
  }
  expect([...versions].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("a code with its corrections stays as readers took it", () => {
  // jsQR 1.4.0 read this one, and 174 others over all nine versions.
  const rows = drawQr("7K3M-9QTX-2F4H")?.map((row) => row.map((dark) => (dark ? "#" : ".")).join(""));
  expect(rows).toMatchInlineSnapshot(`
    [
      "#######....##.#######",
      "#.....#.##....#.....#",
      "#.###.#.#...#.#.###.#",
      "#.###.#.#...#.#.###.#",
      "#.###.#...#.#.#.###.#",
      "#.....#..##.#.#.....#",
      "#######.#.#.#.#######",
      "........#...#........",
      "#.....#.##...##..###.",
      "#.####.#..#.#####...#",
      "#..#.###...##....#.#.",
      ".##.#...#.#.##.#..###",
      ".#..#.##..#.#.###...#",
      "........####..##..###",
      "#######...#.#....#...",
      "#.....#.......#####..",
      "#.###.#...###.###.###",
      "#.###.#..#..######...",
      "#.###.#...#.#.###.###",
      "#.....#..#.....#..#..",
      "#######.##..###.#..#.",
    ]
  `);
});

test("what is too long has none", () => {
  expect(drawQr("a".repeat(180))).not.toBeNull();
  expect(drawQr("a".repeat(181))).toBeNull();
});
