import { inflateSync } from "node:zlib";

/** What a PDF of ours says: its text as a reader would copy it, and the names of the fonts inside. Knows no more of PDF than pdfkit writes. */
export function readPdf(bytes: Uint8Array): { text: string; fonts: string[]; source: string } {
  const source = Buffer.from(bytes).toString("latin1");
  const objects = new Map<string, { head: string; body: string }>();
  for (const [, number = "", content = ""] of source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = "", stream] = content.split(/\nstream\n/);
    const raw = stream?.slice(0, stream.lastIndexOf("\nendstream")) ?? "";
    const body = head.includes("/FlateDecode") ? inflate(raw) : raw;
    objects.set(number, { head, body });
  }
  const maps = new Map<string, Map<string, string>>();
  for (const { head } of objects.values())
    for (const [, font = "", number = ""] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? "")?.[1] ?? "";
      maps.set(font, readMap(objects.get(unicode)?.body ?? ""));
    }
  const lines: string[] = [];
  for (const { body } of objects.values()) {
    if (!/\bBT\b/.test(body)) continue;
    let map = new Map<string, string>();
    for (const [, font, shown] of body.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font) map = maps.get(font) ?? map;
      else
        lines.push(
          [...(shown ?? "").matchAll(/<([0-9a-f]+)>/gi)].map(([, hex = ""]) => decode(hex, map)).join(""),
        );
    }
  }
  const fonts = [...source.matchAll(/\/FontFile2? (\d+) 0 R/g)].map(([, number = ""]) => number);
  const names = [...source.matchAll(/\/FontName \/(?:[A-Z]+\+)?([\w-]+)/g)].map(([, name = ""]) => name);
  return { text: lines.join("\n"), fonts: fonts.length === names.length ? names : [], source };
}

function inflate(raw: string): string {
  return inflateSync(Buffer.from(raw, "latin1")).toString("latin1");
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

function decode(hex: string, map: Map<string, string>): string {
  return (hex.match(/.{4}/g) ?? []).map((glyph) => map.get(glyph.toLowerCase()) ?? "\ufffd").join("");
}
