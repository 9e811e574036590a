import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, commit, hashSecret, hashValue } from "#core/base/canonical.ts";

/** The same value with the members of every object in another order. */
function reorder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reorder);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reorder(member)]),
  );
}

describe("canonical JSON", () => {
  test("does not depend on the order of members", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => canonicalJson(value) === canonicalJson(reorder(value))));
  });

  test("survives being kept and read again", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => canonicalJson(JSON.parse(canonicalJson(value))) === canonicalJson(value),
      ),
    );
  });

  test("keeps the order of lists, and sorts by code unit at every depth", () => {
    expect(canonicalJson({ b: [2, 1], a: { d: "Đ", c: null } })).toBe('{"a":{"c":null,"d":"Đ"},"b":[2,1]}');
  });

  test("leaves undefined members out, as the store does", () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });
});

describe("hashes", () => {
  test("differ where values differ", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(hashValue(a) === hashValue(b)).toBe(canonicalJson(a) === canonicalJson(b));
      }),
    );
  });

  test("are SHA-256 in base64url", () => {
    expect(hashSecret("")).toBe("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
  });

  test("a commitment depends on its salt as on its value", () => {
    const salt = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(salt, salt, fc.jsonValue(), (one, two, value) => {
        fc.pre(one.join() !== two.join());
        expect(commit(one, value)).toBe(commit(one, reorder(value)));
        expect(commit(one, value)).not.toBe(commit(two, value));
      }),
    );
  });
});
