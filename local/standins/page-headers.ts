import { statSync } from "node:fs";
import { join } from "node:path";
import { createPageHeaders } from "../../web/page-headers.ts";
import { hashStylesOf } from "../../web/page-styles.ts";

/**
 * What CloudFront sends with every answer in the cloud, but for HSTS, as the pages in `directory` are built by now. `uploads` is the origin that files are
 * posted to.
 */
export function readPageHeaders(directory: string, uploads: string): () => Record<string, string> {
  let builtAt = 0;
  let headers = createPageHeaders(uploads, []);
  return () => {
    // The last to be written; while it is missing the pages are being built anew.
    const changed = statSync(join(directory, "index.html"), { throwIfNoEntry: false })?.mtimeMs ?? builtAt;
    if (changed !== builtAt) {
      headers = createPageHeaders(uploads, hashStylesOf(directory));
      builtAt = changed;
    }
    return headers;
  };
}
