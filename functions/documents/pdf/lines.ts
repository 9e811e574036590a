import type { Inline } from "../official-document.ts";
import { type Look, type Pdf, setFace } from "./page.ts";

interface Fragment extends Look {
  text: string;
  width: number;
}

/** A word has several fragments if the style changes within it. */
interface Word {
  fragments: Fragment[];
  width: number;
  /** True for a word cut to fit a line; no space follows. */
  cut: boolean;
}

export interface Line {
  words: Word[];
  width: number;
  /** True for a paragraph's last line, which is not justified. */
  ends: boolean;
}

/** Breaks lines itself, because pdfkit drops the spaces of justified lines. Lengths are in points. */
export function breakLines(
  pdf: Pdf,
  runs: readonly Inline[],
  { size, width, indent }: { size: number; width: number; indent: number },
): Line[] {
  setFace(pdf, size);
  const space = pdf.widthOfString(" ");
  const lines: Line[] = [];
  let line: Line = { words: [], width: 0, ends: false };
  const room = () => width - (lines.length === 0 ? indent : 0);
  const close = (ends: boolean) => {
    lines.push({ ...line, ends });
    line = { words: [], width: 0, ends: false };
  };
  for (const word of wordsOf(pdf, runs, size, width - indent)) {
    if (word === "break") {
      close(true);
      continue;
    }
    const before = line.words.length > 0 ? space : 0;
    if (line.words.length > 0 && line.width + before + word.width > room()) close(false);
    line.width += (line.words.length > 0 ? space : 0) + word.width;
    line.words.push(word);
  }
  if (line.words.length > 0) close(true);
  return lines;
}

function* wordsOf(
  pdf: Pdf,
  runs: readonly Inline[],
  size: number,
  widest: number,
): Generator<Word | "break"> {
  let word: Word = { fragments: [], width: 0, cut: false };
  const take = (cut = false) => {
    const taken = { ...word, cut };
    word = { fragments: [], width: 0, cut: false };
    return taken;
  };
  for (const { text, bold, italic, newLine } of runs) {
    const tokens = text.split(/([ \t\r]+|[\n\u2028\u2029])/);
    if (newLine) tokens.unshift("\n");
    for (const token of tokens) {
      const parts = /^\s+$/.test(token);
      if (parts && word.fragments.length > 0) yield take();
      if (/^[\n\u2028\u2029]$/.test(token)) yield "break";
      if (parts || token === "") continue;
      setFace(pdf, size, { bold, italic });
      for (const piece of cutToFit(pdf, token, widest)) {
        const width = pdf.widthOfString(piece);
        if (word.fragments.length > 0 && word.width + width > widest) yield take(true);
        word.fragments.push({ text: piece, bold, italic, width });
        word.width += width;
      }
    }
  }
  if (word.fragments.length > 0) yield take();
}

function cutToFit(pdf: Pdf, token: string, widest: number): string[] {
  if (pdf.widthOfString(token) <= widest) return [token];
  const pieces: string[] = [];
  let [piece, width] = ["", 0];
  for (const letter of token) {
    const own = pdf.widthOfString(letter);
    if (width + own > widest) {
      pieces.push(piece);
      [piece, width] = ["", 0];
    }
    piece += letter;
    width += own;
  }
  return [...pieces, piece];
}

function isPlain(words: Word[]): boolean {
  const looks = words.flatMap(({ fragments }) => fragments);
  const [first] = looks;
  return looks.every(({ bold, italic }) => !bold === !first?.bold && !italic === !first?.italic);
}

export function writeLine(
  pdf: Pdf,
  { words, width: natural, ends }: Line,
  { x, y, width, size, ragged }: { x: number; y: number; width: number; size: number; ragged?: boolean },
): void {
  if (ragged && isPlain(words)) {
    const text = words.map(({ fragments }) => fragments.map((each) => each.text).join("")).join(" ");
    setFace(pdf, size, words[0]?.fragments[0]);
    pdf.text(ends || words.at(-1)?.cut ? text : `${text} `, x, y, { lineBreak: false });
    return;
  }
  setFace(pdf, size);
  const space = pdf.widthOfString(" ");
  const gap = space + (ends || ragged || words.length < 2 ? 0 : (width - natural) / (words.length - 1));
  let at = x;
  for (const [i, { fragments, cut }] of words.entries()) {
    for (const [j, fragment] of fragments.entries()) {
      const isLast = ends && i === words.length - 1;
      const behind = !isLast && !cut && j === fragments.length - 1 ? " " : "";
      setFace(pdf, size, fragment);
      pdf.text(fragment.text + behind, at, y, { lineBreak: false });
      at += fragment.width;
    }
    at += gap;
  }
}
