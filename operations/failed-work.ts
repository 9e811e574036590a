import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import { type DeadLetter, describe, readBatch, readMessage } from "./dead-letter.ts";

export interface FailedWork {
  sqs: SQSClient;
  s3: S3Client;
  lambda: LambdaClient;
  queue: string;
  bucket: string;
  uploads: string;
  /** Only these functions may be called. */
  functions: readonly string[];
  /** Only these queues may get messages. */
  queues: readonly string[];
}

interface Lying {
  letter: DeadLetter;
  receipts: string[];
  key: string | null;
}

const hiddenSeconds = 900;

/**
 * Lists failed work. With `again`, hands each item over and deletes it after success. Returns false if an item
 * remains.
 */
export async function replay(
  work: FailedWork,
  again: boolean,
  tell: (line: string) => void,
): Promise<boolean> {
  const lying = await readLying(work);
  const waiting = await countUploads(work);
  let left = 0;
  try {
    for (const each of lying) {
      tell(describe(each.letter));
      if (!again) continue;
      const fault = await handOver(work, each.letter);
      const done = each.letter.kind === "message" ? "  back in its queue" : "  done";
      tell(fault === null ? done : `  LEFT: ${fault}`);
      if (fault === null) await takeAway(work, each);
      else left++;
    }
  } finally {
    // Makes remaining messages visible at once.
    for (const receipt of lying.flatMap(({ receipts }) => receipts)) await show(work, receipt);
  }
  if (waiting > 0) tell(`uploads that could not be received: ${waiting}`);
  if (waiting > 0 && again) {
    await work.sqs.send(new StartMessageMoveTaskCommand({ SourceArn: await arnOf(work) }));
    tell("  on their way back into the queue that they came from");
  }
  if (lying.length === 0 && waiting === 0) tell("nothing failed");
  return left === 0;
}

/** Includes batches whose message has expired: messages stay 14 days, batches 30. */
async function readLying({ sqs, s3, queue, bucket }: FailedWork): Promise<Lying[]> {
  const lying: Lying[] = [];
  const words = new Map<string, string[]>();
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: queue,
        MaxNumberOfMessages: 10,
        // Long polling asks every server of the queue.
        WaitTimeSeconds: 2,
        VisibilityTimeout: hiddenSeconds,
        MessageAttributeNames: ["All"],
        MessageSystemAttributeNames: ["DeadLetterQueueSourceArn", "SentTimestamp"],
      }),
    );
    if (Messages.length === 0) break;
    for (const message of Messages) {
      const letter = readMessage(message);
      const receipt = message.ReceiptHandle ?? "";
      if (letter.kind === "object") words.set(letter.key, [...(words.get(letter.key) ?? []), receipt]);
      else lying.push({ letter, receipts: [receipt], key: null });
    }
  }
  for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket: bucket }))
    for (const { Key } of page.Contents ?? []) {
      if (!Key) continue;
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      const letter = readBatch((await Body?.transformToString()) ?? "");
      lying.push({ letter, receipts: words.get(Key) ?? [], key: Key });
      words.delete(Key);
    }
  for (const [key, receipts] of words) lying.push({ letter: { kind: "object", key }, receipts, key: null });
  return lying;
}

/** Returns the fault, or null. */
async function handOver(
  { sqs, lambda, functions, queues }: FailedWork,
  letter: DeadLetter,
): Promise<string | null> {
  if (letter.kind === "test" || letter.kind === "object") return null;
  if (letter.kind === "unknown") return letter.why;
  if (letter.kind === "message") {
    const QueueUrl = queues.find((url) => url.endsWith(`/${letter.to}`));
    if (QueueUrl === undefined) return `${letter.to} is no queue of this stack`;
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: letter.payload }));
    return null;
  }
  if (!functions.includes(letter.to)) return `${letter.to} is no function of this stack`;
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({ FunctionName: letter.to, Payload: Buffer.from(letter.payload) }),
  );
  if (FunctionError) return `${FunctionError}: see the log of ${letter.to}`;
  const answer: unknown = JSON.parse(Payload?.transformToString() || "null");
  const failures = (answer as { batchItemFailures?: unknown[] } | null)?.batchItemFailures ?? [];
  return failures.length === 0 ? null : `it gave a record back again: see the log of ${letter.to}`;
}

async function takeAway({ sqs, s3, queue, bucket }: FailedWork, lying: Lying): Promise<void> {
  if (lying.key !== null) await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: lying.key }));
  for (const ReceiptHandle of lying.receipts.splice(0))
    await sqs.send(new DeleteMessageCommand({ QueueUrl: queue, ReceiptHandle }));
}

async function show({ sqs, queue }: FailedWork, ReceiptHandle: string): Promise<void> {
  await sqs.send(
    new ChangeMessageVisibilityCommand({ QueueUrl: queue, ReceiptHandle, VisibilityTimeout: 0 }),
  );
}

async function readUploads({ sqs, uploads }: FailedWork) {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: uploads,
      AttributeNames: ["ApproximateNumberOfMessages", "QueueArn"],
    }),
  );
  return Attributes;
}

const countUploads = async (work: FailedWork) =>
  Number((await readUploads(work)).ApproximateNumberOfMessages ?? 0);

const arnOf = async (work: FailedWork) => (await readUploads(work)).QueueArn;
