import { addDays } from "#core/base/calendar.ts";
import {
  checkHeads,
  checkHeadsDay,
  type DayFault,
  daysToWrite,
  type Head,
  type HeadFault,
  readHeadsDay,
} from "#core/initiatives/history-heads.ts";
import { historyOf } from "#core/initiatives/submission.ts";
import type { HeadsBucket } from "../store/aws/heads-bucket.ts";
import type { Store } from "../store/store.ts";

interface CheckDeps {
  store: Pick<Store, "initiatives">;
  bucket: Pick<HeadsBucket, "read">;
}

export interface DayCheck {
  day: string;
  file: (DayFault | "unreadable")[];
  heads: number;
  records: HeadFault[];
}

const readAtOnce = 32;

/**
 * Checks a day's file against the previous file, and its heads against the histories. `isFirst`: no previous
 * file exists. `id`: check the heads of this record only.
 */
export async function checkDay(
  { store, bucket }: CheckDeps,
  day: string,
  { isFirst, id }: { isFirst: boolean; id?: string | undefined },
): Promise<DayCheck> {
  const [text, before] = await Promise.all([
    bucket.read(day),
    isFirst ? null : bucket.read(addDays(day, -1)),
  ]);
  const unreadable: DayCheck = { day, file: ["unreadable"], heads: 0, records: [] };
  // A missing previous day counts as unreadable.
  if (text === null || (before === null && !isFirst)) return unreadable;
  let heads: Head[];
  let file: DayFault[];
  try {
    heads = readHeadsDay(text).heads.filter((head) => id === undefined || head.id === id);
    file = checkHeadsDay(day, text, before);
  } catch {
    return unreadable;
  }
  const byId = Map.groupBy(heads, (head) => head.id);
  return { day, file, heads: heads.length, records: await checkRecords(store, byId) };
}

export async function* checkDays(
  deps: CheckDeps & { bucket: Pick<HeadsBucket, "days"> },
  { day, id }: { day?: string | undefined; id?: string | undefined } = {},
): AsyncGenerator<DayCheck> {
  const written = await deps.bucket.days();
  const [first] = written;
  if (first === undefined) return;
  for (const each of daysToWrite(null, first, written.at(-1) ?? first))
    if (day === undefined || day === each) yield await checkDay(deps, each, { isFirst: each === first, id });
}

async function checkRecords(
  store: CheckDeps["store"],
  heads: ReadonlyMap<string, readonly Head[]>,
): Promise<HeadFault[]> {
  const faults: HeadFault[] = [];
  const waiting = heads.entries();
  const work = async () => {
    for (const [id, recorded] of waiting) {
      const kept = await store.initiatives.getWithHistory(id);
      const history =
        kept?.initiative.origin === "application" ? historyOf(kept.initiative, kept.events) : null;
      faults.push(...checkHeads(id, recorded, history));
    }
  };
  await Promise.all(Array.from({ length: readAtOnce }, work));
  return faults.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.n - b.n));
}
