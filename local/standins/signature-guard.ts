import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { encodeStrictly } from "../../functions/store/aws/read-link.ts";
import { localAccess } from "../credentials.ts";
import { isSignatureValid } from "./post-policy.ts";
import { type GuardContext, refuse } from "./upload-guard.ts";

/** Limit of S3, in milliseconds. */
const clockSkew = 15 * 60_000;

interface Signed {
  credential: string;
  signedHeaders: string;
  signature: string;
  /** Example: `20260615T050000Z`. */
  date: string;
  /** Milliseconds since 1970. */
  from: number;
  until: number;
  payloadHash: string;
}

/** Requires a valid Signature Version 4, which the S3 server does not check. */
export function createSignatureGuard(now: () => number = Date.now) {
  return async (ctx: GuardContext, next: () => Promise<void>): Promise<void> => {
    const url = new URL(ctx.req.url ?? "/", "http://s3");
    const code = findFault(ctx.req, url, now());
    if (code === null) return next();
    refuse(ctx, { status: 403, code });
  };
}

function findFault(request: IncomingMessage, url: URL, now: number): string | null {
  const signed = readHeader(request) ?? readQuery(url);
  if (!signed) return "AccessDenied";
  if (!(signed.from <= now && now <= signed.until)) return "RequestTimeTooSkewed";
  const [key, day = "", region = "", service = "", end = ""] = signed.credential.split("/");
  const { accessKeyId, secretAccessKey } = localAccess.credentials;
  if (key !== accessKeyId || service !== "s3" || end !== "aws4_request") return "InvalidAccessKeyId";
  const scope = [day, region, service, end];
  const hash = createHash("sha256")
    .update(canonicalRequest(request, url, signed))
    .digest("hex");
  const text = ["AWS4-HMAC-SHA256", signed.date, scope.join("/"), hash].join("\n");
  const matches = isSignatureValid({ secret: secretAccessKey, scope, text, signature: signed.signature });
  return matches ? null : "SignatureDoesNotMatch";
}

function readHeader({ headers }: IncomingMessage): Signed | null {
  const [, credential, signedHeaders, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? "",
    ) ?? [];
  const date = String(headers["x-amz-date"] ?? "");
  const at = instantOf(date);
  const payloadHash = String(headers["x-amz-content-sha256"] ?? "");
  if (!credential || !signedHeaders || !signature) return null;
  return {
    credential,
    signedHeaders,
    signature,
    date,
    from: at - clockSkew,
    until: at + clockSkew,
    payloadHash,
  };
}

function readQuery({ searchParams }: URL): Signed | null {
  const read = (name: string) => searchParams.get(name) ?? "";
  if (read("X-Amz-Algorithm") !== "AWS4-HMAC-SHA256") return null;
  const date = read("X-Amz-Date");
  const at = instantOf(date);
  return {
    credential: read("X-Amz-Credential"),
    signedHeaders: read("X-Amz-SignedHeaders"),
    signature: read("X-Amz-Signature"),
    date,
    from: at - clockSkew,
    until: at + Number(read("X-Amz-Expires")) * 1000,
    payloadHash: "UNSIGNED-PAYLOAD",
  };
}

/** NaN for an invalid date, so that comparisons fail. */
const instantOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));

function canonicalRequest(
  request: IncomingMessage,
  url: URL,
  { signedHeaders, payloadHash }: Signed,
): string {
  const [path = "/"] = (request.url ?? "/").split("?");
  const parameters = [...url.searchParams]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encodeStrictly(name)}=${encodeStrictly(value)}`)
    .sort();
  const headers = signedHeaders.split(";").map(
    (name) =>
      `${name}:${String(request.headers[name] ?? "")
        .trim()
        .replace(/ +/g, " ")}\n`,
  );
  return [request.method, path, parameters.join("&"), headers.join(""), signedHeaders, payloadHash].join(
    "\n",
  );
}
