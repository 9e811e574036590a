import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Attachment } from "#core/initiatives/attachment.ts";
import { createUploadSigner } from "../../functions/store/aws/upload-signer.ts";
import { openTable } from "../../functions/store/table.ts";

const access = {
  region: "ap-southeast-1",
  credentials: { accessKeyId: "AKIATEST", secretAccessKey: "của bài thử", sessionToken: "t/o+k=en" },
};
const now = new Date("2026-06-15T05:06:07.890Z");
const file: Attachment = {
  id: "AAAAAAAAAAAAAAAAAAAAAA",
  name: "Ảnh (thùng ủ) 'mới'.png",
  type: "image/png",
  size: 70_123,
};

const { client } = openTable("t", access);
const s3 = new S3Client({
  ...access,
  requestChecksumCalculation: "WHEN_REQUIRED",
  responseChecksumValidation: "WHEN_REQUIRED",
});
const signer = createUploadSigner(
  client,
  "uploads",
  "https://uploads.s3.ap-southeast-1.amazonaws.com",
  () => now,
);

beforeAll(() => {
  vi.useFakeTimers({ now, toFake: ["Date"] });
});
afterAll(() => {
  vi.useRealTimers();
  client.destroy();
  s3.destroy();
});

describe("a permission to upload", () => {
  it("asks for the key, the type and the number of bytes that were announced, within twenty minutes", async () => {
    const { url, fields } = await signer.permit(file.id, file);
    expect(url).toBe("https://uploads.s3.ap-southeast-1.amazonaws.com/");
    const policy = JSON.parse(Buffer.from(fields.Policy ?? "", "base64").toString("utf8"));
    expect(policy.expiration).toBe("2026-06-15T05:26:07Z");
    expect(policy.conditions).toEqual([
      ["content-length-range", 70_123, 70_123],
      { "Content-Type": "image/png" },
      { bucket: "uploads" },
      { "X-Amz-Algorithm": "AWS4-HMAC-SHA256" },
      { "X-Amz-Credential": "AKIATEST/20260615/ap-southeast-1/s3/aws4_request" },
      { "X-Amz-Date": "20260615T050607Z" },
      { "X-Amz-Security-Token": "t/o+k=en" },
      { key: "quarantine/AAAAAAAAAAAAAAAAAAAAAA" },
    ]);
  });

  it("is the one that AWS's own library would give", async () => {
    const theirs = await createPresignedPost(s3, {
      Bucket: "uploads",
      Key: `quarantine/${file.id}`,
      Conditions: [["content-length-range", file.size, file.size]],
      Fields: { "Content-Type": file.type },
      Expires: 20 * 60,
    });
    expect(await signer.permit(file.id, file)).toEqual(theirs);
  });
});

describe("a link to a file", () => {
  it("is the one that AWS's own library would give, but for what that says of itself", async () => {
    const command = new GetObjectCommand({
      Bucket: "uploads",
      Key: `clean/${file.id}`,
      ResponseContentType: file.type,
      ResponseContentDisposition:
        "attachment; filename*=UTF-8''%E1%BA%A2nh%20%28th%C3%B9ng%20%E1%BB%A7%29%20%27m%E1%BB%9Bi%27.png",
    });
    // Marks of the SDK in the address, of which S3 knows nothing.
    command.middlewareStack.add(
      (next) => (args) => {
        const { query } = args.request as { query: Record<string, string> };
        delete query["x-id"];
        return next(args);
      },
      { step: "build", name: "withoutMarks", priority: "low" },
    );
    const theirs = new URL(await getSignedUrl(s3, command, { expiresIn: 300, signingDate: now }));
    const ours = new URL(await signer.link(file));
    expect(ours.origin + ours.pathname).toBe(theirs.origin + theirs.pathname);
    expect(Object.fromEntries(ours.searchParams)).toEqual(Object.fromEntries(theirs.searchParams));
  });
});
