import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { headsPrefix } from "../keys.ts";

const fileOf = (day: string) => `${headsPrefix}${day}.json`;

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Nobody can change or delete objects of this bucket. */
export function openHeadsBucket(bucket: string, config: S3ClientConfig = {}) {
  const client = new S3Client({ forcePathStyle: true, ...config });
  return {
    async days(): Promise<string[]> {
      const days: string[] = [];
      let ContinuationToken: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: headsPrefix, ContinuationToken }),
        );
        for (const { Key = "" } of page.Contents ?? [])
          days.push(Key.slice(headsPrefix.length, -".json".length));
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken);
      return days.filter((name) => day.test(name)).sort();
    },

    async read(day: string): Promise<string | null> {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: fileOf(day) }));
        return (await Body?.transformToString()) ?? "";
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },

    /** False if the day's file exists. */
    async write(day: string, text: string): Promise<boolean> {
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: fileOf(day),
            Body: text,
            ContentType: "application/json",
            IfNoneMatch: "*",
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412) return false;
        throw error;
      }
    },
  };
}

export type HeadsBucket = ReturnType<typeof openHeadsBucket>;
