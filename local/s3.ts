import { mkdir } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import S3rver from "s3rver";

export interface S3 {
  endpoint: string;
  stop(): Promise<void>;
}

/** Starts an S3 server with one bucket over a folder. */
export async function startS3(directory: string, bucket: string): Promise<S3> {
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
  // Its own way of making buckets warns of those that are there already.
  if (!(await server.store.getBucket(bucket))) await server.store.putBucket(bucket);
  const { port } = (await server.run()) as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async stop() {
      server.httpServer.closeIdleConnections();
      await server.close();
    },
  };
}
