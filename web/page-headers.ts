/**
 * The content security policy of all that the site answers, said here alone: CloudFront sends it in the cloud (infra/web.ts), the local server on one
 * machine. Everything comes from the site itself; styles inside a page are known by hash (`styles`, web/page-styles.ts); files are posted to the bucket
 * of uploads, whose origin is `uploads`; pictures may lie inside the page. Nobody may frame it, and no form leads elsewhere.
 */
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

/** What goes with every answer, as header and value, but for HSTS, which a plain-http address must not send. */
export const createPageHeaders = (uploads: string, styles: readonly string[]) => ({
  "content-security-policy": createSecurityPolicy(uploads, styles),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
});

const day = 86_400;

/**
 * How long what is kept: what has its content's hash in its name for a year; pages by the edge alone, which forgets them at each deployment, while browsers
 * ask each time; by nobody the service worker, which decides about all others.
 */
export const cacheControl = {
  asset: `public, max-age=${365 * day}, immutable`,
  page: `public, max-age=0, must-revalidate, s-maxage=${30 * day}`,
  worker: "no-store",
  /** What stands on these pages is for one person: neither a disk nor the way back keeps it. */
  person: "no-store",
};
