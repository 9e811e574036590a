import type { SQSBatchResponse, SQSEvent } from "aws-lambda";

/** Handles queue messages one by one and returns the failed ones for redelivery. */
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
