import { TextRun } from "docx";
import type { Inline } from "./official-document.ts";

/** A stretch of text in the look of its paragraph, but for what sets it apart. */
export function layOutRun({ text, bold, italic, newLine }: Inline): TextRun {
  return new TextRun({
    text,
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: true } : {}),
    ...(newLine ? { break: 1 } : {}),
  });
}
