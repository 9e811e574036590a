import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SQSEvent } from "aws-lambda";
import { afterAll, expect, test } from "vitest";
import { startQueue } from "../../local/standins/queue.ts";
import { waitFor } from "../support/wait.ts";

const parent = await mkdtemp(join(tmpdir(), "test-queue-"));
afterAll(() => rm(parent, { recursive: true }));

let drawn = 0;
const drawFolder = () => join(parent, String(++drawn));
const bodiesOf = ({ Records }: SQSEvent): unknown[] => Records.map(({ body }) => JSON.parse(body));

/** A queue whose handler fails as often as `failures` says. */
async function open(folder: string, { failures = 0, attempts = 5 } = {}) {
  const handled: unknown[] = [];
  const logged: string[] = [];
  let left = failures;
  const queue = await startQueue({
    folder,
    async handler(event) {
      if (left-- > 0) return { batchItemFailures: [{ itemIdentifier: "0" }] };
      handled.push(...bodiesOf(event));
      return { batchItemFailures: [] };
    },
    attempts,
    pause: 1,
    log: (message) => logged.push(message),
  });
  return { queue, handled, logged };
}

test("messages are delivered in the order of their arrival, and nothing of them is left", async () => {
  const folder = drawFolder();
  const { queue, handled } = await open(folder, { failures: 3 });
  for (let n = 0; n < 12; n++) await queue.send({ n });
  await waitFor(() => expect(handled).toHaveLength(12));
  await queue.stop();
  expect(handled).toEqual(Array.from({ length: 12 }, (_, n) => ({ n })));
  expect(await readdir(folder)).toEqual([]);
});

test("a message that was kept survives the end of the queue and is delivered after the next start", async () => {
  const folder = drawFolder();
  const first = await open(folder, { failures: Number.POSITIVE_INFINITY, attempts: 1_000 });
  await first.queue.send("a");
  await first.queue.send("b");
  await first.queue.stop();
  expect(first.handled).toEqual([]);
  const second = await open(folder);
  await second.queue.send("c");
  await waitFor(() => expect(second.handled).toHaveLength(3));
  await second.queue.stop();
  expect(second.handled).toEqual(["a", "b", "c"]);
});

test("a message that fails too often is given up, and those behind it go on", async () => {
  const { queue, handled, logged } = await open(drawFolder(), { failures: 2, attempts: 2 });
  await queue.send("bad");
  await queue.send("good");
  await waitFor(() => expect(handled).toHaveLength(1));
  await queue.stop();
  expect([handled, logged]).toEqual([["good"], ["message given up"]]);
});
