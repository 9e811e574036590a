import { inflateSync } from "node:zlib";

/** A stretch of text where it stands: in points from the page's upper left corner, `y` that of the line its letters stand on. */
export interface PdfPiece {
  x: number;
  y: number;
  width: number;
  size: number;
  /** The font's own name, without the mark of the part that is embedded. */
  font: string;
  text: string;
}

interface Font {
  name: string;
  letters: Map<string, string>;
  /** Of each glyph, in thousandths of the size. */
  widths: number[];
}

type Objects = Map<string, { head: string; body: string }>;

/**
 * What a PDF of ours says: its text as a reader would copy it, the pieces of each page, and the names of the fonts inside. Knows no more of PDF
 * than pdfkit writes.
 */
export function readPdf(bytes: Uint8Array) {
  const source = Buffer.from(bytes).toString("latin1");
  const objects: Objects = new Map();
  for (const [, number = "", content = ""] of source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = "", stream] = content.split(/\nstream\n/);
    const raw = stream?.slice(0, stream.lastIndexOf("\nendstream")) ?? "";
    const body = head.includes("/FlateDecode") ? inflate(raw) : raw;
    objects.set(number, { head, body });
  }
  const fonts = readFonts(objects);
  const pages = [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b/.test(head))
    .map(({ head }) => readPage(objects.get(reference(head, "Contents"))?.body ?? "", head, fonts));
  const embedded = [...source.matchAll(/\/FontFile2? (\d+) 0 R/g)];
  const names = [...source.matchAll(/\/FontName \/(?:[A-Z]+\+)?([\w-]+)/g)].map(([, name = ""]) => name);
  return {
    text: pages.flatMap(joinLines).join("\n"),
    pages,
    fonts: embedded.length === names.length ? names : [],
    source,
  };
}

function inflate(raw: string): string {
  return inflateSync(Buffer.from(raw, "latin1")).toString("latin1");
}

const reference = (head: string, name: string) => new RegExp(`/${name} \\[?(\\d+) 0 R`).exec(head)?.[1] ?? "";

/** Fonts by the names that pages call them by. */
function readFonts(objects: Objects): Map<string, Font> {
  const fonts = new Map<string, Font>();
  for (const { head } of objects.values())
    for (const [, font = "", number = ""] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const own = objects.get(number)?.head ?? "";
      const descendant = objects.get(reference(own, "DescendantFonts"))?.head ?? "";
      const widths = /\/W \[0 (?:\[([^\]]*)\]|(\d+) 0 R)/.exec(descendant);
      const listed = widths?.[1] ?? objects.get(widths?.[2] ?? "")?.head ?? "";
      fonts.set(font, {
        name: /\/BaseFont \/(?:[A-Z]+\+)?([\w-]+)/.exec(own)?.[1] ?? "",
        letters: readMap(objects.get(reference(own, "ToUnicode"))?.body ?? ""),
        widths: (listed.match(/[\d.]+/g) ?? []).map(Number),
      });
    }
  return fonts;
}

function readPage(body: string, head: string, fonts: Map<string, Font>): PdfPiece[] {
  const height = Number(/\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/.exec(head)?.[1]);
  const pieces: PdfPiece[] = [];
  let font: Font = { name: "", letters: new Map(), widths: [] };
  let [size, x, y] = [0, 0, 0];
  const steps = body.matchAll(
    /\/(F\d+) ([\d.]+) Tf|1 0 (?:0|[\d.-]+) 1 ([\d.-]+) ([\d.-]+) Tm|\[([^\]]*)\] TJ/g,
  );
  for (const [, name, points, left, base, shown] of steps) {
    if (name) {
      font = fonts.get(name) ?? font;
      size = Number(points);
    } else if (left !== undefined) {
      x = Number(left);
      y = height - Number(base);
    } else {
      const { text, width } = show(shown ?? "", font);
      pieces.push({ x, y, width: (width * size) / 1000, size, font: font.name, text });
    }
  }
  return pieces;
}

/** Words of a stretched line stand by themselves, each with the space behind it. */
function joinLines(pieces: PdfPiece[]): string[] {
  const lines: string[] = [];
  pieces.forEach((piece, i) => {
    const before = pieces[i - 1];
    const goesOn =
      before?.y === piece.y &&
      (before.text.endsWith(" ") || Math.abs(before.x + before.width - piece.x) < 0.5);
    if (goesOn) lines.push(`${lines.pop() ?? ""}${piece.text}`);
    else lines.push(piece.text);
  });
  return lines;
}

/** Glyphs in angle brackets, and between them by how much the next one moves back; the width is that to the last one that is seen. */
function show(shown: string, { letters, widths }: Font): { text: string; width: number } {
  let [text, at, width] = ["", 0, 0];
  for (const [, hex, back] of shown.matchAll(/<([0-9a-f]+)>|(-?[\d.]+)/gi)) {
    if (back) at -= Number(back);
    for (const glyph of hex?.match(/.{4}/g) ?? []) {
      const letter = letters.get(glyph.toLowerCase()) ?? "\ufffd";
      text += letter;
      at += widths[Number.parseInt(glyph, 16)] ?? 0;
      if (letter.trim() !== "") width = at;
    }
  }
  return { text, width };
}

/** A font's glyphs in Unicode: pdfkit writes them as ranges of lists. */
function readMap(body: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, first = "", list = ""] of body.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g))
    [...list.matchAll(/<([\w ]+)>/g)].forEach(([, hex = ""], i) => {
      const glyph = (Number.parseInt(first, 16) + i).toString(16).padStart(4, "0");
      map.set(glyph, Buffer.from(hex.replaceAll(" ", ""), "hex").swap16().toString("utf16le"));
    });
  return map;
}
