import type { seriesMessagesVi } from "#core/words/vi/series.ts";

export const seriesMessagesEn: Readonly<Record<keyof typeof seriesMessagesVi, string>> = {
  "series.successors":
    "{units} follow {unit}. Nothing else joined them, so the figures compare like with like.",
  "series.successorsWider":
    "{units} follow {unit} but also take in the former {others}: the figures cover more and do not compare directly.",
  "series.predecessors":
    "Before that, {units}. They went into {unit} alone, so the figures compare like with like.",
  "series.predecessorsWider":
    "Before that, {units}, of which a part now belongs to {others}: the figures cover more and do not compare directly.",
  "series.changed":
    "Units changed in the course of {year}, so this year holds both what was before and what came after: {before}; {after}.",
  "series.none": "In {year} there was no {unit} yet, and what was there before is not known.",
};
