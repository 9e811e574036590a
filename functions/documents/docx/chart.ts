import { AlignmentType, Paragraph, TextRun } from "docx";
import { ChartRun } from "docx/charts";
import type { Chart } from "../chart.ts";
import type { Frame } from "./page.ts";
import { styleIds } from "./styles.ts";

/** Distinguishable in black and white. */
const fills = ["D9D9D9", "404040"];

/** Size in pixels of 1/96 inch. */
const pixels = (millimetres: number) => Math.round((millimetres * 96) / 25.4);

export function layOutChart({ layout }: Frame, { caption, words, series, groups }: Chart): Paragraph[] {
  const font = { name: "Times New Roman", color: "000000" };
  const small = { size: layout.size.small };
  const chart = new ChartRun({
    type: "column",
    categories: groups.map(({ name }) => name),
    series: series.map((name, i) => ({
      name,
      color: fills[i] ?? "000000",
      values: groups.map(({ bars }) => bars[i]?.value ?? null),
    })),
    legend: { position: "top", font: small },
    dataLabels: { value: true, font: small },
    font,
    chartArea: { fill: "FFFFFF", border: "none" },
    categoryAxis: { font: small },
    valueAxis: { minimum: 0, font: small },
    gapWidth: 60,
    overlap: 0,
    // By default, the library numbers charts across all documents of the process.
    altText: { id: "1", name: caption, description: words },
    transformation: { width: pixels(130), height: pixels(62) },
  });
  return [
    new Paragraph({
      style: styleIds.caption,
      spacing: { before: 120, after: 60 },
      keepNext: true,
      children: [new TextRun(caption)],
    }),
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 120 }, children: [chart] }),
  ];
}
