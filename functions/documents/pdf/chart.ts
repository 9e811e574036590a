import { type Chart, layOutChart } from "../chart.ts";
import { addFigure, ensureRoom, mm, type Pdf, setFace, writeCentred } from "./page.ts";

/** Distinguishable in black and white. */
const fills = ["#d9d9d9", "#404040"];

export function drawChart(pdf: Pdf, chart: Chart): void {
  const { left, textWidth, layout } = pdf.frame;
  const text = layout.size.small;
  const size = { width: Math.min(textWidth, mm(120)), height: mm(52), text };
  ensureRoom(pdf, size.height + 40);
  const caption = { x: left, y: pdf.y + 3, width: textWidth, size: layout.size.caption, bold: true };
  const top = writeCentred(pdf, chart.caption, caption) + 6;
  const x0 = left + (textWidth - size.width) / 2;
  const { bars, base, labels, names, legend } = layOutChart(chart, size);
  const draw = () => {
    pdf.save().lineWidth(0.5);
    for (const { series, side, x, y } of legend) {
      pdf.rect(x0 + x - text * 1.3, top + y - side, side, side);
      pdf.fillAndStroke(fills[series] ?? "black", "black");
    }
    for (const { series, x, y, width, height } of bars)
      pdf.rect(x0 + x, top + y, width, height).fillAndStroke(fills[series] ?? "black", "black");
    pdf
      .moveTo(x0, top + base)
      .lineTo(x0 + size.width, top + base)
      .stroke("black")
      .restore();
    setFace(pdf, text);
    pdf.fillColor("black");
    const write = (words: string, x: number, y: number) =>
      pdf.text(words, x0 + x, top + y, { lineBreak: false, baseline: "alphabetic" });
    for (const { x, y, text: words } of legend) write(words, x, y);
    for (const { x, y, text: words } of [...labels, ...names])
      write(words, x - pdf.widthOfString(words) / 2, y);
  };
  addFigure(pdf, chart.words, [x0, top, x0 + size.width, top + size.height], draw);
  pdf.y = top + size.height + 6;
}
