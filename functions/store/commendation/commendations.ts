import type { AwardSummary } from "#core/commendation/awards.ts";
import type {
  CommendationDecision,
  CommendationEntry,
  CommendationSummary,
} from "#core/commendation/decision.ts";
import type { CommendationLine } from "#core/commendation/line.ts";
import type { CommendationWrite } from "#core/commendation/step.ts";
import { foldName, summariseCommendation, toAwardSummary } from "#core/commendation/summary.ts";
import {
  awardsForPartition,
  awardsPartition,
  belowPrefix,
  commendationKey,
  commendationKeys,
  commendationLineKey,
  commendationLineKeys,
  commendationLinePrefix,
  commendationLogKey,
  commendationLogPrefix,
  commendationNumberPartition,
  commendationPartition,
  commendationsBelowPartition,
  unitCommendationsPartition,
} from "../keys.ts";
import { getItem, getItems, itemsAtOnce, queryAll, queryPage, type Table } from "../table.ts";
import { isNew, isVersion, putOf, transact, type Write } from "../writes.ts";

const namesAtOnce = 20;

/** A transaction takes 100 items. */
const entriesAtOnce = 90;

/** Maximum awards of a name in a comparison. */
const mostAwards = 100;

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

  /** Awards of a name below the roots, at most `most` for each root. `decision` limits them to one decision. */
  const awardsOf = async (
    roots: readonly string[],
    name: string,
    { most = Number.POSITIVE_INFINITY, decision }: { most?: number; decision?: string | undefined } = {},
  ): Promise<AwardSummary[]> => {
    const folded = foldName(name);
    if (folded === "") return [];
    const found: AwardSummary[] = [];
    for (const root of roots) {
      let left = most;
      const partition = awardsPartition(root, folded);
      const query = { index: "byUnit", partition, ...(decision ? { prefix: `${decision}#` } : {}) } as const;
      for await (const { summary } of queryAll(table, query, Math.min(most, itemsAtOnce))) {
        found.push(summary);
        if (--left === 0) break;
      }
    }
    return found;
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

    async *log(id: string): AsyncGenerator<CommendationEntry> {
      const query = { partition: commendationPartition(id), prefix: commendationLogPrefix, consistent: true };
      for await (const { entry } of queryAll(table, query)) yield entry;
    },

    /** Last entries before entry `before`, oldest first; the newest entries for null. */
    async logBefore(id: string, before: number | null, count: number): Promise<CommendationEntry[]> {
      const { pk: partition, sk: to } = commendationLogKey(id, (before ?? 1_000_000) - 1);
      const query = { partition, from: commendationLogPrefix, to, newestFirst: true, consistent: true };
      const found: CommendationEntry[] = [];
      for await (const { entry } of queryAll(table, query, count)) {
        found.unshift(entry);
        if (found.length === count) break;
      }
      return found;
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

    /** Issued decisions with a number and day below the roots. */
    async ofNumber(
      roots: readonly string[],
      { number, signedOn }: { number: string; signedOn: string },
    ): Promise<CommendationSummary[]> {
      const found = await Promise.all(
        roots.map((root) => {
          const partition = commendationNumberPartition(root, number);
          const query = { index: "byQueue", partition, prefix: `${signedOn}#` } as const;
          return Array.fromAsync(queryAll(table, query), ({ summary }) => summary as CommendationSummary);
        }),
      );
      return found.flat();
    },

    /** A page of the decisions of a year, of a unit and those below it; `path` leads from the unit to its root. */
    async below(
      path: readonly string[],
      year: number,
      cursor: string | null,
      limit: number,
    ): Promise<{ items: CommendationSummary[]; cursor: string | null }> {
      const partition = commendationsBelowPartition(path.at(-1) ?? "", year);
      const query = { index: "byLibrary", partition, prefix: belowPrefix(path) } as const;
      const page = await queryPage(table, query, limit, cursor);
      return {
        items: page.items.map(({ summary }) => summary as CommendationSummary),
        cursor: page.cursor,
      };
    },

    awardsOf,

    /** Lines made from an initiative. */
    async awardsFor(initiative: string): Promise<AwardSummary[]> {
      const items = queryAll(table, { index: "byQueue", partition: awardsForPartition(initiative) });
      return Array.fromAsync(items, ({ summary }) => summary as AwardSummary);
    },

    /** Awards by folded name, at most `mostAwards` each. `decision` limits them to one decision. */
    async awardsOfAll(
      roots: readonly string[],
      names: readonly string[],
      decision?: string,
    ): Promise<Map<string, AwardSummary[]>> {
      const wanted = [...new Set(names.map(foldName))];
      const given = { most: mostAwards, decision };
      const found = new Map<string, AwardSummary[]>();
      for (let at = 0; at < wanted.length; at += namesAtOnce) {
        const together = wanted.slice(at, at + namesAtOnce);
        const awards = await Promise.all(together.map((name) => awardsOf(roots, name, given)));
        for (const [i, name] of together.entries()) found.set(name, awards[i] ?? []);
      }
      return found;
    },

    /**
     * Writes decision, log entry and at most `linesAtOnce` lines in one transaction, after the rewritten entries. A
     * repeat completes an interrupted write. Throws `version.conflict`.
     */
    async save({ before, after, entry, lines: written, rewritten }: CommendationWrite): Promise<void> {
      for (let at = 0; at < rewritten.length; at += entriesAtOnce) {
        const entries = rewritten.slice(at, at + entriesAtOnce);
        await transact(
          table,
          entries.map((past) =>
            putOf(
              table,
              { ...commendationLogKey(after.id, past.n), entry: past },
              { ConditionExpression: "attribute_exists(pk)" },
            ),
          ),
        );
      }
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
