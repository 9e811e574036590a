/** Content security policy. `uploads`: origin of the upload bucket. `styles`: hashes of inline styles. */
const createSecurityPolicy = (uploads: string, styles: readonly string[]) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${["'self'", ...styles].join(" ")}`,
    `connect-src 'self' ${uploads}`,
    "img-src 'self' data:",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Headers of every response. HSTS is left out, because plain HTTP must not send it. */
export const createPageHeaders = (uploads: string, styles: readonly string[]) => ({
  "content-security-policy": createSecurityPolicy(uploads, styles),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
});

const day = 86_400;

/** Asset names contain a hash. The edge caches pages until the next deployment. */
export const cacheControl = {
  asset: `public, max-age=${365 * day}, immutable`,
  page: `public, max-age=0, must-revalidate, s-maxage=${30 * day}`,
  worker: "no-store",
  /** Personal data: no disk cache, no back/forward cache. */
  person: "no-store",
};
