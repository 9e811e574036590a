import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Stack } from "sst/constructs";
import {
  initiativeKey,
  invitationKey,
  jobKey,
  keyRequestKey,
  ownedByInitiative,
  reportNoticeKey,
  reportReminderKey,
  staffKey,
  uploadKey,
} from "../functions/store/keys.ts";
import type { Failures } from "./failures.ts";
import { createFunction } from "./function.ts";
import type { WorkQueue } from "./queue.ts";
import type { Storage } from "./storage.ts";

/** The only reader of the table's stream besides Figures. */
export function createDispatch(
  stack: Stack,
  { table }: Storage,
  { retries }: Failures,
  { notices, jobs, accounts }: Record<"notices" | "jobs" | "accounts", WorkQueue>,
): void {
  const dispatch = createFunction(stack, "Dispatch", {
    handler: "functions/dispatch/lambda.handler",
    memoryMegabytes: 512,
    timeoutSeconds: 60,
    environment: { NOTICES_QUEUE: notices.url, JOBS_QUEUE: jobs.url, ACCOUNTS_QUEUE: accounts.url },
    allowed: [notices.sending, jobs.sending, accounts.sending],
  });
  const written = { eventName: FilterRule.or("INSERT", "MODIFY") };
  const dispatched = [
    initiativeKey(""),
    keyRequestKey(""),
    staffKey(""),
    invitationKey(""),
    reportReminderKey("", ""),
    reportNoticeKey({ run: "", unit: "" }),
    jobKey(""),
  ].map(({ sk }) => sk);
  dispatch.addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.LATEST,
      // Small batches, because authors wait for their receipts.
      batchSize: 10,
      ...retries,
      filters: [
        // One filter for all these keys, because a mapping allows only five.
        FilterCriteria.filter({
          ...written,
          dynamodb: { Keys: { sk: { S: FilterRule.or(...dispatched) } } },
        }),
        // Malware results for files that a dossier uses.
        FilterCriteria.filter({
          ...written,
          dynamodb: {
            Keys: { sk: { S: FilterRule.isEqual(uploadKey("").sk) } },
            NewImage: {
              usedBy: { S: FilterRule.beginsWith(ownedByInitiative) },
              arrival: { M: { state: { S: FilterRule.or("clean", "refused") } } },
            },
          },
        }),
        // Files dropped by their record.
        FilterCriteria.filter({
          ...written,
          dynamodb: {
            Keys: { sk: { S: FilterRule.isEqual(uploadKey("").sk) } },
            NewImage: { dropped: { S: FilterRule.exists() } },
          },
        }),
      ],
    }),
  );
}
