import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AttachmentType,
  attachmentTypes,
  hasSignature,
  signatureBytes,
} from "#core/initiatives/attachment.ts";
import { readContentType } from "../../../functions/uploads/content.ts";
import { files } from "../../support/files.ts";

const types = Object.keys(attachmentTypes) as AttachmentType[];
const before = (count: number, byte = 0x0a) =>
  new Uint8Array([...new Uint8Array(count).fill(byte), ...files.pdf.bytes]);

describe("a file's signature", () => {
  it.each(Object.entries(files))(
    "of a %s is known when it is chosen and when it is scanned",
    async (_, file) => {
      expect(hasSignature(file.type, file.bytes.slice(0, signatureBytes))).toBe(true);
      expect(await readContentType(file.bytes)).toBe(file.type);
    },
  );

  it.each([
    [0, "application/pdf"],
    [1, "application/pdf"],
    [signatureBytes - 5, "application/pdf"],
    [signatureBytes - 4, null],
  ])("of a PDF behind %i other bytes gives %s at both places", async (count, type) => {
    const bytes = before(count);
    expect(hasSignature("application/pdf", bytes.slice(0, signatureBytes))).toBe(type !== null);
    expect(await readContentType(bytes)).toBe(type);
  });

  it("is there at the choice wherever the scan accepts the file", async () => {
    const pieces = Object.values(files).map(({ bytes }) => fc.constant(bytes));
    const bytes = fc
      .tuple(fc.uint8Array({ maxLength: 40 }), fc.oneof(...pieces), fc.uint8Array({ maxLength: 40 }))
      .map((parts) => new Uint8Array(parts.flatMap((part) => [...part])));
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const type = await readContentType(content);
        for (const each of types.filter((one) => one === type))
          expect(hasSignature(each, content.slice(0, signatureBytes))).toBe(true);
      }),
    );
  });
});
