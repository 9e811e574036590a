import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { PendingAccessKey } from "#core/initiatives/access-key.ts";
import { expiryAttribute, type Key, keyRequestKey, mailKey, pendingKeyKey, receiptKey } from "./keys.ts";
import { getItem, type Table, writeAll } from "./table.ts";

/** Somebody asks for a new access key by mail. Kept until the job has answered, an hour at most. */
export interface KeyRequest {
  id: string;
  email: string;
  at: string;
}

const requestSeconds = 60 * 60;

/** What the job that writes receipts and mail needs to remember: what is made, what is sent, what is asked for. */
export function createReceiptStore(table: Table) {
  const remove = (key: Key) => table.client.send(new DeleteCommand({ TableName: table.name, Key: key }));
  const put = (Item: object, ConditionExpression?: string) =>
    table.client.send(new PutCommand({ TableName: table.name, Item, ConditionExpression }));
  return {
    /** Says that the receipt of an initiative lies in the bucket under `object`; `unscanned` where it names files that were still being checked. */
    async putReady(id: string, object: string, unscanned = false): Promise<void> {
      await put({ ...receiptKey(id), object, unscanned });
    },

    /** Where the receipt lies in the bucket, or null while it is being made. */
    async ready(id: string): Promise<string | null> {
      return (await getItem(table, receiptKey(id)))?.object ?? null;
    },

    /** What was last said of the receipt, read consistently; null where there is none. */
    async get(id: string): Promise<{ object: string; unscanned: boolean } | null> {
      const item = await getItem(table, receiptKey(id), true);
      return item ? { object: item.object, unscanned: item.unscanned === true } : null;
    },

    /** Forgets that there is a receipt, before it is taken away. */
    async removeReady(id: string): Promise<void> {
      await remove(receiptKey(id));
    },

    /** Takes it upon the caller to send the mail of a step; false where somebody has already. */
    async claimMail(id: string, n: number): Promise<boolean> {
      try {
        await put(mailKey(id, n), "attribute_not_exists(pk)");
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },

    /** True where somebody has taken it upon them. */
    async isMailClaimed(id: string, n: number): Promise<boolean> {
      return (await getItem(table, mailKey(id, n), true)) !== undefined;
    },

    /** Takes the mails of many steps out of everybody's hands: nobody is to be written to about them. */
    async claimMails(steps: readonly { id: string; n: number }[]): Promise<void> {
      await writeAll(
        table,
        steps.map(({ id, n }) => ({ PutRequest: { Item: mailKey(id, n) } })),
      );
    },

    /** Gives it back: the mail was surely not sent, and may be tried again. */
    async releaseMail(id: string, n: number): Promise<void> {
      await remove(mailKey(id, n));
    },

    /** Keeps a request for a new access key, in the place of one before it. */
    async putKeyRequest(request: KeyRequest): Promise<void> {
      const expires = Math.ceil(Date.parse(request.at) / 1000) + requestSeconds;
      await put({ ...keyRequestKey(request.id), request, [expiryAttribute]: expires });
    },

    /** The request that still waits for an answer at `now`, or null. */
    async keyRequest(id: string, now: string): Promise<KeyRequest | null> {
      const item = await getItem(table, keyRequestKey(id), true);
      return item && item[expiryAttribute] > Date.parse(now) / 1000 ? item.request : null;
    },

    /** Keeps a key that is being mailed, in the place of one before it that nobody has used. */
    async putPendingKey(id: string, pending: PendingAccessKey): Promise<void> {
      await put({ ...pendingKeyKey(id), pending });
    },

    /** The key that was mailed last, whether it may still be used or not. */
    async pendingKey(id: string): Promise<PendingAccessKey | null> {
      return (await getItem(table, pendingKeyKey(id), true))?.pending ?? null;
    },

    async removeKeyRequest(id: string): Promise<void> {
      await remove(keyRequestKey(id));
    },
  };
}
