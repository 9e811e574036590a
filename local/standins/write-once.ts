import { type GuardContext, refuse } from "./upload-guard.ts";

interface WriteOnceSettings {
  bucket: string;
  has: (key: string) => Promise<boolean>;
}

/** Refuses replacing and deleting (infra/history-heads.ts). The S3 server lacks `If-None-Match` and object locks. */
export function createWriteOnce({ bucket, has }: WriteOnceSettings) {
  const inside = `/${bucket}/`;
  return async (ctx: GuardContext, next: () => Promise<void>): Promise<void> => {
    if (!ctx.path.startsWith(inside) || ["GET", "HEAD"].includes(ctx.method)) return next();
    if (ctx.method !== "PUT" || ctx.req.headers["if-none-match"] !== "*")
      return refuse(ctx, { status: 403, code: "AccessDenied" });
    const key = decodeURIComponent(ctx.path.slice(inside.length));
    return (await has(key)) ? refuse(ctx, { status: 412, code: "PreconditionFailed" }) : next();
  };
}
