import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import type { Queue } from "../../functions/store/aws/queue.ts";
import { readJsonFile, removeUnfinished, writeJsonFile } from "../json-file.ts";
import { type RetryPolicy, waitToRetry } from "./delivery.ts";

interface QueueSettings extends RetryPolicy {
  folder: string;
  handler: (event: SQSEvent) => Promise<SQSBatchResponse>;
  log: (message: string, details: Record<string, unknown>) => void;
}

export interface LocalQueue extends Queue {
  /** Begins stopping; `stop` waits for it. */
  end(): void;
  /** The next start handles remaining messages. */
  stop(): Promise<void>;
}

export const queueEvent = (...bodies: unknown[]): SQSEvent => ({
  Records: bodies.map((body, n) => ({
    messageId: String(n),
    receiptHandle: "",
    body: JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: "1",
      SentTimestamp: "0",
      SenderId: "",
      ApproximateFirstReceiveTimestamp: "0",
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "",
    awsRegion: "",
  })),
});

/** Replaces an SQS queue and its Lambda. Messages are files, delivered in order, one at a time. */
export async function startQueue({
  folder,
  handler,
  attempts,
  pause,
  log,
}: QueueSettings): Promise<LocalQueue> {
  await removeUnfinished(folder);
  const waiting = (await readdir(folder).catch(() => [])).sort();
  let number = Number.parseInt(waiting.at(-1) ?? "0", 10);
  const ending = new AbortController();
  const { signal } = ending;
  let wake = () => {};

  const isHandled = async (body: unknown): Promise<boolean> => {
    try {
      return (await handler(queueEvent(body))).batchItemFailures.length === 0;
    } catch (error) {
      log("queue handler failed", { error: String(error) });
      return false;
    }
  };
  /** Returns false if the queue stopped first. */
  const deliver = async (name: string): Promise<boolean> => {
    const body = await readJsonFile(join(folder, name));
    for (let failures = 1; !(await isHandled(body)); failures++) {
      if (failures >= attempts) {
        log("message given up", { message: join(folder, name), attempts });
        break;
      }
      await waitToRetry(pause, failures, signal);
      if (signal.aborted) return false;
    }
    return true;
  };
  const run = async () => {
    while (!signal.aborted) {
      const [next] = waiting;
      if (next === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      if (!(await deliver(next))) return;
      await rm(join(folder, next), { force: true });
      waiting.shift();
    }
  };
  const running = run();
  const end = () => {
    ending.abort();
    wake();
  };
  return {
    async send(body) {
      const name = `${String(++number).padStart(12, "0")}.json`;
      await writeJsonFile(join(folder, name), body);
      waiting.push(name);
      wake();
    },
    end,
    async stop() {
      end();
      await running;
    },
  };
}
