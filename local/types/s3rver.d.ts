declare module "s3rver" {
  import type { Server } from "node:http";
  import type { AddressInfo } from "node:net";
  import type { GuardContext } from "../standins/upload-guard.ts";

  export default class S3rver {
    constructor(options: {
      address: string;
      port: number;
      directory: string;
      silent: boolean;
      vhostBuckets: boolean;
      allowMismatchedSignatures: boolean;
    });
    readonly store: {
      getBucket(name: string): Promise<object | null>;
      putBucket(name: string): Promise<unknown>;
      existsObject(bucket: string, key: string): Promise<boolean>;
      putObject(object: {
        bucket: string;
        key: string;
        content: Buffer;
        metadata: Record<string, string>;
      }): Promise<unknown>;
      deleteSubresource(bucket: string, key: string, type: string): Promise<void>;
    };
    /** Koa middleware, first entry outermost. */
    readonly middleware: ((ctx: GuardContext, next: () => Promise<void>) => Promise<void>)[];
    readonly httpServer: Server;
    run(): Promise<AddressInfo>;
    close(): Promise<void>;
  }
}
