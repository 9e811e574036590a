import { deflateSync, zipSync } from "fflate";
import type { AttachmentType } from "#core/initiatives/attachment.ts";

interface SampleFile {
  type: AttachmentType;
  bytes: Uint8Array<ArrayBuffer>;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const join = (...parts: (Uint8Array | number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const big = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ -1) >>> 0;
}

/** A picture of this size, a gradient, as PNG. */
export function drawPng(width: number, height: number): Uint8Array<ArrayBuffer> {
  const chunk = (name: string, data: Uint8Array) => {
    const named = join(utf8(name), data);
    return join(big(data.length), named, big(crc32(named)));
  };
  const rows = new Uint8Array((width * 3 + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows.set([(255 * x) / width, (255 * y) / height, 128], y * (width * 3 + 1) + 1 + x * 3);
  const zlib = join([0x78, 0x01], deflateSync(rows), big(adler32(rows)));
  return join(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk("IHDR", join(big(width), big(height), [8, 2, 0, 0, 0])),
    chunk("IDAT", zlib),
    chunk("IEND", new Uint8Array()),
  );
}

function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

const office = (type: string, part: string) =>
  new Uint8Array(
    zipSync({
      "[Content_Types].xml": utf8(
        `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}.main+xml"/></Types>`,
      ),
      [part]: utf8("<document/>"),
    }),
  );
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The least of a file of each type that is told by its content. */
export const files = {
  pdf: { type: "application/pdf", bytes: utf8("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n") },
  docx: { type: word, bytes: office(word, "word/document.xml") },
  xlsx: { type: excel, bytes: office(excel, "xl/workbook.xml") },
  jpeg: {
    type: "image/jpeg",
    bytes: join([0xff, 0xd8, 0xff, 0xe0, 0, 16], utf8("JFIF\0"), [1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]),
  },
  png: { type: "image/png", bytes: drawPng(4, 3) },
  heic: {
    type: "image/heic",
    bytes: join([0, 0, 0, 24], utf8("ftypheic"), [0, 0, 0, 0], utf8("mif1heic"), new Uint8Array(16)),
  },
} satisfies Record<string, SampleFile>;
