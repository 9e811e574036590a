import type { AwardSummary } from "#core/commendation/awards.ts";
import type {
  CommendationDecision,
  CommendationEntry,
  CommendationSummary,
} from "#core/commendation/decision.ts";
import type { CommendationWrite } from "#core/commendation/lifecycle.ts";
import type { CommendationLine } from "#core/commendation/line.ts";
import { foldName, summariseCommendation, toAwardSummary } from "#core/commendation/summary.ts";
import {
  awardsPartition,
  commendationKey,
  commendationKeys,
  commendationLineKey,
  commendationLineKeys,
  commendationLinePrefix,
  commendationLogKey,
  commendationLogPrefix,
  commendationPartition,
  unitCommendationsPartition,
} from "../keys.ts";
import { getItem, getItems, queryAll, type Table } from "../table.ts";
import { isNew, isVersion, putOf, transact, type Write } from "../writes.ts";

const namesAtOnce = 20;

export function createCommendationStore(table: Table) {
  const writeLine = (
    decision: CommendationDecision,
    { before, after }: CommendationWrite["lines"][number],
  ): Write => {
    if (after === null)
      return { Delete: { TableName: table.name, Key: commendationLineKey(decision.id, before?.n ?? 0) } };
    const summary = toAwardSummary(decision.id, after);
    return putOf(table, { ...commendationLineKeys(decision, after), line: after, summary });
  };

  const lines = async function* (
    id: string,
    after: number,
    limit?: number,
  ): AsyncGenerator<CommendationLine> {
    const { sk: from } = commendationLineKey(id, after + 1);
    const partition = commendationPartition(id);
    for await (const item of queryAll(table, { partition, from, consistent: true }, limit)) {
      if (!String(item.sk).startsWith(commendationLinePrefix)) return;
      yield item.line as CommendationLine;
    }
  };

  const awardsOf = async (root: string, name: string): Promise<AwardSummary[]> => {
    const folded = foldName(name);
    if (folded === "") return [];
    const items = queryAll(table, { index: "byUnit", partition: awardsPartition(root, folded) });
    return Array.fromAsync(items, ({ summary }) => summary as AwardSummary);
  };

  return {
    /** Consistent read, or null. */
    async get(id: string): Promise<CommendationDecision | null> {
      return (await getItem(table, commendationKey(id), true))?.decision ?? null;
    },

    /** Omits missing decisions. */
    async byId(ids: readonly string[]): Promise<Map<string, CommendationDecision>> {
      const items = await getItems(table, [...new Set(ids)].map(commendationKey));
      const decisions = items.map(({ decision }) => decision as CommendationDecision);
      return new Map(decisions.map((decision) => [decision.id, decision]));
    },

    async log(id: string): Promise<CommendationEntry[]> {
      const query = { partition: commendationPartition(id), prefix: commendationLogPrefix, consistent: true };
      return Array.fromAsync(queryAll(table, query), ({ entry }) => entry as CommendationEntry);
    },

    async entry(id: string, n: number): Promise<CommendationEntry | null> {
      return (await getItem(table, commendationLogKey(id, n), true))?.entry ?? null;
    },

    lines: (id: string) => lines(id, 0),

    /** `next` is null after the last line. */
    async linesAfter(
      id: string,
      after: number,
      count: number,
    ): Promise<{ lines: CommendationLine[]; next: number | null }> {
      const found: CommendationLine[] = [];
      for await (const line of lines(id, after, count + 1)) {
        if (found.length === count) return { lines: found, next: found.at(-1)?.n ?? null };
        found.push(line);
      }
      return { lines: found, next: null };
    },

    /** Omits missing lines. */
    async linesOf(id: string, numbers: readonly number[]): Promise<CommendationLine[]> {
      const items = await getItems(
        table,
        [...new Set(numbers)].map((n) => commendationLineKey(id, n)),
      );
      return items.map(({ line }) => line as CommendationLine);
    },

    /** A null year lists all years. */
    async ofUnit(unit: string, year: number | null): Promise<CommendationSummary[]> {
      const partition = unitCommendationsPartition(unit);
      const query = { index: "byUnit", partition, ...(year === null ? {} : { prefix: `${year}#` }) } as const;
      return Array.fromAsync(queryAll(table, query), ({ summary }) => summary as CommendationSummary);
    },

    awardsOf,

    /** Awards by folded name. */
    async awardsOfAll(root: string, names: readonly string[]): Promise<Map<string, AwardSummary[]>> {
      const wanted = [...new Set(names.map(foldName))];
      const found = new Map<string, AwardSummary[]>();
      for (let at = 0; at < wanted.length; at += namesAtOnce) {
        const together = wanted.slice(at, at + namesAtOnce);
        const awards = await Promise.all(together.map((name) => awardsOf(root, name)));
        for (const [i, name] of together.entries()) found.set(name, awards[i] ?? []);
      }
      return found;
    },

    /** Writes at most `linesAtOnce` lines in one transaction. Throws `version.conflict`. */
    save({ before, after, entry, lines: written }: CommendationWrite): Promise<void> {
      const summary = summariseCommendation(after);
      const item = { ...commendationKeys(after), decision: after, summary };
      return transact(table, [
        putOf(table, item, before ? isVersion("decision", before.version) : isNew),
        putOf(table, { ...commendationLogKey(after.id, entry.n), entry }, isNew),
        ...written.map((line) => writeLine(after, line)),
      ]);
    },
  };
}
