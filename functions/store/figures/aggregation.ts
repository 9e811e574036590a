import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { CountedVersion } from "#core/figures/contribution.ts";
import { countedKey } from "../keys.ts";
import { pauseAtRandom, retryOnConflict, type Table } from "../table.ts";
import type { Write } from "../writes.ts";
import { type Addition, mergeAdditions, placeOf } from "./additions.ts";
import { updatesFor } from "./child-items.ts";
import { type CountedPlan, putCounted, putPart, readPlans } from "./counted-items.ts";

/** DynamoDB's limit. */
const itemsInTransaction = 100;
const attempts = 12;

/**
 * Counts the latest version of each record exactly once and adds the differences to every unit on its path.
 * Returns the number of newly counted versions.
 */
export async function aggregateVersions(table: Table, versions: readonly CountedVersion[]): Promise<number> {
  let waiting = inOrder(versions);
  let plans: CountedPlan[] | null = null;
  let counted = 0;
  const writeNext = async () => {
    const known: CountedPlan[] = plans ?? (await readPlans(table, waiting));
    plans = null;
    const group = firstGroup(known);
    const [first] = known;
    if (first && group.length === 0) return writePart(table, first);
    if (group.length > 0) await writeGroup(table, group);
    counted += group.length;
    plans = known.slice(group.length);
    waiting = plans.map(({ version }) => version);
  };
  while (waiting.length > 0) await retryOnConflict(attempts, writeNext, pause);
  return counted;
}

/** Latest version of each record, sorted by unit, so that neighbours share figures. */
function inOrder(versions: readonly CountedVersion[]): CountedVersion[] {
  const last = new Map<string, CountedVersion>();
  for (const version of versions) {
    const { pk } = countedKey(version);
    if ((last.get(pk)?.version ?? 0) < version.version) last.set(pk, version);
  }
  const placed = [...last].map(([pk, version]) => {
    const path = version.contribution.units.toReversed();
    return { place: [...path, pk].join("|"), version };
  });
  return placed.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ version }) => version);
}

/** As many plans as fit into one transaction; none if the first alone is too large. */
function firstGroup(plans: readonly CountedPlan[]): CountedPlan[] {
  const places = new Set<string>();
  const end = plans.findIndex(({ additions }, i) => {
    for (const addition of additions) places.add(placeOf(addition));
    return i + 1 + places.size > itemsInTransaction;
  });
  return plans.slice(0, end === -1 ? plans.length : end);
}

async function writeGroup(table: Table, group: readonly CountedPlan[]): Promise<void> {
  const puts = group.map((plan) => putCounted(table, plan));
  await write(table, puts, mergeAdditions(group.flatMap(({ additions }) => additions)));
}

async function writePart(table: Table, plan: CountedPlan): Promise<void> {
  const additions = plan.additions.slice(0, itemsInTransaction - 1);
  await write(table, [putPart(table, plan, additions)], additions);
}

async function write(table: Table, puts: Write[], additions: readonly Addition[]): Promise<void> {
  const TransactItems = [...puts, ...(await updatesFor(table, additions))];
  await table.client.send(new TransactWriteCommand({ TransactItems }));
}

async function pause(attempt: number): Promise<true> {
  await pauseAtRandom(attempt);
  return true;
}
