import { type BatchWriteItemCommandInput, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** Writes batches as transactions, because DynamoDB Local syncs to disk for each item of a batch. */
export function commitBatchesAtOnce(client: DynamoDBDocumentClient): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== "BatchWriteItemCommand") return next(args);
      const TransactItems = transactionOf(args.input as BatchWriteItemCommandInput);
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
      return { response: {}, output: { $metadata: {}, UnprocessedItems: {} } };
    },
    // Runs after the document client converts values into attributes.
    { step: "build", name: "commitBatchesAtOnce" },
  );
}

const transactionOf = ({ RequestItems = {} }: BatchWriteItemCommandInput) =>
  Object.entries(RequestItems).flatMap(([TableName, requests]) =>
    requests.map(({ PutRequest, DeleteRequest }) =>
      PutRequest
        ? { Put: { TableName, Item: PutRequest.Item } }
        : { Delete: { TableName, Key: DeleteRequest?.Key } },
    ),
  );
