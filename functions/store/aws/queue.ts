import { SendMessageCommand, SQSClient, type SQSClientConfig } from "@aws-sdk/client-sqs";

/** At-least-once delivery, in no fixed order. */
export interface Queue {
  /** The message is durable once this returns. */
  send(body: unknown): Promise<void>;
}

export function openQueue(QueueUrl: string, config: SQSClientConfig = {}): Queue {
  const client = new SQSClient(config);
  return {
    async send(body) {
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(body) }));
    },
  };
}
