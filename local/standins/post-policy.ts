import { createHmac, timingSafeEqual } from "node:crypto";

export interface S3Refusal {
  status: number;
  code: string;
  message: string;
}

interface Policy {
  expiration?: unknown;
  conditions?: unknown;
}

const exempt = ["x-amz-signature", "file", "policy"];

const refuse = (status: number, code: string, message: string): S3Refusal => ({ status, code, message });
const denied = (message: string) => refuse(403, "AccessDenied", `Invalid according to Policy: ${message}`);

/**
 * Checks a signed POST policy (Signature Version 4). `fields` are the fields before the file, with lower-case
 * names.
 */
export function checkPostPolicy(given: {
  bucket: string;
  fields: ReadonlyMap<string, string>;
  size: number;
  secret: string;
  now: number;
}): S3Refusal | null {
  const { fields, secret } = given;
  const encoded = fields.get("policy");
  if (encoded === undefined) return refuse(403, "AccessDenied", "Access Denied");
  if (!isSigned(encoded, fields, secret))
    return refuse(403, "SignatureDoesNotMatch", "The request signature does not match.");
  let policy: Policy;
  try {
    policy = JSON.parse(Buffer.from(encoded, "base64").toString("utf8"));
  } catch {
    return refuse(400, "InvalidPolicyDocument", "Invalid Policy: Invalid JSON.");
  }
  const { expiration, conditions } = policy;
  if (typeof expiration !== "string" || !Array.isArray(conditions))
    return refuse(400, "InvalidPolicyDocument", "Invalid Policy: expiration and conditions are required.");
  // Negated, because an invalid date also counts as expired.
  if (!(Date.parse(expiration) > given.now)) return denied("Policy expired.");
  return checkConditions(conditions, given);
}

function checkConditions(
  conditions: unknown[],
  { bucket, fields, size }: { bucket: string; fields: ReadonlyMap<string, string>; size: number },
): S3Refusal | null {
  const named = new Set<string>();
  const fieldOf = (name: string) => (name === "bucket" ? bucket : (fields.get(name) ?? ""));
  for (const condition of conditions) {
    if (Array.isArray(condition) && condition[0] === "content-length-range") {
      const [, least, most] = condition;
      if (size < Number(least))
        return refuse(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
      if (size > Number(most))
        return refuse(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
      continue;
    }
    const [operator, name, value] = readCondition(condition);
    named.add(name);
    const found = fieldOf(name);
    const holds = operator === "eq" ? found === value : operator === "starts-with" && found.startsWith(value);
    if (!holds) return denied(`Policy Condition failed: ${JSON.stringify(condition)}`);
  }
  const extra = [...fields.keys()].filter(
    (name) => !named.has(name) && !exempt.includes(name) && !name.startsWith("x-ignore-"),
  );
  return extra.length > 0 ? denied(`Extra input fields: ${extra.join(", ")}`) : null;
}

/** `{"key": "a"}` equals `["eq", "$key", "a"]`. Invalid conditions never match. */
function readCondition(condition: unknown): [operator: string, name: string, value: string] {
  if (Array.isArray(condition)) {
    const [operator, name, value] = condition.map(String);
    return [operator ?? "", (name ?? "").replace(/^\$/, "").toLowerCase(), value ?? ""];
  }
  const [[name, value] = ["", ""], ...more] = Object.entries(condition ?? {});
  return more.length > 0 ? ["", name, ""] : ["eq", name.toLowerCase(), String(value)];
}

function isSigned(policy: string, fields: ReadonlyMap<string, string>, secret: string): boolean {
  const [, day = "", region = "", service = "", end] = (fields.get("x-amz-credential") ?? "").split("/");
  if (fields.get("x-amz-algorithm") !== "AWS4-HMAC-SHA256" || service !== "s3" || end !== "aws4_request")
    return false;
  const signature = fields.get("x-amz-signature") ?? "";
  return isSignatureValid({ secret, scope: [day, region, service, end], text: policy, signature });
}

/** Signature Version 4: `scope` is day, region, service and `aws4_request`. */
export function isSignatureValid(signed: {
  secret: string;
  scope: readonly string[];
  text: string;
  signature: string;
}): boolean {
  const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
  const key = signed.scope.reduce<string | Buffer>(hmac, `AWS4${signed.secret}`);
  const expected = hmac(key, signed.text);
  const given = Buffer.from(signed.signature, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
