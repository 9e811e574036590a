import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LambdaClient } from "@aws-sdk/client-lambda";
import { ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { SQSClient } from "@aws-sdk/client-sqs";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type S3, startS3 } from "../../local/standins/s3.ts";
import { bucketConfig } from "../../local/standins/storage.ts";
import { type DeadLetter, readBatch, readMessage, describe as say } from "../../operations/dead-letter.ts";
import { type FailedWork, replay } from "../../operations/failed-work.ts";
import { batch, batchKey, call, message, notice, schedule, streamEvent, testNotice } from "./dead-letters.ts";

const bodyOf = (value: unknown) => ({ Body: JSON.stringify(value) });

test("each shape that AWS documents is read as what it is", () => {
  const read: DeadLetter[] = [
    readBatch(JSON.stringify(batch)),
    // Should Lambda give the event as it is and not as text.
    readBatch(JSON.stringify({ ...batch, payload: streamEvent })),
    readMessage(bodyOf(call)),
    readMessage(schedule),
    readMessage(message),
    readMessage(bodyOf(notice)),
    readMessage(bodyOf(testNotice)),
  ];
  const whole = { kind: "batch", to: "myfunction", records: 1, payload: JSON.stringify(streamEvent) };
  expect(read).toMatchObject([
    whole,
    whole,
    { kind: "call", to: "my-function", payload: JSON.stringify(call.requestPayload) },
    { kind: "schedule", to: "my-function", payload: schedule.Body, schedule: "Morning" },
    { kind: "message", to: "my-queue", payload: message.Body },
    { kind: "object", key: batchKey },
    { kind: "test" },
  ]);
  expect(read.slice(1, 5).map(say)).toEqual([
    "2019-11-14T00:13:49.717Z  myfunction: 1 records of the table's stream (RetryAttemptsExhausted, Unhandled, 51 tries)",
    "2019-11-14T18:16:05.568Z  my-function: a call (RetriesExhausted, Unhandled, 3 tries)",
    "2022-11-12T01:52:00Z  my-function: the schedule Morning (TooManyRequestsException, MaximumRetryAttempts)",
    "2019-11-14T18:16:05.000Z  my-queue: a message (tried for 12 hours)",
  ]);
});

test("what is none of them is said to be that, and nothing of what is in it is said", () => {
  const { payload: _, ...cut } = batch;
  expect(readBatch(JSON.stringify(cut)).kind).toBe("unknown");
  expect(
    readMessage({
      ...schedule,
      MessageAttributes: { ...schedule.MessageAttributes, IS_PAYLOAD_TRUNCATED: { StringValue: "true" } },
    }).kind,
  ).toBe("unknown");
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      for (const letter of [readMessage({ Body: text }), readBatch(text)]) {
        expect(letter.kind).toBe("unknown");
        expect(say(letter)).toMatch(/^cannot be read: [a-z ]+$/i);
      }
    }),
  );
  expect(say(readBatch(JSON.stringify(batch)))).not.toContain("phân");
});

const folder = await mkdtemp(join(tmpdir(), "replay-"));
const bucket = "failed";
let server: S3;
let s3: S3Client;
beforeAll(async () => {
  server = await startS3(join(folder, "s3"), { documents: bucket, uploads: "uploads" });
  s3 = new S3Client({ forcePathStyle: true, ...bucketConfig(server.endpoint) });
});
afterAll(async () => {
  s3.destroy();
  await server.stop();
  await rm(folder, { recursive: true });
});

/** A queue as SQS keeps one: what is received is hidden until it is shown or deleted. There is no SQS on one machine. */
function createQueue(bodies: object[], uploads: number) {
  const messages = bodies.map((message, n) => ({ ...message, ReceiptHandle: String(n) }));
  let hidden = new Set<string>();
  let moved = 0;
  const sent: object[] = [];
  const send = async (command: { constructor: { name: string }; input: { ReceiptHandle: string } }) => {
    const { ReceiptHandle: receipt } = command.input;
    const at = messages.findIndex(({ ReceiptHandle }) => ReceiptHandle === receipt);
    switch (command.constructor.name) {
      case "ReceiveMessageCommand": {
        // No more than it likes to give at once.
        const Messages = messages.filter(({ ReceiptHandle }) => !hidden.has(ReceiptHandle)).slice(0, 2);
        hidden = new Set([...hidden, ...Messages.map(({ ReceiptHandle }) => ReceiptHandle)]);
        return { Messages };
      }
      case "DeleteMessageCommand":
        messages.splice(at, 1);
        return {};
      case "ChangeMessageVisibilityCommand":
        hidden.delete(receipt);
        return {};
      case "GetQueueAttributesCommand":
        return { Attributes: { ApproximateNumberOfMessages: String(uploads), QueueArn: "arn:uploads" } };
      case "SendMessageCommand":
        sent.push(command.input);
        return {};
      case "StartMessageMoveTaskCommand":
        moved++;
        return {};
      default:
        throw new Error(command.constructor.name);
    }
  };
  return {
    sqs: { send } as unknown as SQSClient,
    seen: () => messages.filter(({ ReceiptHandle }) => !hidden.has(ReceiptHandle)).length,
    moved: () => moved,
    sent,
  };
}

let called: [string, unknown][] = [];
beforeEach(async () => {
  called = [];
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: batchKey, Body: JSON.stringify(batch) }));
});
const objects = async () => (await s3.send(new ListObjectsV2Command({ Bucket: bucket }))).KeyCount;

function workOn(queue: ReturnType<typeof createQueue>, answer: object): FailedWork {
  const send = async ({ input }: { input: { FunctionName: string; Payload: Buffer } }) => {
    called.push([input.FunctionName, JSON.parse(input.Payload.toString())]);
    return answer;
  };
  return {
    ...{ sqs: queue.sqs, s3, lambda: { send } as unknown as LambdaClient },
    ...{ queue: "queue", bucket, uploads: "uploads", functions: ["myfunction", "my-function"] },
    queues: ["https://sqs.us-east-2.amazonaws.com/123456789012/my-queue"],
  };
}
const answer = (value: unknown) => ({ Payload: { transformToString: () => JSON.stringify(value) } });
const all = [bodyOf(notice), bodyOf(notice), bodyOf(call), schedule, message, bodyOf(testNotice)];

test("a look lists all, and changes nothing", async () => {
  const queue = createQueue(all, 3);
  const lines: string[] = [];
  expect(await replay(workOn(queue, {}), false, (line) => lines.push(line))).toBe(true);
  expect(lines.map((line) => line.replace(/^\S+Z {2}/, "").split(" (")[0])).toEqual([
    "my-function: a call",
    "my-function: the schedule Morning",
    "my-queue: a message",
    "S3's word that it will give notice: nothing to do",
    "myfunction: 1 records of the table's stream",
    "uploads that could not be received: 3",
  ]);
  expect([called, queue.sent, queue.seen(), queue.moved(), await objects()]).toEqual([
    [],
    [],
    all.length,
    0,
    1,
  ]);
});

test("each is handed over as it was, and goes when that is done", async () => {
  const queue = createQueue(all, 3);
  expect(await replay(workOn(queue, answer({ batchItemFailures: [] })), true, () => {})).toBe(true);
  expect(called).toEqual([
    ["my-function", call.requestPayload],
    ["my-function", JSON.parse(schedule.Body)],
    ["myfunction", streamEvent],
  ]);
  expect(queue.sent).toEqual([
    { QueueUrl: "https://sqs.us-east-2.amazonaws.com/123456789012/my-queue", MessageBody: message.Body },
  ]);
  expect([queue.seen(), queue.moved(), await objects()]).toEqual([0, 1, 0]);
  // And again there is nothing left to do.
  const lines: string[] = [];
  expect(await replay(workOn(createQueue([], 0), {}), true, (line) => lines.push(line))).toBe(true);
  expect(lines).toEqual(["nothing failed"]);
});

test.each([
  ["a record that is given back", answer({ batchItemFailures: [{ itemIdentifier: "1" }] })],
  ["a function that fails", { FunctionError: "Unhandled", ...answer({ errorMessage: "no" }) }],
])("%s leaves it where it lies", async (_what, given) => {
  const queue = createQueue([bodyOf(notice), bodyOf(call)], 0);
  expect(await replay(workOn(queue, given), true, () => {})).toBe(false);
  expect([queue.seen(), await objects()]).toEqual([2, 1]);
});

test("nothing is called that is no function of the stack", async () => {
  const strange = {
    ...call,
    requestContext: { ...call.requestContext, functionArn: "arn:aws:lambda:us-east-2:1:function:other" },
  };
  const work = { ...workOn(createQueue([bodyOf(strange)], 0), answer(null)), functions: ["myfunction"] };
  const lines: string[] = [];
  expect(await replay(work, true, (line) => lines.push(line))).toBe(false);
  expect(called.map(([name]) => name)).toEqual(["myfunction"]);
  expect(lines).toContain("  LEFT: other is no function of this stack");
});

test("a message goes back to a queue of the stack alone", async () => {
  const DeadLetterQueueSourceArn = "arn:aws:sqs:us-east-2:123456789012:other";
  const strange = { ...message, Attributes: { ...message.Attributes, DeadLetterQueueSourceArn } };
  const queue = createQueue([strange], 0);
  const lines: string[] = [];
  expect(await replay(workOn(queue, answer(null)), true, (line) => lines.push(line))).toBe(false);
  expect(queue.sent).toEqual([]);
  expect(lines).toContain("  LEFT: other is no queue of this stack");
});
