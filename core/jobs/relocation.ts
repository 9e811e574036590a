import type { Ending } from "#core/units/change.ts";
import { endedBy, type UnitChange } from "#core/units/change.ts";

/**
 * Where what is open at the units that the nth change ended goes, as things stand now: a unit that took over may itself have ended since, and then
 * whoever took over from it counts. `on` is the first day of the latest change that this follows. None where there is no such change.
 */
export function endingsOf(changes: readonly UnitChange[], n: number): { endings: Ending[]; on: string } {
  const change = changes.find((each) => each.n === n);
  if (!change) return { endings: [], on: "" };
  let { on } = change.form;
  let endings = endedBy(change.form);
  for (const later of changes.filter((each) => each.n > n)) {
    const after = new Map(endedBy(later.form).map(({ unit, receiver }) => [unit, receiver]));
    endings = endings.map((ending) => {
      const next = ending.receiver === null ? undefined : after.get(ending.receiver);
      if (!next) return ending;
      if (later.form.on > on) on = later.form.on;
      return { ...ending, receiver: next };
    });
  }
  return { endings, on };
}
