import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectTaggingCommand,
  S3Client,
  type S3ClientConfig,
} from "@aws-sdk/client-s3";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { scanTag } from "../../functions/store/aws/upload-bucket.ts";
import { uploadPrefixes } from "../../functions/store/keys.ts";
import { queueEvent } from "./queue.ts";

/** EICAR test file, split so that scanners ignore this source. */
const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

interface ScannerSettings {
  client: S3ClientConfig;
  bucket: string;
  deliver: (event: SQSEvent) => Promise<SQSBatchResponse>;
  log: (message: string, details: Record<string, unknown>) => void;
}

export interface Scanner {
  scan(key: string): void;
  stop(): Promise<void>;
}

export async function startScanner({ client, bucket, deliver, log }: ScannerSettings): Promise<Scanner> {
  const s3 = new S3Client(client);
  const running = new Set<Promise<void>>();

  const scan = async (key: string) => {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
      const Value = bytes.includes(eicar) ? "THREATS_FOUND" : scanTag.clean;
      const Tagging = { TagSet: [{ Key: scanTag.name, Value }] };
      await s3.send(new PutObjectTaggingCommand({ Bucket: bucket, Key: key, Tagging }));
      const { batchItemFailures } = await deliver(queueEvent({ detail: { object: { key } } }));
      if (batchItemFailures.length > 0) log("upload not received", { key });
    } catch (error) {
      if (!(error instanceof NoSuchKey)) log("upload not scanned", { error: String(error) });
    }
  };
  const begin = (key: string) => {
    const scanning = scan(key).finally(() => running.delete(scanning));
    running.add(scanning);
  };

  const left = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: uploadPrefixes.quarantine }));
  for (const { Key } of left.Contents ?? []) if (Key) begin(Key);
  return {
    scan: begin,
    async stop() {
      await Promise.all(running);
      s3.destroy();
    },
  };
}
