import { type Chart, layOutChart } from "../chart.ts";
import { escapeHtml } from "./text.ts";

const size = { width: 360, height: 200, text: 13 };

export function drawChart(chart: Chart): string {
  const { bars, base, labels, names, legend } = layOutChart(chart, size);
  const n = (value: number) => String(Math.round(value * 100) / 100);
  const words = (x: number, y: number, text: string, look: string) =>
    `<text${look} x="${n(x)}" y="${n(y)}">${escapeHtml(text)}</text>`;
  const rectangle = (series: number, x: number, y: number, width: number, height: number) =>
    `<rect class="series-${series}" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"/>`;
  return `<figure class="chart">
<figcaption>${escapeHtml(chart.caption)}</figcaption>
<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapeHtml(chart.words)}">
${[
  ...legend.map(({ series, side, y }) => rectangle(series, 0, y - side, side, side)),
  ...legend.map(({ x, y, text }) => words(x, y, text, "")),
  ...bars.map(({ series, x, y, width, height }) => rectangle(series, x, y, width, height)),
  `<path d="M0 ${n(base)}H${size.width}"/>`,
  ...[...labels, ...names].map(({ x, y, text }) => words(x, y, text, ' class="middle"')),
].join("\n")}
</svg>
</figure>`;
}
