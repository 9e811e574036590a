import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openHeadsBucket } from "../../functions/store/aws/heads-bucket.ts";
import { startNightlyHeads } from "../../local/standins/nightly-heads.ts";
import { startS3 } from "../../local/standins/s3.ts";
import { bucketConfig } from "../../local/standins/storage.ts";
import { buildInitiative } from "../support/submissions.ts";
import { createTestTable } from "../support/table.ts";
import { waitFor } from "../support/wait.ts";

const folder = await mkdtemp(join(tmpdir(), "test-nights-"));
const s3 = await startS3(folder, { documents: "documents", uploads: "uploads", heads: "heads" });
const bucket = openHeadsBucket("heads", bucketConfig(s3.endpoint));
const { store } = await createTestTable();
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true });
});

/** Starts on a day, and stops when `until` holds. */
async function startOn(day: string, until: (days: string[]) => void): Promise<void> {
  const log = (message: string) => expect.unreachable(message);
  const nights = startNightlyHeads({ store, bucket, clock: () => `${day}T01:00:00Z`, log });
  await waitFor(async () => until(await bucket.days()));
  await nights.stop();
}

test("a machine that is off at night makes up for it when it starts, from the first day of which there are heads", async () => {
  await startOn("2026-06-15", (days) => expect(days).toEqual([]));
  const initiative = buildInitiative();
  const head = { id: initiative.id, n: 1, hash: initiative.first.hash };
  await store.initiatives.create(initiative);
  await store.heads.note(head, "2026-06-12");
  await store.heads.note(head, "2026-06-15");
  const written = ["2026-06-12", "2026-06-13", "2026-06-14", "2026-06-15"];
  await startOn("2026-06-16", (days) => expect(days).toEqual(written));
  await startOn("2026-06-18", (days) => expect(days).toEqual([...written, "2026-06-16", "2026-06-17"]));
});

test("a start after a night that was written down looks at nothing", async () => {
  const days = await bucket.days();
  const looked: string[] = [];
  const watched = {
    ...bucket,
    read: async (day: string) => {
      looked.push(day);
      return bucket.read(day);
    },
  };
  const log = (message: string) => expect.unreachable(message);
  const nights = startNightlyHeads({ store, bucket: watched, clock: () => "2026-06-18T09:00:00Z", log });
  await nights.stop();
  expect(looked).toEqual([]);
  expect(await bucket.days()).toEqual(days);
});
