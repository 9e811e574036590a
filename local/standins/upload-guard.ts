import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { attachmentLimits } from "#core/initiatives/attachment.ts";
import { localAccess } from "../credentials.ts";
import { checkPostPolicy, type S3Refusal } from "./post-policy.ts";

export interface GuardContext {
  method: string;
  path: string;
  req: IncomingMessage;
  res: ServerResponse;
  status: number;
  body: unknown;
  set(name: string, value: string): void;
}

interface GuardSettings {
  bucket: string;
  /** Origin of pages that may post; null for none. */
  origin: () => string | null;
  keep: (key: string, bytes: Uint8Array, type: string) => Promise<void>;
}

/** Allows 256 kB for the other fields. */
const largestForm = attachmentLimits.bytes + 256 * 1024;

export function createUploadGuard({ bucket, origin, keep }: GuardSettings) {
  return async (ctx: GuardContext, next: () => Promise<void>): Promise<void> => {
    const posted = ctx.path.replace(/\/$/, "") === `/${bucket}`;
    if (!posted || (ctx.method !== "POST" && ctx.method !== "OPTIONS")) return next();
    const asking = ctx.req.headers.origin;
    if (asking !== undefined && asking === origin()) {
      ctx.set("access-control-allow-origin", asking);
      ctx.set("access-control-allow-methods", "POST");
      ctx.set("vary", "origin");
    }
    if (ctx.method === "OPTIONS") {
      ctx.status = asking === origin() ? 200 : 403;
      ctx.body = "";
      return;
    }
    const refusal = await take(ctx.req);
    if (refusal) refuse(ctx, refusal);
    else ctx.status = 204;
  };

  async function take(request: IncomingMessage): Promise<S3Refusal | null> {
    const malformed = { status: 400, code: "MalformedPOSTRequest", message: "The body is not a form." };
    const body = await readAtMost(request, largestForm);
    if (!body) return { status: 400, code: "EntityTooLarge", message: "Your proposed upload is too large." };
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const form = await new Response(body, { headers }).formData().catch(() => null);
    if (!form) return malformed;
    const fields = new Map<string, string>();
    let file: File | null = null;
    for (const [name, value] of form) {
      if (name.toLowerCase() === "file" && typeof value !== "string") {
        file = value;
        // S3 ignores fields after the file.
        break;
      }
      if (typeof value !== "string" || fields.has(name.toLowerCase())) return malformed;
      fields.set(name.toLowerCase(), value);
    }
    if (!file)
      return { status: 400, code: "InvalidArgument", message: "POST requires exactly one file upload." };
    const refusal = checkPostPolicy({
      bucket,
      fields,
      size: file.size,
      secret: localAccess.credentials.secretAccessKey,
      now: Date.now(),
    });
    if (refusal) return refusal;
    const type = fields.get("content-type") ?? "binary/octet-stream";
    await keep(fields.get("key") ?? "", new Uint8Array(await file.arrayBuffer()), type);
    return null;
  }
}

async function readAtMost(request: IncomingMessage, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of Readable.from(request) as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Reads to the end, because an interrupted browser never reads the error.
    if (size <= most) chunks.push(chunk);
  }
  return size <= most ? new Uint8Array(Buffer.concat(chunks)) : null;
}

type Refusal = Pick<S3Refusal, "status" | "code"> & Partial<S3Refusal>;

export function refuse(ctx: GuardContext, { status, code, message }: Refusal): void {
  // Reads the whole request before responding.
  ctx.req.resume();
  ctx.status = status;
  ctx.set("content-type", "application/xml");
  const text = message === undefined ? "" : `<Message>${escapeXml(message)}</Message>`;
  ctx.body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code>${text}</Error>`;
}

const escapeXml = (text: string) => text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);
