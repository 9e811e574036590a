import { statSync } from "node:fs";
import { join } from "node:path";
import { createPageHeaders } from "../../web/page-headers.ts";
import { hashStylesOf } from "../../web/page-styles.ts";

/** Returns CloudFront's headers except HSTS, updated after a rebuild. */
export function readPageHeaders(directory: string, uploads: string): () => Record<string, string> {
  let builtAt = 0;
  let headers = createPageHeaders(uploads, []);
  return () => {
    // Builds write this file last, so it may be missing.
    const changed = statSync(join(directory, "index.html"), { throwIfNoEntry: false })?.mtimeMs ?? builtAt;
    if (changed !== builtAt) {
      headers = createPageHeaders(uploads, hashStylesOf(directory));
      builtAt = changed;
    }
    return headers;
  };
}
