import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { hashSecret } from "#core/base/canonical.ts";
import {
  expiryAttribute,
  heldLetterKeys,
  heldLetterPrefix,
  heldLettersPartition,
  type Key,
  letterPartition,
  sentLettersKey,
} from "./keys.ts";
import type { Limit } from "./limits.ts";
import { getItem, queryAll, retryOnConflict, type Table } from "./table.ts";

/** A letter about step `n` of a record, or about a refused `file` of it, that is told of in a summary from `due` on (ISO 8601). */
export interface HeldLetter {
  address: string;
  id: string;
  n: number;
  /** The id of the upload; `n` is 0 then. */
  file: string | null;
  due: string;
}

interface SentLetter {
  what: string;
  at: string;
}

const takeAttempts = 10;
const summaryKind = "summary";
/** How long a summary may be under way until it is taken for broken off: longer than any function runs. */
const summaryMinutes = 15;
/** How long it stays known, in seconds, that a summary was begun. */
const summaryKept = 24 * 3600;

const isConditionFailed = (error: unknown) => error instanceof ConditionalCheckFailedException;
const secondsOf = (instant: string) => Math.floor(Date.parse(instant) / 1000);

/** How a mail address is known here: it does not stand in the table besides its record. */
export const nameAddress = (email: string): string => hashSecret(`letters ${email.toLowerCase()}`);

/** How many letters went to an address, and which are held back from it. `address` is `nameAddress` of it. */
export function createLetterStore(table: Table) {
  const put = (
    Item: object,
    ConditionExpression?: string,
    ExpressionAttributeValues?: Record<string, unknown>,
  ) =>
    table.client.send(
      new PutCommand({ TableName: table.name, Item, ConditionExpression, ExpressionAttributeValues }),
    );
  const remove = (key: Key) => table.client.send(new DeleteCommand({ TableName: table.name, Key: key }));
  const summaryKey = (address: string) => sentLettersKey(address, summaryKind);
  const forget = async (address: string, keys: readonly string[]) => {
    for (const sk of keys) await remove({ pk: letterPartition(address), sk });
  };
  return {
    /**
     * Takes one of the letters of a kind that an address may get in any stretch of `seconds`; false where all are taken. The same letter, by `what`,
     * takes one alone, however often it is tried.
     */
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
        await put(Item, "attribute_not_exists(pk) OR version = :version", { ":version": version });
        return true;
      });
    },

    /** Holds a letter back. The same one again is the same one. */
    async hold(letter: HeldLetter): Promise<void> {
      await put({ ...heldLetterKeys(letter), ...letter });
    },

    /** The addresses of which a held-back letter is due at `now`. */
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

    /** All that is held back from an address, due or not, the first held first. */
    async held(address: string): Promise<HeldLetter[]> {
      const letters: HeldLetter[] = [];
      const query = { partition: letterPartition(address), prefix: heldLetterPrefix, consistent: true };
      for await (const { id, n, file, due } of queryAll(table, query))
        letters.push({ address, id, n, file, due });
      return letters.sort((a, b) => a.due.localeCompare(b.due));
    },

    /**
     * Takes it upon the caller to send an address its summary; false where another run is at it. Of a run that broke off while it was sending nobody
     * knows whether the letter went out: what it told of is forgotten, since the page tells the same and a letter that comes twice is not believed.
     */
    async beginSummary(address: string, now: string): Promise<boolean> {
      const broken = new Date(Date.parse(now) - summaryMinutes * 60_000).toISOString();
      try {
        const { Attributes } = await table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...summaryKey(address), begunAt: now, [expiryAttribute]: secondsOf(now) + summaryKept },
            ConditionExpression: "attribute_not_exists(pk) OR begunAt < :broken",
            ExpressionAttributeValues: { ":broken": broken },
            ReturnValues: "ALL_OLD",
          }),
        );
        await forget(address, Attributes?.sending ?? []);
        return true;
      } catch (error) {
        if (isConditionFailed(error)) return false;
        throw error;
      }
    },

    /** Notes that a summary of these letters is on its way from now on. */
    async noteSending(address: string, letters: readonly HeldLetter[], now: string): Promise<void> {
      const sending = letters.map((letter) => heldLetterKeys(letter).sk);
      const expires = secondsOf(now) + summaryKept;
      await put({ ...summaryKey(address), begunAt: now, sending, [expiryAttribute]: expires });
    },

    /** Forgets what a summary has told, and lets the next one begin. `told` is empty where it was not sent. */
    async endSummary(address: string, told: readonly HeldLetter[]): Promise<void> {
      await forget(
        address,
        told.map((letter) => heldLetterKeys(letter).sk),
      );
      await remove(summaryKey(address));
    },
  };
}
