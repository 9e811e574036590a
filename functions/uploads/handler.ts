import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { summariseError } from "#core/base/error-summary.ts";
import { type Arrival, attachmentLimits } from "#core/initiatives/attachment.ts";
import { handleMessages } from "../store/aws/messages.ts";
import { scanTag, type UploadBucket } from "../store/aws/upload-bucket.ts";
import { uploadPrefixes } from "../store/keys.ts";
import type { Store } from "../store/store.ts";
import { readContentType } from "./content.ts";

/** What S3 tells EventBridge when an object has been tagged (`Object Tags Added`), as far as it is used. */
export interface TaggedEvent {
  detail: { object: { key: string } };
}

interface UploadDeps {
  uploads: Store["uploads"];
  bucket: Pick<UploadBucket, "arrived" | "verdict" | "release" | "erase" | "discard">;
  /** Told of an upload that could not be received: the message's id and the error, nothing personal. */
  log: (message: string, details: Record<string, unknown>) => void;
}

/**
 * Handles uploads whose malware scan has left its verdict, from a queue of events. GuardDuty tags what it has scanned, S3 tells so by EventBridge, and that one
 * event begins everything: nothing waits or asks again, and without a scanner nothing is ever released. Of the event only the key is
 * believed; bytes, type and verdict are read here, the verdict of exactly the version whose bytes were read, so that an object put over
 * another between scan and release gains nothing. What is released are the bytes that were checked.
 *
 * May be called any number of times for the same upload, and at once: the first outcome kept stands. Clean bytes lie in their place
 * before that is kept, and quarantine is emptied last, so that a fault at any point leaves work for the retry and never a lie.
 */
export function createUploadHandler({ log, ...deps }: UploadDeps) {
  return (event: SQSEvent): Promise<SQSBatchResponse> =>
    handleMessages(
      event,
      (tagged) => receive(deps, tagged as TaggedEvent),
      (messageId, error) => log("upload not received", { messageId, fault: summariseError(error) }),
    );
}

async function receive({ uploads, bucket }: Omit<UploadDeps, "log">, { detail }: TaggedEvent): Promise<void> {
  const { key } = detail.object;
  if (!key.startsWith(uploadPrefixes.quarantine)) return;
  const id = key.slice(uploadPrefixes.quarantine.length);
  const { arrival: known, erased } = await uploads.get(id);
  if (!known && !erased) {
    const object = await bucket.arrived(id);
    if (!object) return;
    const verdict = await bucket.verdict(id, object.version);
    if (verdict === null) return;
    const arrival = await judgeArrival(object, verdict);
    if (arrival.state === "clean") await bucket.release(id, object.bytes, arrival.type);
    const settled = await uploads.settle(id, arrival);
    // Whatever used it was erased while it was on its way here.
    if (!settled && (await uploads.get(id)).erased) await bucket.erase(id);
  }
  await bucket.discard(id);
}

async function judgeArrival(object: { bytes: Uint8Array; type: string }, verdict: string): Promise<Arrival> {
  const refuse = (reason: (Arrival & { state: "refused" })["reason"]): Arrival => ({
    state: "refused",
    reason,
  });
  if (verdict === "THREATS_FOUND") return refuse("attachment.infected");
  if (verdict !== scanTag.clean) return refuse("attachment.notScanned");
  const type = await readContentType(object.bytes);
  const size = object.bytes.length;
  if (type === null || type !== object.type || size > attachmentLimits.bytes)
    return refuse("attachment.differs");
  return { state: "clean", type, size };
}
