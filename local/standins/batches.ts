import {
  type BatchWriteCommandInput,
  type DynamoDBDocumentClient,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";

/** DynamoDB Local syncs to disk for every item of a batch, but once a transaction. */
export function commitBatchesAtOnce(client: DynamoDBDocumentClient): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== "BatchWriteItemCommand") return next(args);
      await client.send(
        new TransactWriteCommand({ TransactItems: transactionOf(args.input as BatchWriteCommandInput) }),
      );
      return { response: {}, output: { $metadata: {}, UnprocessedItems: {} } };
    },
    // Before values become attributes.
    { step: "initialize", priority: "high", name: "commitBatchesAtOnce" },
  );
}

const transactionOf = ({ RequestItems = {} }: BatchWriteCommandInput) =>
  Object.entries(RequestItems).flatMap(([TableName, requests]) =>
    requests.map(({ PutRequest, DeleteRequest }) =>
      PutRequest
        ? { Put: { TableName, Item: PutRequest.Item } }
        : { Delete: { TableName, Key: DeleteRequest?.Key } },
    ),
  );
