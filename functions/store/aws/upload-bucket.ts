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

/** The tag in which GuardDuty Malware Protection for S3 leaves its verdict, and the one verdict that releases. */
export const scanTag = { name: "GuardDutyMalwareScanStatus", clean: "NO_THREATS_FOUND" } as const;

/** An object that has arrived: its bytes, the type it was said to have, and which version of it this is. */
export interface ArrivedObject {
  bytes: Uint8Array;
  type: string;
  version: string | undefined;
}

/** The bucket of attachments. Endpoint, region and credentials come from the environment. */
export function openUploadBucket(bucket: string, config: S3ClientConfig = {}) {
  const client = new S3Client(config);
  return {
    /** What lies in quarantine under an id, or null. */
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

    /** The scanner's verdict on exactly this version, or null while there is none. */
    async verdict(id: string, version: string | undefined): Promise<string | null> {
      const { TagSet } = await client.send(
        new GetObjectTaggingCommand({ Bucket: bucket, Key: quarantined(id), VersionId: version }),
      );
      return TagSet?.find(({ Key }) => Key === scanTag.name)?.Value ?? null;
    },

    /** Puts bytes that were found clean where they may be read. */
    async release(id: string, bytes: Uint8Array, type: string): Promise<void> {
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: released(id), Body: bytes, ContentType: type }),
      );
    },

    /** The bytes of a released file. */
    async read(id: string): Promise<Uint8Array> {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: released(id) }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },

    /** Takes a released file away; versions of it that S3 still has go within a day. Nothing happens where there is none. */
    async erase(id: string): Promise<void> {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: released(id) }));
    },

    /** Takes an upload out of quarantine; nothing happens where it is gone already. */
    async discard(id: string): Promise<void> {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: quarantined(id) }));
    },
  };
}

export type UploadBucket = ReturnType<typeof openUploadBucket>;
