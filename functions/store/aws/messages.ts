import type { SQSBatchResponse, SQSEvent } from "aws-lambda";

/**
 * Handles a batch of queue messages one by one and gives back those that failed (partial batch response), so that the queue delivers only these again.
 * `failed` gets the message's id, the error, and the body as far as it is JSON.
 */
export async function handleMessages(
  { Records }: SQSEvent,
  handle: (body: unknown) => Promise<void>,
  failed: (messageId: string, error: unknown, body: unknown) => void,
): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse["batchItemFailures"] = [];
  for (const { messageId, body } of Records) {
    let read: unknown;
    try {
      read = JSON.parse(body);
      await handle(read);
    } catch (error) {
      failed(messageId, error, read);
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
