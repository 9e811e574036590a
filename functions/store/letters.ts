import { hashSecret } from "#core/base/canonical.ts";
import {
  expiryAttribute,
  heldLetterKeys,
  heldLetterPrefix,
  heldLettersPartition,
  letterPartition,
  sentLettersKey,
} from "./keys.ts";
import type { Limit } from "./limits.ts";
import { getItem, queryAll, retryOnConflict, type Table } from "./table.ts";
import { deleteItem, isWritten, putItem } from "./writes.ts";

/**
 * A held letter about step `n` of a record or about a refused `file`. `due` (ISO 8601): time of the summary.
 */
export interface HeldLetter {
  address: string;
  id: string;
  n: number;
  /** Id of a refused upload, with `n` 0; null for a step. */
  file: string | null;
  due: string;
}

interface SentLetter {
  what: string;
  at: string;
}

const takeAttempts = 10;
const summaryKind = "summary";
/** Minutes after which an unfinished summary counts as broken: longer than any function runs. */
const summaryMinutes = 15;
/** Seconds. */
const summaryKept = 24 * 3600;

const secondsOf = (instant: string) => Math.floor(Date.parse(instant) / 1000);

/** Hashes an address, so that the table holds addresses only in records. */
export const nameAddress = (email: string): string => hashSecret(`letters ${email.toLowerCase()}`);

export function createLetterStore(table: Table) {
  const summaryKey = (address: string) => sentLettersKey(address, summaryKind);
  const forget = async (address: string, keys: readonly string[]) => {
    for (const sk of keys) await deleteItem(table, { pk: letterPartition(address), sk });
  };
  return {
    /** Reserves one letter of a kind within an address's limit; false above the limit. `what` identifies a retry. */
    async take(
      kind: string,
      address: string,
      what: string,
      { count, seconds }: Limit,
      now: string,
    ): Promise<boolean> {
      const key = sentLettersKey(address, kind);
      return retryOnConflict(takeAttempts, async () => {
        const item = await getItem(table, key, true);
        const sent: SentLetter[] = item?.sent ?? [];
        if (sent.some((letter) => letter.what === what)) return true;
        const recent = sent.filter(({ at }) => secondsOf(now) - secondsOf(at) < seconds);
        if (recent.length >= count) return false;
        const version = item?.version ?? 0;
        const Item = {
          ...key,
          sent: [...recent, { what, at: now }],
          version: version + 1,
          [expiryAttribute]: secondsOf(now) + seconds,
        };
        await putItem(table, Item, {
          ConditionExpression: "attribute_not_exists(pk) OR version = :version",
          ExpressionAttributeValues: { ":version": version },
        });
        return true;
      });
    },

    async hold(letter: HeldLetter): Promise<void> {
      await putItem(table, { ...heldLetterKeys(letter), ...letter });
    },

    async due(now: string): Promise<string[]> {
      const found = new Set<string>();
      for await (const { byQueueSk } of queryAll(table, {
        index: "byQueue",
        partition: heldLettersPartition,
      })) {
        const [due = "", address = ""] = String(byQueueSk).split("#");
        if (due > now) break;
        found.add(address);
      }
      return [...found];
    },

    async held(address: string): Promise<HeldLetter[]> {
      const letters: HeldLetter[] = [];
      const query = { partition: letterPartition(address), prefix: heldLetterPrefix, consistent: true };
      for await (const { id, n, file, due } of queryAll(table, query))
        letters.push({ address, id, n, file, due });
      return letters.sort((a, b) => a.due.localeCompare(b.due));
    },

    /**
     * Locks an address for its summary; false if locked. Drops the letters of a crashed run, because a
     * repeated mail is worse than none.
     */
    async beginSummary(address: string, now: string): Promise<boolean> {
      const broken = new Date(Date.parse(now) - summaryMinutes * 60_000).toISOString();
      const item = { ...summaryKey(address), begunAt: now, [expiryAttribute]: secondsOf(now) + summaryKept };
      const begun = putItem(table, item, {
        ConditionExpression: "attribute_not_exists(pk) OR begunAt < :broken",
        ExpressionAttributeValues: { ":broken": broken },
        ReturnValues: "ALL_OLD",
      });
      if (!(await isWritten(begun))) return false;
      await forget(address, (await begun).Attributes?.sending ?? []);
      return true;
    },

    async noteSending(address: string, letters: readonly HeldLetter[], now: string): Promise<void> {
      const sending = letters.map((letter) => heldLetterKeys(letter).sk);
      const expires = secondsOf(now) + summaryKept;
      await putItem(table, { ...summaryKey(address), begunAt: now, sending, [expiryAttribute]: expires });
    },

    /** Deletes the letters in `told` and unlocks; `told` is empty for an unsent summary. */
    async endSummary(address: string, told: readonly HeldLetter[]): Promise<void> {
      await forget(
        address,
        told.map((letter) => heldLetterKeys(letter).sk),
      );
      await deleteItem(table, summaryKey(address));
    },
  };
}
