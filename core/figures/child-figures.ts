/** Counters that a unit keeps of a direct child for one year. They include the units below the child. */
export interface ChildFigures {
  child: string;
  year: number;
  registered: number;
  recognised: number;
  /** Dossiers by state. */
  states: ReadonlyMap<string, number>;
  /** Open dossiers by due day. */
  due: ReadonlyMap<string, number>;
}

const prefixes = { state: "state:", due: "due:" } as const;

/** Name of the counter to which a count adds at the parent; null if parents do not keep it. */
export function childCounterOf({ key, dimension }: { key: string; dimension: string }): string | null {
  if (key === "registered" || key === "recognised") return dimension === "" ? key : null;
  return key === "state" || key === "open" ? dimension : null;
}

/** Day of a counter of open dossiers; null for other counters. */
export const dueDayOf = (counter: string): string | null =>
  counter.startsWith(prefixes.due) ? counter.slice(prefixes.due.length) : null;

/** Reads counters by their names. Ignores counters of 0. */
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
