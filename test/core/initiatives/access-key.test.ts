import fc from "fast-check";
import { expect, test } from "vitest";
import { accessKeyBytes, drawAccessKey } from "#core/initiatives/access-key.ts";

test("an access key is as long whatever it is drawn from, and no program cuts it at its end", () => {
  const bytes = fc.uint8Array({ minLength: accessKeyBytes, maxLength: accessKeyBytes });
  fc.assert(
    fc.property(bytes, (drawn) => {
      expect(drawAccessKey(drawn)).toMatch(/^[\w-]{31}[A-Za-z0-9]$/);
    }),
    { numRuns: 500 },
  );
});
