/**
 * What CloudFront sends with every answer in the cloud, but for HSTS, which a plain-http address must not send. `uploads` is the origin
 * that files are posted to, `styles` the hashes of the styles inside the pages.
 */
export const createPageHeaders = (uploads: string, styles: readonly string[]) => ({
  "content-security-policy": `default-src 'self'; style-src ${["'self'", ...styles].join(" ")}; connect-src 'self' ${uploads}; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'`,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
});
