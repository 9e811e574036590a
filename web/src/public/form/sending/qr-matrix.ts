/**
 * QR codes (ISO/IEC 18004) as far as a link needs them: bytes, correction level M, versions 1 to 9. True is dark. Written here because
 * a library of every mode and version is larger than the page that shows one code.
 */

/** For each version: correction bytes of a block, then how many blocks of how many data bytes. */
const layouts: readonly (readonly [number, ...(readonly [number, number])[]])[] = [
  [10, [1, 16]],
  [16, [1, 28]],
  [26, [1, 44]],
  [18, [2, 32]],
  [24, [2, 43]],
  [16, [4, 27]],
  [18, [4, 31]],
  [22, [2, 38], [2, 39]],
  [22, [3, 36], [2, 37]],
];
const secondAlignment = [0, 18, 22, 26, 30, 34, 22, 24, 26];

type Matrix = boolean[][];

/** The modules of the smallest code that holds `text`; null where it is longer than 180 bytes. */
export function drawQr(text: string): Matrix | null {
  const bytes = new TextEncoder().encode(text);
  const version = 1 + layouts.findIndex(([, ...blocks]) => dataBytes(blocks) >= bytes.length + 2);
  const layout = layouts[version - 1];
  if (!layout) return null;
  const codewords = addCorrection(packBytes(bytes, dataBytes(layout.slice(1) as Blocks)), layout);
  const frame = drawFrame(version);
  const masked = masks.map((_, mask) => fillIn(frame, codewords, mask, version));
  return masked.reduce((best, matrix) => (rate(matrix) < rate(best) ? matrix : best));
}

type Blocks = (readonly [number, number])[];
const dataBytes = (blocks: Blocks) => blocks.reduce((sum, [count, size]) => sum + count * size, 0);

/** Mode "bytes", the length, the bytes, an end, and padding up to `capacity`. */
function packBytes(bytes: Uint8Array, capacity: number): number[] {
  const nibbles = [
    4,
    bytes.length >> 4,
    bytes.length & 15,
    ...[...bytes].flatMap((byte) => [byte >> 4, byte & 15]),
    0,
  ];
  const packed = Array.from(
    { length: nibbles.length / 2 },
    (_, i) => ((nibbles[2 * i] ?? 0) << 4) | (nibbles[2 * i + 1] ?? 0),
  );
  for (let pad = 0xec; packed.length < capacity; pad ^= 0xec ^ 0x11) packed.push(pad);
  return packed;
}

/** Multiplication in GF(256) with x^8 + x^4 + x^3 + x^2 + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

/** The remainder of Reed and Solomon, `count` bytes. */
function correct(data: number[], count: number): number[] {
  let generator = [1];
  for (let i = 0, root = 1; i < count; i++, root = multiply(root, 2))
    generator = [...generator, 0].map((value, j) => value ^ multiply(generator[j - 1] ?? 0, root));
  const rest = [...data, ...Array<number>(count).fill(0)];
  for (let i = 0; i < data.length; i++) {
    const factor = rest[i] ?? 0;
    generator.forEach((value, j) => {
      rest[i + j] = (rest[i + j] ?? 0) ^ multiply(value, factor);
    });
  }
  return rest.slice(data.length);
}

/** The data in blocks, each with its correction, taken in turns. */
function addCorrection(data: number[], [count, ...groups]: (typeof layouts)[number]): number[] {
  const sizes = groups.flatMap(([blocks, size]) => Array<number>(blocks).fill(size));
  const starts = sizes.map((_, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0));
  const blocks = sizes.map((size, i) => data.slice(starts[i], (starts[i] ?? 0) + size));
  const corrections = blocks.map((block) => correct(block, count));
  const inTurns = (lists: number[][]) =>
    Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, i) =>
      lists.flatMap((list) => list[i] ?? []),
    ).flat();
  return [...inTurns(blocks), ...inTurns(corrections)];
}

/** What every code of a version has; undefined where the data goes. */
function drawFrame(version: number): (boolean | undefined)[][] {
  const size = 17 + 4 * version;
  const frame = Array.from({ length: size }, () => Array<boolean | undefined>(size).fill(undefined));
  const square = (x: number, y: number, radius: number, light: number[]) => {
    for (let dy = -radius; dy <= radius; dy++)
      for (let dx = -radius; dx <= radius; dx++) {
        const row = frame[y + dy];
        if (row && x + dx >= 0 && x + dx < size)
          row[x + dx] = !light.includes(Math.max(Math.abs(dx), Math.abs(dy)));
      }
  };
  for (let i = 0; i < size; i++) set(frame, i, 6, set(frame, 6, i, i % 2 === 0));
  const second = secondAlignment[version - 1] ?? 0;
  const places = version === 1 ? [] : version < 7 ? [6, second] : [6, second, 2 * second - 6];
  const last = places.at(-1);
  for (const y of places)
    for (const x of places)
      if (!((x === 6 && (y === 6 || y === last)) || (x === last && y === 6))) square(x, y, 2, [1]);
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    square(x, y, 4, [2, 4]);
  writeFormat(frame, 0);
  if (version >= 7) {
    const bits = (version << 12) | remainder(version << 12, 0x1f25);
    for (let i = 0; i < 18; i++) {
      const [near, far] = [Math.floor(i / 3), size - 11 + (i % 3)];
      set(frame, near, far, set(frame, far, near, ((bits >> i) & 1) === 1));
    }
  }
  return frame;
}

function set(matrix: (boolean | undefined)[][], x: number, y: number, dark: boolean): boolean {
  const row = matrix[y];
  if (row) row[x] = dark;
  return dark;
}

/** The remainder of a binary polynomial. */
function remainder(bits: number, divisor: number): number {
  const degree = 31 - Math.clz32(divisor);
  let rest = bits;
  for (let top = 31 - Math.clz32(rest); rest && top >= degree; top = 31 - Math.clz32(rest))
    rest ^= divisor << (top - degree);
  return rest;
}

/** Correction level M (00) and the mask, twice, and the one module that is always dark. */
function writeFormat(matrix: (boolean | undefined)[][], mask: number): void {
  const size = matrix.length;
  const bits = ((mask << 10) | remainder(mask << 10, 0x537)) ^ 0x5412;
  for (let i = 0; i < 15; i++) {
    const dark = ((bits >> i) & 1) === 1;
    set(matrix, 8, i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, dark);
    set(matrix, i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i, 8, dark);
  }
  set(matrix, 8, size - 8, true);
}

export const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The data in its zigzag from the lower right, under a mask. */
function fillIn(
  frame: (boolean | undefined)[][],
  codewords: number[],
  mask: number,
  version: number,
): Matrix {
  const size = 17 + 4 * version;
  const matrix = frame.map((row) => [...row]);
  const hides = masks[mask] ?? (() => false);
  let bit = 0;
  for (let right = size - 1, up = true; right > 0; right -= right === 8 ? 3 : 2, up = !up)
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const y = up ? size - 1 - step : step;
        if (frame[y]?.[x] !== undefined) continue;
        const dark = (((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
        set(matrix, x, y, dark !== hides(x, y));
        bit++;
      }
  writeFormat(matrix, mask);
  return matrix.map((row) => row.map(Boolean));
}

/** How hard a code is to read: long runs, blocks, what looks like a corner, and too much of one colour. */
function rate(matrix: Matrix): number {
  const size = matrix.length;
  const lines = [...matrix, ...matrix.map((_, x) => matrix.map((row) => row[x] ?? false))];
  let points = 0;
  for (const line of lines) {
    const text = line.map(Number).join("");
    for (const [run] of text.matchAll(/0{5,}|1{5,}/g)) points += run.length - 2;
    points += 40 * [...text.matchAll(/(?=10111010000|00001011101)/g)].length;
  }
  for (let y = 1; y < size; y++)
    for (let x = 1; x < size; x++) {
      const here = matrix[y]?.[x];
      if (here === matrix[y]?.[x - 1] && here === matrix[y - 1]?.[x] && here === matrix[y - 1]?.[x - 1])
        points += 3;
    }
  const dark = matrix.flat().filter(Boolean).length / size ** 2;
  return points + 10 * Math.floor(Math.abs(dark - 0.5) * 20);
}
