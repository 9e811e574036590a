import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { type Context, Hono } from "hono";
import { cacheControl } from "../../web/page-headers.ts";
import { missingPage, namesFile, pageAt, personPage } from "../../web/page-paths.ts";

const contentTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".map": "application/json; charset=utf-8",
};

const compressible = /^(text|application|image\/svg)/;
const encoders = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};
type Encoding = keyof typeof encoders;

interface KeptFile {
  changedAt: number;
  etag: string;
  body: Buffer;
  encoded: Map<Encoding, Promise<Buffer>>;
}

/** `directory` may be rebuilt meanwhile. */
export function serveStaticFiles(directory: string, pageHeaders: () => Record<string, string>): Hono {
  const files = new Map<string, KeptFile>();

  const read = async (path: string): Promise<KeptFile | null> => {
    try {
      const found = await stat(path);
      if (!found.isFile()) return null;
      const kept = files.get(path);
      if (kept?.changedAt === found.mtimeMs) return kept;
      const body = await readFile(path);
      const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
      const file = { changedAt: found.mtimeMs, etag, body, encoded: new Map() };
      files.set(path, file);
      return file;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ENOENT" || code === "ENOTDIR") return null;
      throw error;
    }
  };

  const answer = async (c: Context, path: string, file: KeptFile, status: 200 | 404) => {
    const type = contentTypes[extname(path)] ?? "application/octet-stream";
    const headers: Record<string, string> = {
      ...pageHeaders(),
      "content-type": type,
      etag: file.etag,
      vary: "accept-encoding",
      "cache-control": cacheControl[kindOf(directory, path)],
    };
    if (status === 200 && c.req.header("if-none-match") === file.etag) return c.body(null, 304, headers);
    const encoding = compressible.test(type) ? chooseEncoding(c.req.header("accept-encoding")) : null;
    let body = file.body;
    if (encoding) {
      const ready = file.encoded.get(encoding) ?? encoders[encoding](file.body);
      file.encoded.set(encoding, ready);
      headers["content-encoding"] = encoding;
      body = await ready;
    }
    return c.body(new Uint8Array(body), status, headers);
  };

  return new Hono().get("*", async (c) => {
    // Some programs write `#` in a link as `%23`.
    const requested = new URL(c.req.url).pathname.split(/%23/i)[0] ?? "/";
    const path = pathWithin(directory, requested);
    if (!path) return c.text("Bad Request", 400, pageHeaders());
    const page = namesFile(requested) ? null : pageAt(requested);
    const served = page === null ? path : join(directory, page);
    const file = await read(served);
    if (!file) return c.text("Not Found", 404, pageHeaders());
    return answer(c, served, file, page === missingPage ? 404 : 200);
  });
}

/** Cache class, as in infra/pages.ts. */
const kindOf = (directory: string, path: string): keyof typeof cacheControl =>
  path.startsWith(join(directory, "assets") + sep)
    ? "asset"
    : path === join(directory, "sw.js")
      ? "worker"
      : path === join(directory, personPage)
        ? "person"
        : "page";

/** Null for a path outside the directory. */
function pathWithin(directory: string, requested: string): string | null {
  try {
    const path = normalize(join(directory, decodeURIComponent(requested)));
    return !path.includes("\0") && (path + sep).startsWith(directory + sep)
      ? path.replace(/[/\\]$/, "")
      : null;
  } catch {
    return null;
  }
}

function chooseEncoding(accepted: string | undefined): Encoding | null {
  const names = (accepted ?? "").split(",").map((each) => each.split(";")[0]?.trim());
  return names.includes("br") ? "br" : names.includes("gzip") ? "gzip" : null;
}
