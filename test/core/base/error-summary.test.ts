import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summariseError } from "#core/base/error-summary.ts";
import { Problem } from "#core/base/problems.ts";

/** Text that a log would have from nowhere else, in the forms that people's words have: lines, frames, quotes. */
const secret = "bí mật của Ánh Tuyết";
const words = fc
  .tuple(fc.string(), fc.constantFrom("", "\n", "\n    at ", ": ", '"', "Error: "), fc.string())
  .map(([before, mark, after]) => `${before}${mark}${secret}${after}`);
const names = fc.constantFrom("Error", "TypeError", secret, `Ánh: ${secret}`);

/** Errors that say it wherever an error may say anything, also as a frame of their stack. */
const errors = fc
  .record({ message: words, name: names, property: words, framed: fc.boolean(), cause: fc.boolean() })
  .map(({ message, name, property, framed, cause }) => {
    const text = framed ? `${message}\n    at ${secret} (/app/x.ts:1:1)` : message;
    const error = new Error(text, cause ? { cause: new TypeError(property) } : {});
    return Object.assign(error, {
      name,
      code: property,
      input: property,
      Item: { name: { S: property } },
      CancellationReasons: [{ Code: "ConditionalCheckFailed", Message: property, Item: { a: property } }],
      $metadata: { httpStatusCode: 400, requestId: property },
    });
  });

describe("what is told of an error", () => {
  it("is never what it says, wherever it says it", () => {
    fc.assert(
      fc.property(errors, (error) => {
        expect(JSON.stringify(summariseError(error))).not.toContain(secret);
      }),
    );
  });

  it("is its name, its codes, what the service answered, where it was thrown, and so of its causes", () => {
    const cause = Object.assign(new TypeError("x"), {
      CancellationReasons: [{ Code: "ConditionalCheckFailed" }, { Code: "None" }],
      $metadata: { httpStatusCode: 503, requestId: "FFU4QTGP8HFKPU1CQE15DQ5A57VV4KQNSO5AEMVJF66Q9ASUAAJG" },
    });
    const problem = Object.assign(new Problem("store.unavailable"), { cause });
    expect(summariseError(problem)).toEqual({
      name: "Problem",
      codes: ["store.unavailable"],
      at: expect.arrayContaining([
        expect.stringMatching(/test\/core\/base\/error-summary\.test\.ts:\d+:\d+/),
      ]),
      cause: {
        name: "TypeError",
        codes: ["ConditionalCheckFailed", "None"],
        status: 503,
        serviceRequestId: "FFU4QTGP8HFKPU1CQE15DQ5A57VV4KQNSO5AEMVJF66Q9ASUAAJG",
        at: expect.any(Array),
      },
    });
    expect(summariseError(secret)).toEqual({ name: "string", at: [] });
  });
});
