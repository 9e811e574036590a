/** Counters that a unit keeps of its direct child in one year, the child's own units included. */
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

/** Begins the counters of open dossiers, by due day. */
export const dueCounter = "due:";

/** Name of the counter to which a count of `key` and `dimension` adds; null if parents keep none. */
export function childCounterOf({ key, dimension }: { key: string; dimension: string }): string | null {
  if (key === "registered" || key === "recognised") return dimension === "" ? key : null;
  return key === "state" || key === "open" ? dimension : null;
}

/** Reads counters by their names. Ignores counters of 0. */
export function readChildFigures(
  child: string,
  year: number,
  counters: ReadonlyMap<string, number>,
): ChildFigures {
  const below = (prefix: string) =>
    new Map(
      [...counters]
        .filter(([name, value]) => name.startsWith(prefix) && value !== 0)
        .map(([name, value]) => [name.slice(prefix.length), value] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return {
    child,
    year,
    registered: counters.get("registered") ?? 0,
    recognised: counters.get("recognised") ?? 0,
    states: below("state:"),
    due: below(dueCounter),
  };
}
