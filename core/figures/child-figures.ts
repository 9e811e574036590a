/** Counters of a direct child's subtree for one year. */
export interface ChildFigures {
  child: string;
  year: number;
  registered: number;
  recognised: number;
  states: ReadonlyMap<string, number>;
  /** Open dossiers by due day. */
  due: ReadonlyMap<string, number>;
}

const prefixes = { state: "state:", due: "due:" } as const;

/** Name of the parent's counter for a count; null if parents have none. */
export function childCounterOf({ key, dimension }: { key: string; dimension: string }): string | null {
  if (key === "registered" || key === "recognised") return dimension === "" ? key : null;
  return key === "state" || key === "open" ? dimension : null;
}

/** Day of a counter of open dossiers; null for other counters. */
export const dueDayOf = (counter: string): string | null =>
  counter.startsWith(prefixes.due) ? counter.slice(prefixes.due.length) : null;

/** Omits states with a count of 0. */
export function readChildFigures(
  child: string,
  year: number,
  counters: ReadonlyMap<string, number>,
  due: ReadonlyMap<string, number>,
): ChildFigures {
  const states = new Map<string, number>();
  for (const [name, value] of counters)
    if (name.startsWith(prefixes.state) && value !== 0) states.set(name.slice(prefixes.state.length), value);
  const [registered, recognised] = [counters.get("registered") ?? 0, counters.get("recognised") ?? 0];
  return { child, year, registered, recognised, states, due };
}
