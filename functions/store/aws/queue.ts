import { SendMessageCommand, SQSClient, type SQSClientConfig } from "@aws-sdk/client-sqs";

/** A queue that starts a function. Delivers each message at least once, in no certain order. */
export interface Queue {
  /** Puts a message into the queue, as JSON. Once this returns, the message is kept. */
  send(body: unknown): Promise<void>;
}

/** The SQS queue at this address. Region and credentials come from the environment. */
export function openQueue(QueueUrl: string, config: SQSClientConfig = {}): Queue {
  const client = new SQSClient(config);
  return {
    async send(body) {
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(body) }));
    },
  };
}
