import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  UploadPartCommand,
} from "@aws-sdk/client-s3";

/** Bytes; S3 requires at least 5 MiB for all parts but the last. */
const partSize = 8 * 1024 * 1024;

export function openBucket(bucket: string, config: S3ClientConfig = {}) {
  const client = new S3Client({ forcePathStyle: true, ...config });
  const bucketOperations = {
    async put(key: string, body: Uint8Array, contentType: string): Promise<void> {
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType }),
      );
    },

    /** Writes an object in parts; it becomes visible once complete. */
    async putStream(key: string, chunks: AsyncIterable<Uint8Array>, contentType: string): Promise<void> {
      const place = { Bucket: bucket, Key: key };
      const parts = inParts(chunks);
      const first = await parts.next();
      const begun = first.done ? new Uint8Array() : first.value;
      if (begun.length < partSize) return bucketOperations.put(key, begun, contentType);
      const { UploadId } = await client.send(
        new CreateMultipartUploadCommand({ ...place, ContentType: contentType }),
      );
      try {
        const Parts: CompletedPart[] = [];
        const send = async (Body: Uint8Array) => {
          const PartNumber = Parts.length + 1;
          const { ETag } = await client.send(new UploadPartCommand({ ...place, UploadId, PartNumber, Body }));
          Parts.push({ ETag, PartNumber });
        };
        await send(begun);
        for await (const part of parts) await send(part);
        await client.send(
          new CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload: { Parts } }),
        );
      } catch (error) {
        // If the abort fails, a lifecycle rule of the bucket removes the parts.
        await client.send(new AbortMultipartUploadCommand({ ...place, UploadId })).catch(() => {});
        throw error;
      }
    },

    async get(key: string): Promise<Uint8Array> {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (!Body) throw new Error(`object ${key} is empty`);
      return Body.transformToByteArray();
    },

    async remove(key: string): Promise<void> {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },

    async list(prefix: string): Promise<string[]> {
      const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
      return (Contents ?? []).flatMap(({ Key }) => (Key ? [Key] : []));
    },
  };
  return bucketOperations;
}

async function* inParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let part = new Uint8Array(partSize);
  let used = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const taken = chunk.subarray(at, at + partSize - used);
      part.set(taken, used);
      used += taken.length;
      at += taken.length;
      if (used < partSize) continue;
      yield part;
      part = new Uint8Array(partSize);
      used = 0;
    }
  }
  if (used > 0) yield part.subarray(0, used);
}

export type Bucket = ReturnType<typeof openBucket>;
