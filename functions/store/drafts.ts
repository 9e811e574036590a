import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { KeptDraft } from "#core/initiatives/draft.ts";
import { draftKey, expiryAttribute } from "./keys.ts";
import { getItem, type Item, type Table } from "./table.ts";
import { deleteItem, isWritten, putItem } from "./writes.ts";

const fromItem = ({ pk: _, sk: __, ...draft }: Item): KeptDraft => draft as KeptDraft;

export function createDraftStore(table: Table) {
  return {
    /** Replaces a draft only with its write key. Returns a conflicting draft, or null. */
    async put(draft: KeptDraft, now: string): Promise<KeptDraft | null> {
      const condition = {
        ConditionExpression:
          "attribute_not_exists(pk) OR #expires <= :now OR (version = :before AND writeKeyHash = :hash)",
        ExpressionAttributeNames: { "#expires": expiryAttribute },
        ExpressionAttributeValues: {
          ":now": Math.floor(Date.parse(now) / 1000),
          ":before": draft.version - 1,
          ":hash": draft.writeKeyHash,
        },
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      } as const;
      try {
        await putItem(table, { ...draftKey(draft.id), ...draft }, condition);
        return null;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException && error.Item)
          return fromItem(unmarshall(error.Item));
        throw error;
      }
    },

    async get(id: string): Promise<KeptDraft | null> {
      const item = await getItem(table, draftKey(id), true);
      return item ? fromItem(item) : null;
    },

    /** False if the write key differs; true if the draft is already gone. */
    async remove(id: string, writeKeyHash: string): Promise<boolean> {
      const condition = {
        ConditionExpression: "attribute_not_exists(pk) OR writeKeyHash = :hash",
        ExpressionAttributeValues: { ":hash": writeKeyHash },
      };
      return isWritten(deleteItem(table, draftKey(id), condition));
    },
  };
}
