import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { expect, test } from "vitest";
import { advanceJob, beginJob, type JobKind } from "#core/jobs/job.ts";
import { createDispatchHandler } from "../../functions/dispatch/handler.ts";
import { toInitiativeItem } from "../../functions/store/initiatives/initiative-items.ts";
import {
  invitationKey,
  jobKey,
  keyRequestKey,
  reportNoticeKey,
  reportReminderKey,
  sessionKey,
  staffKey,
} from "../../functions/store/keys.ts";
import { buildInitiative } from "../support/submissions.ts";
import { testNow } from "../support/units.ts";

const sent: [queue: string, body: unknown][] = [];
let away = "";
const queue = (name: string) => ({
  async send(body: unknown) {
    if (name === away) throw new Error("the queue is away");
    sent.push([name, body]);
  },
});
const dispatch = createDispatchHandler({
  queues: { notices: queue("notices"), jobs: queue("jobs"), accounts: queue("accounts") },
  log: () => {},
});

const imageOf = (item: object) => marshall(item, { removeUndefinedValues: true });
const job = (kind: JobKind) =>
  beginJob(
    { id: "job-1", kind, unit: "xa", year: null, parameters: {} },
    { staff: null, role: null },
    testNow,
  );
const jobItem = (each: ReturnType<typeof job>) => ({ ...jobKey(each.id), job: each });
const upload = { pk: "UPLOAD#1", sk: "UPLOAD", uploadId: "1", arrival: { state: "clean" } };

/** Sends items through the stream; each removal is null. */
async function deliver(...items: (object | null)[]) {
  sent.length = 0;
  const Records = items.map((item, n) => ({
    dynamodb: { SequenceNumber: String(n), ...(item && { NewImage: imageOf(item) }) },
  }));
  return dispatch({ Records } as DynamoDBStreamEvent);
}

test.each<[string, object | null, string[]]>([
  ["an application", toInitiativeItem(buildInitiative()), ["notices"]],
  ["a request for an access key", { ...keyRequestKey("1"), request: { id: "1" } }, ["notices"]],
  ["an invitation", { ...invitationKey("1"), invitation: { id: "1" } }, ["notices"]],
  ["a reminder", { ...reportReminderKey("xa", "2026-11-30"), reminder: { unit: "xa" } }, ["notices"]],
  ["a notice of a run", { ...reportNoticeKey({ run: "1", unit: "xa" }), notice: { run: "1" } }, ["notices"]],
  [
    "a notice that was told already",
    { ...reportNoticeKey({ run: "1", unit: "xa" }), notice: { run: "1" }, outcome: "sent" },
    [],
  ],
  ["a verdict on a dossier's file", { ...upload, usedBy: "initiative:1" }, ["notices"]],
  ["a verdict on a file that nobody uses yet", upload, []],
  ["a file that its record dropped", { ...upload, usedBy: "model:1", dropped: "model:1" }, ["notices"]],
  ["a dropped file that is erased", { ...upload, dropped: "model:1", erased: true }, []],
  ["a member of staff", { ...staffKey("a@example.vn"), staff: { email: "a@example.vn" } }, ["accounts"]],
  ["a job under way", jobItem(job("export")), ["jobs"]],
  ["a report's job under way", jobItem(job("report")), ["jobs", "notices"]],
  ["a job that has ended", jobItem(advanceJob(job("export"), { state: "done" }, testNow)), []],
  [
    "a report's job that has ended",
    jobItem(advanceJob(job("report"), { state: "done" }, testNow)),
    ["notices"],
  ],
  ["an item that nothing follows from", { ...sessionKey("1"), session: {} }, []],
  ["a removal", null, []],
])("%s goes to its queues, whole", async (_, item, queues) => {
  expect(await deliver(item)).toEqual({ batchItemFailures: [] });
  expect(sent).toEqual(queues.map((name) => [name, item && imageOf(item)]));
});

test("a queue that is away has the record given back with all that follow, after those before it were sent", async () => {
  away = "jobs";
  const staff = { ...staffKey("a@example.vn"), staff: { email: "a@example.vn" } };
  expect(await deliver(staff, jobItem(job("report")), staff)).toEqual({
    batchItemFailures: [{ itemIdentifier: "1" }],
  });
  expect(sent.map(([name]) => name)).toEqual(["accounts"]);
});
