import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from "@aws-sdk/client-s3";

/** A bucket of documents. Endpoint, region and credentials come from the environment. */
export function openBucket(bucket: string, config: S3ClientConfig = {}) {
  const client = new S3Client({ forcePathStyle: true, ...config });
  return {
    /** Writes an object whole under its final name: S3 shows it only when it has arrived. */
    async put(key: string, body: Uint8Array, contentType: string): Promise<void> {
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType }),
      );
    },

    async get(key: string): Promise<Uint8Array> {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (!Body) throw new Error(`object ${key} is empty`);
      return Body.transformToByteArray();
    },

    /** Takes an object away; nothing happens where it is gone already. */
    async remove(key: string): Promise<void> {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },

    /** Keys below a prefix, in order. */
    async list(prefix: string): Promise<string[]> {
      const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
      return (Contents ?? []).flatMap(({ Key }) => (Key ? [Key] : []));
    },
  };
}

export type Bucket = ReturnType<typeof openBucket>;
