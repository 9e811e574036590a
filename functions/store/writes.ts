import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  PutCommand,
  type PutCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { Problem } from "#core/base/problems.ts";
import type { Key } from "./keys.ts";
import { type Item, isConflict, type Table } from "./table.ts";

export type Condition = Pick<
  PutCommandInput,
  "ConditionExpression" | "ExpressionAttributeNames" | "ExpressionAttributeValues"
>;

export type Write = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

export const isNew = { ConditionExpression: "attribute_not_exists(pk)" };

/** Condition that the item's `attribute` still holds this version. */
export const isVersion = (attribute: string, version: number) => ({
  ConditionExpression: "#record.#version = :version",
  ExpressionAttributeNames: { "#record": attribute, "#version": "version" },
  ExpressionAttributeValues: { ":version": version },
});

/** Condition that the item itself still has this version. */
export const isItemVersion = (version: number) => ({
  ConditionExpression: "version = :version",
  ExpressionAttributeValues: { ":version": version },
});

export const putOf = (table: Table, Item: Item, condition: Condition = {}) => ({
  Put: { TableName: table.name, Item, ...condition },
});

export const putItem = (table: Table, Item: Item, more: Omit<PutCommandInput, "TableName" | "Item"> = {}) =>
  table.client.send(new PutCommand({ TableName: table.name, Item, ...more }));

export const deleteItem = (table: Table, Key: Key, condition: Condition = {}) =>
  table.client.send(new DeleteCommand({ TableName: table.name, Key, ...condition }));

/** False if the write's condition fails. */
export async function isWritten(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Writes all or nothing. Throws the refusal that `refuse` finds, or `version.conflict` if another write came first. */
export async function transact(
  table: Table,
  TransactItems: Write[],
  refuse: (error: TransactionCanceledException) => Problem | null = () => null,
): Promise<void> {
  try {
    await table.client.send(new TransactWriteCommand({ TransactItems }));
  } catch (error) {
    const refusal = error instanceof TransactionCanceledException ? refuse(error) : null;
    throw refusal ?? (isConflict(error) ? new Problem("version.conflict") : error);
  }
}
