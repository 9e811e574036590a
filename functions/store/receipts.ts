import type { PendingAccessKey } from "#core/initiatives/access-key.ts";
import { expiryAttribute, keyRequestKey, mailKey, pendingKeyKey, receiptKey } from "./keys.ts";
import { getItem, type Table, writeAll } from "./table.ts";
import { deleteItem, isNew, isWritten, putItem } from "./writes.ts";

export interface KeyRequest {
  id: string;
  email: string;
  at: string;
}

const requestSeconds = 60 * 60;

export function createReceiptStore(table: Table) {
  return {
    /** `unscanned`: the receipt names files whose scan was pending. */
    async putReady(id: string, object: string, unscanned = false): Promise<void> {
      await putItem(table, { ...receiptKey(id), object, unscanned });
    },

    async ready(id: string): Promise<string | null> {
      return (await getItem(table, receiptKey(id)))?.object ?? null;
    },

    async get(id: string): Promise<{ object: string; unscanned: boolean } | null> {
      const item = await getItem(table, receiptKey(id), true);
      return item ? { object: item.object, unscanned: item.unscanned === true } : null;
    },

    async removeReady(id: string): Promise<void> {
      await deleteItem(table, receiptKey(id));
    },

    /** Claims the mail of a step; false if it is already claimed. */
    claimMail: (id: string, n: number): Promise<boolean> =>
      isWritten(putItem(table, { ...mailKey(id, n) }, isNew)),

    async isMailClaimed(id: string, n: number): Promise<boolean> {
      return (await getItem(table, mailKey(id, n), true)) !== undefined;
    },

    /** Claims many mails, so that none is sent. */
    async claimMails(steps: readonly { id: string; n: number }[]): Promise<void> {
      await writeAll(
        table,
        steps.map(({ id, n }) => ({ PutRequest: { Item: mailKey(id, n) } })),
      );
    },

    /** Releases the claim of a mail that was certainly not sent. */
    async releaseMail(id: string, n: number): Promise<void> {
      await deleteItem(table, mailKey(id, n));
    },

    async putKeyRequest(request: KeyRequest): Promise<void> {
      const expires = Math.ceil(Date.parse(request.at) / 1000) + requestSeconds;
      await putItem(table, { ...keyRequestKey(request.id), request, [expiryAttribute]: expires });
    },

    async keyRequest(id: string, now: string): Promise<KeyRequest | null> {
      const item = await getItem(table, keyRequestKey(id), true);
      return item && item[expiryAttribute] > Date.parse(now) / 1000 ? item.request : null;
    },

    async putPendingKey(id: string, pending: PendingAccessKey): Promise<void> {
      await putItem(table, { ...pendingKeyKey(id), pending });
    },

    async pendingKey(id: string): Promise<PendingAccessKey | null> {
      return (await getItem(table, pendingKeyKey(id), true))?.pending ?? null;
    },

    async removeKeyRequest(id: string): Promise<void> {
      await deleteItem(table, keyRequestKey(id));
    },
  };
}
