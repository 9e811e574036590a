import type { Block } from "./official-document.ts";

export type Chart = Extract<Block, { kind: "chart" }>;

interface Words {
  x: number;
  y: number;
  text: string;
}

/** Lengths are in the unit of the requested size; y grows downwards. */
export interface ChartDrawing {
  bars: { series: number; x: number; y: number; width: number; height: number }[];
  base: number;
  labels: Words[];
  names: Words[];
  legend: (Words & { series: number; side: number })[];
}

export function layOutChart(
  { series, groups }: Chart,
  { width, height, text }: { width: number; height: number; text: number },
): ChartDrawing {
  const legend = series.map((name, i) => ({
    series: i,
    side: text * 0.75,
    x: text * 1.3,
    y: text * (1 + 1.5 * i),
    text: name,
  }));
  const top = text * (1.5 * series.length + 1.6);
  const base = height - text * 1.7;
  const most = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ value }) => value ?? 0)));
  const space = width / groups.length;
  const bar = Math.min((space * 0.8) / series.length, text * 3.4);
  const drawing: ChartDrawing = { bars: [], base, labels: [], names: [], legend };
  groups.forEach(({ name, bars }, at) => {
    const middle = space * (at + 0.5);
    drawing.names.push({ x: middle, y: base + text * 1.3, text: name });
    bars.forEach(({ value, label }, i) => {
      const x = middle + bar * (i - bars.length / 2);
      const tall = ((value ?? 0) / most) * (base - top);
      if (value !== null)
        drawing.bars.push({
          series: i,
          x: x + bar * 0.06,
          y: base - tall,
          width: bar * 0.88,
          height: tall,
        });
      drawing.labels.push({ x: x + bar / 2, y: base - tall - text * 0.4, text: label });
    });
  });
  return drawing;
}
