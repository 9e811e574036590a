import { covers } from "#core/base/period.ts";
import { findStatement, type Span } from "#core/figures/sentence.ts";
import type { List, ListItem, ReportFigure, Run } from "#core/report/model.ts";
import {
  capitalise,
  describeWhen,
  joinRuns,
  periodOf,
  quantity,
  quantityOfLabel,
  uncapitalise,
} from "#core/report/wording.ts";

/** Heading of a figure's list, to which the period is added; null means none. */
type HeadingOf = (figure: ReportFigure) => string | null;

/** Wholes with equal label and shared parts: "67 tập thể và 274 cá nhân, trong đó: …". */
interface Group {
  wholes: ReportFigure[];
  parts: Group[];
}

/**
 * Lists a section's figures by heading and period, parts below their wholes. `subject`: place with these figures.
 * `told`: ids that the section's sentences already state.
 */
export function listFigures(
  given: readonly ReportFigure[],
  subject: string,
  told: ReadonlySet<string>,
  headingOf: HeadingOf = () => null,
): List[] {
  const own = given.map(keepSentence);
  const spoken = linkSentences(own.filter(({ id }) => !told.has(id)));
  const quoted = new Set([...spoken.values()].flatMap(({ others }) => others));
  const open = own.filter(({ id }) => !told.has(id) && !quoted.has(id));
  const parents = new Map(open.map((part) => [part.id, findWhole(part, own)]));
  const byWhole = Map.groupBy(open, ({ id }) => parents.get(id) ?? null);
  const groupsOf = (figures: readonly ReportFigure[]): Group[] => {
    const groups = new Map<string, ReportFigure[]>();
    for (const figure of figures) {
      const name = figure.sentence ? figure.id : `${figure.label.toLowerCase()}|${describeWhen(figure)}`;
      groups.set(name, [...(groups.get(name) ?? []), figure]);
    }
    return [...groups.values()].map((wholes) => ({ wholes, parts: partsOf(wholes) }));
  };
  const partsOf = (wholes: readonly ReportFigure[]): Group[] =>
    groupsOf(
      open.filter(({ id }) => wholes.some((whole) => byWhole.get(whole.id)?.some((part) => part.id === id))),
    );
  const roots = groupsOf(byWhole.get(null) ?? []);
  const lists = Map.groupBy(roots, ({ wholes: [whole] }) =>
    whole ? `${headingOf(whole) ?? ""}|${describeWhen(whole)}` : "",
  );
  const below = own.filter(({ id }) => (told.has(id) || quoted.has(id)) && byWhole.has(id));
  return [
    ...[...lists.values()].flatMap((groups) => listGroups(groups, subject, headingOf, spoken)),
    ...below.map((whole) => listParts(whole, partsOf([whole]), spoken)),
  ];
}

/** Drops a sentence that no longer states the figure. */
function keepSentence(figure: ReportFigure): ReportFigure {
  return figure.sentence && !findStatement(figure.sentence, figure) ? { ...figure, sentence: "" } : figure;
}

/** Ids of figures that the custom sentence of another figure states. */
export function findQuoted(own: readonly ReportFigure[]): ReadonlySet<string> {
  const spoken = linkSentences(own.map(keepSentence));
  return new Set([...spoken.values()].flatMap(({ others }) => others));
}

interface Spoken {
  runs: Run[];
  /** Ids of other figures in the sentence: "67 tập thể và 274 cá nhân được tặng Giấy khen". */
  others: string[];
}

type Spokens = ReadonlyMap<string, Spoken>;

function linkSentences(own: readonly ReportFigure[]): Spokens {
  const spoken = new Map<string, Spoken>();
  const quoted = new Set<string>();
  for (const figure of own.filter(({ sentence }) => sentence !== "")) {
    const silent = own.filter(({ id, sentence }) => sentence === "" && !quoted.has(id));
    const others = silent
      .filter((other) => describeWhen(other) === describeWhen(figure) && nearness(other, figure) > 0)
      .toSorted((a, b) => nearness(b, figure) - nearness(a, figure));
    const linked = linkSentence(figure, others);
    for (const id of linked.others) quoted.add(id);
    spoken.set(figure.id, linked);
  }
  return spoken;
}

/**
 * Likelihood that the sentence of `figure` states `other`. 3: same label; 2: part or whole; 1: catalogue keys that
 * differ only in the last part; 0: numbers may be equal by chance.
 */
function nearness(other: ReportFigure, figure: ReportFigure): number {
  if (other.label.toLowerCase() === figure.label.toLowerCase()) return 3;
  if (other.partOf.includes(figure.key) || figure.partOf.includes(other.key)) return 2;
  const [group, sameGroup] = [groupOf(other), groupOf(figure)];
  return group !== "" && group === sameGroup ? 1 : 0;
}

const groupOf = ({ key }: ReportFigure) =>
  key.startsWith("own.") ? "" : key.slice(0, Math.max(0, key.lastIndexOf(".")));

/** Id of a part's whole, preferably of the same period. */
function findWhole(part: ReportFigure, own: readonly ReportFigure[]): string | null {
  const wholes = own.filter(
    (whole) =>
      whole.id !== part.id &&
      part.partOf.includes(whole.key) &&
      covers(periodOf(whole), periodOf(part)) &&
      !isBelow(whole, part, own),
  );
  const same = wholes.find((whole) => describeWhen(whole) === describeWhen(part));
  return (same ?? wholes[0])?.id ?? null;
}

/** Figures may name each other as wholes. */
function isBelow(figure: ReportFigure, whole: ReportFigure, own: readonly ReportFigure[]): boolean {
  const seen = new Set<string>();
  const open = [...figure.partOf];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (key === whole.key) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const next of own) if (next.key === key) open.push(...next.partOf);
  }
  return false;
}

function listGroups(groups: Group[], subject: string, headingOf: HeadingOf, spoken: Spokens): List[] {
  const [first] = groups;
  const [whole] = first?.wholes ?? [];
  if (!first || !whole) return [];
  const heading = headingOf(whole);
  const when = describeWhen(whole);
  const items = (list: Group[]) => list.map((group) => describeGroup(group, spoken, when));
  if (heading !== null) return [{ lead: [`${heading} (${when}):`], items: items(groups) }];
  const areSpoken = groups.every(({ wholes: [one] }) => one?.sentence && names(one.sentence, one));
  if (areSpoken || groups.length === 1) return groups.map((group) => sayAlone(group, subject, spoken, when));
  return [{ lead: [`${capitalise(when)}, ${subject} có:`], items: items(groups) }];
}

const names = (sentence: string, { to }: ReportFigure) => sentence.includes(String(to).slice(0, 4));

function sayAlone(group: Group, subject: string, spoken: Spokens, when: string): List {
  const { runs, items } = describeGroup(group, spoken, when);
  const [whole] = group.wholes;
  if (!whole) return { lead: runs, items };
  if (whole.sentence)
    return { lead: names(whole.sentence, whole) ? runs : [`${capitalise(when)}: `, ...runs], items };
  const end = items.length > 0 ? [] : ["."];
  const isDated = whole.label.includes(when);
  if (isOfLabel(group)) {
    const start = isDated ? capitalise(subject) : `${capitalise(when)}, ${subject}`;
    return { lead: [`${start} có `, ...runs, ...end], items };
  }
  const label = isDated ? whole.label : `${whole.label} (${when})`;
  return { lead: [`${capitalise(label)}: `, ...runs.slice(1), ...end], items };
}

/** True if the label continues the measure, as in "575 mô hình đang duy trì". */
const isOfLabel = ({ wholes: [figure, ...more] }: Group) =>
  figure !== undefined && more.length === 0 && figure.sentence === "" && quantityOfLabel(figure) !== null;

function listParts(whole: ReportFigure, parts: Group[], spoken: Spokens): List {
  const when = describeWhen(whole);
  const named = quantityOfLabel(whole);
  const lead: Run[] = [
    "Trong số ",
    ...(named ? [...named, ` (${when})`] : [quantity(whole), ` (${uncapitalise(whole.label)}, ${when})`]),
  ];
  const [only, ...more] = parts;
  if (only && more.length === 0 && isOfLabel(only)) {
    const { runs, items } = describePart(only, spoken, when);
    return { lead: [...lead, " có ", ...runs, ...(items.length > 0 ? [] : ["."])], items };
  }
  return { lead: [...lead, ":"], items: parts.map((part) => describePart(part, spoken, when)) };
}

function describeGroup(group: Group, spoken: Spokens, when: string): ListItem {
  const { wholes, parts } = group;
  const [first] = wholes;
  const said = first && spoken.get(first.id);
  if (said) {
    const items = parts.map((part) => describePart(part, spoken, when));
    return { runs: items.length > 0 ? [...withoutEnd(said.runs), ", trong đó:"] : said.runs, items };
  }
  const named = first && isOfLabel(group) ? quantityOfLabel(first) : null;
  const runs = named ?? [`${capitalise(first?.label ?? "")}: `, ...joinRuns(wholes.map(sayAmount))];
  return addParts(runs, parts, spoken, when);
}

/** One part that has a phrase of its own goes on in the sentence; others are a list. */
function addParts(runs: Run[], parts: readonly Group[], spoken: Spokens, when: string): ListItem {
  const items = parts.map((part) => describePart(part, spoken, when));
  const [only, ...more] = items;
  const [part] = parts;
  if (!only || !part) return { runs, items };
  if (more.length === 0 && only.items.length === 0 && isOfLabel(part))
    return { runs: [...runs, ", trong đó có ", ...only.runs], items: [] };
  return { runs: [...runs, ", trong đó:"], items };
}

function sayAmount(figure: ReportFigure): Run[] {
  return figure.value === null ? [quantity(figure), ` (${figure.measure})`] : [quantity(figure)];
}

function describePart(group: Group, spoken: Spokens, when: string): ListItem {
  const { runs, items } = describeGroup(group, spoken, when);
  const [figure] = group.wholes;
  if (!figure || figure.sentence) return { runs, items };
  const name = figure.label.replace(/^trong đó( là)? /i, "");
  const period = describeWhen(figure);
  const added = period === when || name.includes(period) ? "" : ` (${period})`;
  const named = group.wholes.length === 1 ? quantityOfLabel(figure, name) : null;
  if (named) return addParts([...named, ...(added ? [added] : [])], group.parts, spoken, when);
  return { runs: [`${capitalise(name)}${added}: `, ...runs.slice(1)], items };
}

function linkSentence(figure: ReportFigure, others: readonly ReportFigure[]): Spoken {
  const { sentence } = figure;
  const spans: (Span & { id: string })[] = [];
  for (const { id, ...stated } of [figure, ...others]) {
    const found = findStatement(sentence, stated, spans);
    if (found) spans.push({ ...found, id });
  }
  const runs: Run[] = [];
  let at = 0;
  for (const { from, to, id } of spans.toSorted((a, b) => a.from - b.from)) {
    if (from > at) runs.push(sentence.slice(at, from));
    runs.push({ text: sentence.slice(from, to), figure: id });
    at = to;
  }
  if (at < sentence.length) runs.push(sentence.slice(at));
  return { runs, others: spans.map(({ id }) => id).filter((id) => id !== figure.id) };
}

function withoutEnd(runs: Run[]): Run[] {
  const last = runs.at(-1);
  return typeof last === "string" ? [...runs.slice(0, -1), last.replace(/[.;:,\s]{1,8}$/, "")] : runs;
}
