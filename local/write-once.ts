import type { GuardContext } from "./standins/upload-guard.ts";

interface WriteOnceSettings {
  bucket: string;
  has: (key: string) => Promise<boolean>;
}

/** The S3 server lacks `If-None-Match` and locks (infra/history-heads.ts). */
export function createWriteOnce({ bucket, has }: WriteOnceSettings) {
  const inside = `/${bucket}/`;
  return async (ctx: GuardContext, next: () => Promise<void>): Promise<void> => {
    if (!ctx.path.startsWith(inside) || ["GET", "HEAD"].includes(ctx.method)) return next();
    const refuse = (status: number, code: string) => {
      // The response waits for the end of the request.
      ctx.req.resume();
      ctx.status = status;
      ctx.set("content-type", "application/xml");
      ctx.body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`;
    };
    if (ctx.method !== "PUT" || ctx.req.headers["if-none-match"] !== "*") return refuse(403, "AccessDenied");
    const key = decodeURIComponent(ctx.path.slice(inside.length));
    return (await has(key)) ? refuse(412, "PreconditionFailed") : next();
  };
}
