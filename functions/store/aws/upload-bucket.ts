import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from "@aws-sdk/client-s3";
import { purposeOf } from "#core/initiatives/attachment.ts";
import { uploadPrefixes } from "../keys.ts";

const quarantined = (id: string) => `${uploadPrefixes.quarantine}${id}`;
const released = (id: string) =>
  `${purposeOf(id) === "import" ? uploadPrefixes.workbooks : uploadPrefixes.clean}${id}`;

/** GuardDuty's tag for its verdict, and the verdict that releases a file. */
export const scanTag = { name: "GuardDutyMalwareScanStatus", clean: "NO_THREATS_FOUND" } as const;

export interface ArrivedObject {
  bytes: Uint8Array;
  type: string;
  version: string | undefined;
}

export function openUploadBucket(bucket: string, config: S3ClientConfig = {}) {
  const client = new S3Client(config);
  return {
    async arrived(id: string): Promise<ArrivedObject | null> {
      try {
        const { Body, ContentType, VersionId } = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: quarantined(id) }),
        );
        return {
          bytes: (await Body?.transformToByteArray()) ?? new Uint8Array(),
          type: ContentType ?? "",
          version: VersionId,
        };
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },

    /** The scanner's verdict on exactly this version, or null. */
    async verdict(id: string, version: string | undefined): Promise<string | null> {
      const { TagSet } = await client.send(
        new GetObjectTaggingCommand({ Bucket: bucket, Key: quarantined(id), VersionId: version }),
      );
      return TagSet?.find(({ Key }) => Key === scanTag.name)?.Value ?? null;
    },

    async release(id: string, bytes: Uint8Array, type: string): Promise<void> {
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: released(id), Body: bytes, ContentType: type }),
      );
    },

    async read(id: string): Promise<Uint8Array> {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: released(id) }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },

    /** S3 removes old versions within a day. */
    async erase(id: string): Promise<void> {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: released(id) }));
    },

    async discard(id: string): Promise<void> {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: quarantined(id) }));
    },
  };
}

export type UploadBucket = ReturnType<typeof openUploadBucket>;
