import { mkdir } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import S3rver from "s3rver";
import { createWriteOnce } from "../write-once.ts";
import { createSignatureGuard } from "./signature-guard.ts";
import { createUploadGuard } from "./upload-guard.ts";

/** Who may post uploads from the browser, and who hears of each that has arrived. */
export interface UploadReception {
  origin: string;
  arrived: (key: string) => void;
}

export interface S3 {
  endpoint: string;
  /** From now on pages of this origin may post to the bucket of uploads; until then none may. */
  acceptUploads(reception: UploadReception): void;
  stop(): Promise<void>;
}

/** Starts an S3 server over a folder with a bucket of documents, one of uploads, and one of the days' heads, which is written once, where it is named. */
export async function startS3(
  directory: string,
  buckets: { documents: string; uploads: string; heads?: string },
): Promise<S3> {
  await mkdir(directory, { recursive: true });
  const server = new S3rver({
    // By number, since the SDK would look for `<bucket>.localhost`.
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
  // A posted form carries its own signature, that of its policy.
  server.middleware.unshift(
    createUploadGuard({
      bucket: buckets.uploads,
      origin: () => reception?.origin ?? null,
      async keep(key, bytes, type) {
        const metadata = { "content-type": type };
        // What was found of an object that lay here before says nothing of this one.
        await store.deleteSubresource(buckets.uploads, key, "tagging");
        await store.putObject({ bucket: buckets.uploads, key, content: Buffer.from(bytes), metadata });
        reception?.arrived(key);
      },
    }),
  );
  // Its own way of making buckets warns of those that are there already.
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
