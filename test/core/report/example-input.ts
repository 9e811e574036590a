import { definitionOf } from "#core/figures/catalogue.ts";
import { countInitiative } from "#core/figures/contributions/initiative.ts";
import { type CountedFigure, type DeclaredFigure, unplaced } from "#core/figures/figure.ts";
import { summarise } from "#core/initiatives/initiative.ts";
import type { ReportFigure, ReportInput, Run, Section } from "#core/report/model.ts";
import { defaultSigning } from "#core/report/signing.ts";
import type { Unit } from "#core/units/unit.ts";
import { readExample } from "../../support/example.ts";

export const example = await readExample();

/** What the store would give for the ended district over 2019 to 2021, made without a store: for tests of the pure parts. */
export function exampleInput(changes: Partial<ReportInput> = {}): ReportInput {
  const units = new Map(example.units.map((unit) => [unit.id, unit]));
  const [unit, superior] = ["dien-khanh", "khanh-hoa-cu"].map((id) => units.get(id));
  if (!unit || !superior) throw new Error("the example lacks its district");
  const counted = new Map<string, CountedFigure>();
  for (const initiative of example.initiatives)
    for (const { year, key, dimension, value } of countInitiative(initiative).counts) {
      const row = `${key}#${dimension}`;
      const before = counted.get(`${row}#${year}`)?.value ?? 0;
      counted.set(`${row}#${year}`, { unit: unit.id, key, dimension, year, value: before + value });
    }
  return {
    unit,
    superior,
    period: { from: "2019", to: "2021" },
    rows: { declared: example.figures, counted: [...counted.values()] },
    campaigns: [],
    recognised: example.initiatives.map((initiative) => ({
      summary: summarise(initiative),
      titleAsPublished: initiative.titleAsPublished,
      ...(initiative.remark === undefined ? {} : { remark: initiative.remark }),
      document: initiative.source,
      unitName: unit.name,
    })),
    children: [],
    decisions: [],
    activities: [],
    replications: [],
    evaluatedBefore: null,
    documents: new Map(example.documents.map((document) => [document.id, document])),
    texts: {},
    signing: defaultSigning,
    layout: "decree30",
    ...changes,
  };
}

/** The input of a unit about which nothing but these declarations is known. */
export function declaredInput(declared: DeclaredFigure[], changes: Partial<ReportInput> = {}): ReportInput {
  const unit: Unit = {
    id: "xa-thu",
    code: "99999",
    name: "Xã Thử",
    level: "commune",
    system: "government",
    parent: null,
    validFrom: null,
    validTo: null,
    successors: [],
  };
  return {
    unit,
    superior: null,
    period: { from: "2019", to: "2021" },
    rows: { declared, counted: [] },
    campaigns: [],
    recognised: [],
    children: [],
    decisions: [],
    activities: [],
    replications: [],
    evaluatedBefore: null,
    documents: new Map(),
    texts: {},
    signing: defaultSigning,
    layout: "decree30",
    ...changes,
  };
}

export function declare(
  key: string,
  value: number | null,
  more: Partial<DeclaredFigure> = {},
): DeclaredFigure {
  return {
    unit: "xa-thu",
    key,
    from: "2019",
    to: "2020",
    value,
    qualifier: null,
    measure: "lượt cá nhân",
    label: definitionOf(key)?.label ?? key,
    partOf: [],
    ...unplaced,
    document: null,
    declaredBy: null,
    withdrawn: false,
    version: 1,
    earlier: [],
    note: "",
    ...more,
  };
}

/** All text of a section, as a reader sees it. */
export function textOf({ title, paragraphs, tables, lists }: Section): string {
  const say = (runs: Run[]) => runs.map((run) => (typeof run === "string" ? run : run.text)).join("");
  const items = (list: Section["lists"][number]["items"]): string[] =>
    list.flatMap((item) => [say(item.runs), ...items(item.items)]);
  return [
    title,
    ...paragraphs.map(say),
    ...tables.flatMap((table) => [
      table.title,
      ...table.columns,
      ...table.rows.flatMap((row) => row.map(say)),
    ]),
    ...lists.flatMap((list) => [say(list.lead), ...items(list.items)]),
  ].join("\n");
}

/** The ids of the figures that a section states. */
export function statedIn(section: Section): string[] {
  return [...JSON.stringify(section).matchAll(/"figure":"([^"]+)"/g)].map(([, id = ""]) => id);
}

export function figureAt(figures: ReportFigure[], key: string, from: number, to = from): ReportFigure {
  const found = figures.find((figure) => figure.key === key && figure.from === from && figure.to === to);
  if (!found) throw new Error(`no figure ${key} ${from}–${to}`);
  return found;
}
