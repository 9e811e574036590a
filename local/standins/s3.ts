import { mkdir } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import S3rver from "s3rver";
import { createSignatureGuard } from "./signature-guard.ts";
import { createUploadGuard } from "./upload-guard.ts";
import { createWriteOnce } from "./write-once.ts";

export interface UploadReception {
  origin: string;
  arrived: (key: string) => void;
}

export interface S3 {
  endpoint: string;
  acceptUploads(reception: UploadReception): void;
  stop(): Promise<void>;
}

export async function startS3(
  directory: string,
  buckets: { documents: string; uploads: string; heads?: string },
): Promise<S3> {
  await mkdir(directory, { recursive: true });
  const server = new S3rver({
    // For a host name the SDK would use `<bucket>.localhost`.
    address: "127.0.0.1",
    port: 0,
    directory,
    silent: true,
    vhostBuckets: false,
    allowMismatchedSignatures: true,
  });
  let reception: UploadReception | null = null;
  const { store } = server;
  const { heads } = buckets;
  if (heads !== undefined)
    server.middleware.unshift(
      createWriteOnce({ bucket: heads, has: (key) => store.existsObject(heads, key) }),
    );
  server.middleware.unshift(createSignatureGuard());
  // Runs first, because posted forms are signed differently.
  server.middleware.unshift(
    createUploadGuard({
      bucket: buckets.uploads,
      origin: () => reception?.origin ?? null,
      async keep(key, bytes, type) {
        const metadata = { "content-type": type };
        // Removes an earlier object's tags.
        await store.deleteSubresource(buckets.uploads, key, "tagging");
        await store.putObject({ bucket: buckets.uploads, key, content: Buffer.from(bytes), metadata });
        reception?.arrived(key);
      },
    }),
  );
  // The server's own setup warns of existing buckets.
  for (const bucket of Object.values(buckets))
    if (!(await store.getBucket(bucket))) await store.putBucket(bucket);
  const { port } = (await server.run()) as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    acceptUploads(given) {
      reception = given;
    },
    async stop() {
      server.httpServer.closeIdleConnections();
      await server.close();
    },
  };
}
