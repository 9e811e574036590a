import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { ProblemCode } from "#core/base/problems.ts";
import type { Attachment } from "#core/initiatives/attachment.ts";
import type { Erasure } from "#core/initiatives/erasure.ts";
import type { DocumentInitiative, FormInitiative, Initiative } from "#core/initiatives/initiative.ts";
import type { Transition } from "#core/initiatives/transition.ts";
import {
  eventKey,
  firstApplicationKey,
  historyPartition,
  initiativeKey,
  registerNumberKey,
} from "../keys.ts";
import { getItem, type Item, queryAll, retryOnConflict, type Table } from "../table.ts";
import { claimWrites, refuseClaims, type UploadClaim } from "../uploads.ts";
import { type Condition, isItemVersion, isNew, putOf, transact, type Write } from "../writes.ts";
import {
  firstApplicationItem,
  fromInitiativeItem,
  isLastNumber,
  type StoredEvent,
  toInitiativeItem,
  withFirst,
} from "./initiative-items.ts";
import { createInitiativeLists } from "./initiative-lists.ts";

const createAttempts = 8;

type TransactWritePut = NonNullable<Write["Put"]>;

/** A transaction allows 100 items, including the record and its newest event. */
const eventsAtOnce = 90;

/** A transaction allows 4 MB; the rest is for record, newest event and first application. */
const eventBytesAtOnce = 2_500_000;

function inBatches(events: readonly StoredEvent[]): StoredEvent[][] {
  const batches: StoredEvent[][] = [];
  let bytes = 0;
  for (const event of events) {
    const size = Buffer.byteLength(JSON.stringify(event));
    const open = batches.at(-1);
    if (open && open.length < eventsAtOnce && bytes + size <= eventBytesAtOnce) {
      open.push(event);
      bytes += size;
    } else {
      batches.push([event]);
      bytes = size;
    }
  }
  return batches;
}

export function createInitiativeStore(table: Table) {
  const claimsOf = (id: string, files: readonly Attachment[]): UploadClaim[] =>
    files.map((file) => ({ file, owner: `initiative:${id}` }));

  const createWithFiles = async (
    id: string,
    put: TransactWritePut,
    files: readonly Attachment[],
  ): Promise<Initiative | null> => {
    const claims = claimsOf(id, files);
    // A conflict means that the same request runs twice.
    return retryOnConflict(createAttempts, async () => {
      try {
        await table.client.send(
          new TransactWriteCommand({ TransactItems: [{ Put: put }, ...claimWrites(table, claims)] }),
        );
        return null;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const existing = error.CancellationReasons?.[0]?.Item;
        if (existing) return fromInitiativeItem(unmarshall(existing));
        const refused = refuseClaims(error, 1, claims, "application.invalid");
        throw refused ?? error;
      }
    });
  };

  return {
    ...createInitiativeLists(table),

    /**
     * Creates a record with claims on its files. Returns null, or the record that already exists. Throws
     * `application.invalid` for a used or refused file.
     */
    async create(initiative: FormInitiative | DocumentInitiative): Promise<Initiative | null> {
      const put = {
        TableName: table.name,
        Item: toInitiativeItem(initiative),
        ...isNew,
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      } as const;
      const files = initiative.origin === "application" ? initiative.attachments : [];
      if (files.length > 0) return createWithFiles(initiative.id, put, files);
      try {
        await table.client.send(new PutCommand(put));
        return null;
      } catch (error) {
        // The SDK does not decode the old item.
        if (error instanceof ConditionalCheckFailedException && error.Item)
          return fromInitiativeItem(unmarshall(error.Item));
        throw error;
      }
    },

    /** Consistent read, or null. */
    async get(id: string): Promise<Initiative | null> {
      const item = await getItem(table, initiativeKey(id), true);
      const first = item?.firstApart ? await getItem(table, firstApplicationKey(id), true) : undefined;
      return item ? withFirst(fromInitiativeItem(item), first) : null;
    },

    /** Reads record and later events by one Query; null if there is no record. */
    async getWithHistory(id: string): Promise<{ initiative: Initiative; events: StoredEvent[] } | null> {
      let initiative: Initiative | null = null;
      let first: Item | undefined;
      const events: StoredEvent[] = [];
      for await (const item of queryAll(table, { partition: historyPartition(id), consistent: true })) {
        if (item.sk === "INI") initiative = fromInitiativeItem(item);
        else if (item.sk === "FIRST") first = item;
        else if (String(item.sk).startsWith("EVENT#"))
          events.push({ event: item.event, openings: item.openings });
      }
      return initiative ? { initiative: withFirst(initiative, first), events } : null;
    },

    /** Returns the next register number. `save` fails if another record takes it first. */
    async nextNumber(unit: string, year: number): Promise<number> {
      const item = await getItem(table, registerNumberKey(unit, year), true);
      return (item?.lastNumber ?? 0) + 1;
    },

    /**
     * Writes record, event, file claims and register number in one transaction. Throws `version.conflict`, or
     * `refusal` for used or refused files.
     */
    async save(
      transition: Transition,
      before: FormInitiative,
      { files, refusal }: { files: readonly Attachment[]; refusal: ProblemCode } = {
        files: [],
        refusal: "move.invalid",
      },
    ): Promise<void> {
      const { initiative, event, openings } = transition;
      const claims = claimsOf(before.id, files);
      const { id, unit, year, number } = initiative;
      const put = (item: Item, condition: Condition) => putOf(table, item, condition);
      const writes = [
        put(toInitiativeItem(initiative), isItemVersion(before.version)),
        put({ ...eventKey(id, event.n), event, openings }, isNew),
      ];
      const first = before.firstApplication === null ? firstApplicationItem(initiative) : null;
      if (first) writes.push(put(first, isNew));
      if (before.number === null && number !== null)
        writes.push(put({ ...registerNumberKey(unit, year), lastNumber: number }, isLastNumber(number - 1)));
      await transact(table, [...writes, ...claimWrites(table, claims)], (error) =>
        refuseClaims(error, writes.length, claims, refusal),
      );
    },

    /**
     * Writes an erasure: rewritten events, record and new event. Large histories take several transactions;
     * a repeat completes them. Throws `version.conflict`.
     */
    async erase(erasure: Erasure & { transition: Transition }, before: FormInitiative): Promise<void> {
      const { transition, rewritten } = erasure;
      const putEvent = ({ event, openings }: StoredEvent, condition: Condition) =>
        putOf(table, { ...eventKey(before.id, event.n), event, openings }, condition);
      const rewrite = (event: StoredEvent) =>
        putEvent(event, { ConditionExpression: "attribute_exists(pk)" });
      const batches = inBatches(rewritten);
      const rest = batches.pop() ?? [];
      for (const batch of batches) await transact(table, batch.map(rewrite));
      const { initiative, event, openings } = transition;
      const first = firstApplicationItem(initiative);
      await transact(table, [
        ...rest.map(rewrite),
        ...(first ? [putOf(table, first)] : []),
        putOf(table, toInitiativeItem(initiative), isItemVersion(before.version)),
        putEvent({ event, openings }, isNew),
      ]);
    },
  };
}
