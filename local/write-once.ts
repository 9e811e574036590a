import type { GuardContext } from "./standins/upload-guard.ts";

interface WriteOnceSettings {
  bucket: string;
  has: (key: string) => Promise<boolean>;
}

/**
 * Stands before the S3 server, which knows neither `If-None-Match` nor locks: what lies in this bucket stays as it was written, as the
 * bucket's policy and its lock have it in the cloud (infra/history-heads.ts).
 */
export function createWriteOnce({ bucket, has }: WriteOnceSettings) {
  const inside = `/${bucket}/`;
  return async (ctx: GuardContext, next: () => Promise<void>): Promise<void> => {
    if (!ctx.path.startsWith(inside) || ["GET", "HEAD"].includes(ctx.method)) return next();
    const refuse = (status: number, code: string) => {
      // The rest of the request is of no interest; the answer waits for its end.
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
