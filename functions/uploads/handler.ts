import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { hashPieces } from "#core/base/canonical.ts";
import { summariseError } from "#core/base/error-summary.ts";
import { type Arrival, attachmentLimits } from "#core/initiatives/attachment.ts";
import { handleMessages } from "../store/aws/messages.ts";
import { scanTag, type UploadBucket } from "../store/aws/upload-bucket.ts";
import { uploadPrefixes } from "../store/keys.ts";
import type { Store } from "../store/store.ts";
import { readContentType } from "./content.ts";

/** Fields used from EventBridge's `Object Tags Added` event. */
export interface TaggedEvent {
  detail: { object: { key: string } };
}

interface UploadDeps {
  uploads: Store["uploads"];
  bucket: Pick<UploadBucket, "arrived" | "verdict" | "release" | "erase" | "discard">;
  log: (message: string, details: Record<string, unknown>) => void;
}

/**
 * Content and verdict come from one object version. Idempotent, because clean content is released before the
 * outcome is stored, and the quarantined file is deleted last.
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
    // The record that used the file was erased meanwhile.
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
  return { state: "clean", type, size, sum: await hashPieces([object.bytes]) };
}
