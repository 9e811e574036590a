import { hkdfSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveSecrets, fromBase64Url, isIdempotencyKey, parseId, toBase64Url } from "#core/base/ids.ts";
import { encodeId } from "#core/base/initiative-code.ts";

const letters = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];
const bytes = fc.uint8Array({ minLength: 7, maxLength: 7 });
const ids = bytes.map(encodeId);
const keys = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toBase64Url);
const bare = (id: string) => [...id.replaceAll("-", "")];

describe("the public code", () => {
  test("is twelve characters in three groups, of an alphabet without I, L, O and U", () => {
    fc.assert(fc.property(ids, (id) => /^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/.test(id)));
  });

  test("is read back as it was written", () => {
    fc.assert(fc.property(ids, (id) => parseId(id) === id));
  });

  test("tells every bit of the 55 apart", () => {
    fc.assert(
      fc.property(bytes, fc.nat(54), (given, bit) => {
        const other = Uint8Array.from(given);
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
        return encodeId(given) !== encodeId(other);
      }),
    );
  });

  test("any single wrong character is noticed, the check character's included", () => {
    fc.assert(
      fc.property(ids, (id) => {
        const right = bare(id);
        for (const [place, character] of right.entries())
          for (const wrong of letters)
            if (wrong !== character) expect(parseId(right.with(place, wrong).join(""))).toBeNull();
      }),
      { numRuns: 20 },
    );
  });

  test("any two different characters changed over are noticed, however far apart", () => {
    fc.assert(
      fc.property(ids, (id) => {
        const right = bare(id);
        for (let i = 0; i < right.length; i++)
          for (let j = i + 1; j < right.length; j++) {
            const [a = "", b = ""] = [right[i], right[j]];
            if (a !== b) expect(parseId(right.with(i, b).with(j, a).join(""))).toBeNull();
          }
      }),
      { numRuns: 50 },
    );
  });

  test("may be typed in lower case, with spaces or dashes anywhere, and with O, I and L for 0 and 1", () => {
    const likeness: Record<string, string[]> = { "0": ["0", "O", "o"], "1": ["1", "I", "i", "L", "l"] };
    const typed = ids.chain((id) =>
      fc.tuple(
        fc.constant(id),
        fc.tuple(
          ...bare(id).map((character) =>
            fc.tuple(
              fc.constantFrom("", " ", "-", "\u2013", "\u00a0"),
              fc.constantFrom(...(likeness[character] ?? [character, character.toLowerCase()])),
            ),
          ),
        ),
      ),
    );
    fc.assert(fc.property(typed, ([id, parts]) => parseId(parts.flat().join("")) === id));
    expect(parseId(encodeId(new Uint8Array(7)).replaceAll("0", "o"))).toBe("0000-0000-0000");
  });

  test.each(["", "7K3M", "0000-0000-00000", "0000-0000-000U", "0000_0000_0000", "INI#0000-0000"])(
    "%j is no code",
    (text) => expect(parseId(text)).toBeNull(),
  );
});

/** What a keyboard program makes of capitals and digits typed one after the other: a key puts its mark on the syllable's vowel. */
function mangle(code: string, method: "telex" | "vni"): string {
  const tones = method === "telex" ? "SFRXJ" : "12345";
  const toneMarks = ["\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];
  return [...code].reduce((before, typed) => {
    const text = before.normalize("NFD");
    const put = (at: number, mark: string) => (text.slice(0, at) + mark + text.slice(at)).normalize("NFC");
    const [whole, vowel = "", marks = "", final = ""] =
      /([AEYU])([\u0302\u0306\u031B]?)(CH|NG|NH|[CMNPT])?$/u.exec(text) ?? [];
    const behindVowel = text.length - final.length;
    if (whole && tones.includes(typed)) return put(behindVowel, toneMarks[tones.indexOf(typed)] ?? "");
    if (method === "telex") {
      if (typed === "D" && /D$/.test(text)) return `${before.slice(0, -1)}Đ`;
      if (whole && typed === vowel && /[AE]/.test(vowel) && !marks && !final)
        return put(behindVowel, "\u0302");
      if (typed === "W")
        return whole && vowel === "A" && !marks && !final ? put(behindVowel, "\u0306") : `${before}Ư`;
    } else {
      if (typed === "9" && /D$/.test(text)) return `${before.slice(0, -1)}Đ`;
      if (whole && typed === "6" && /[AE]/.test(vowel) && !marks) return put(behindVowel, "\u0302");
      if (whole && typed === "8" && vowel === "A" && !marks) return put(behindVowel, "\u0306");
    }
    return before + typed;
  }, "");
}

describe("a code that was typed with a Vietnamese keyboard", () => {
  test.each(["telex", "vni"] as const)(
    "of %s is read right, or refused where two readings are possible",
    (method) => {
      let mangled = 0;
      let refused = 0;
      fc.assert(
        fc.property(ids, (id) => {
          const typed = id
            .split("-")
            .map((each) => mangle(each, method))
            .join("-");
          if (typed === id) return true;
          mangled++;
          const read = parseId(typed.toLowerCase());
          if (read === null) refused++;
          return read === id || read === null;
        }),
        { numRuns: 3_000 },
      );
      expect(refused / mangled).toBeLessThan(0.03);
    },
  );

  test("W that became Ư is W", () => {
    const [id = ""] = letters
      .map((check) => parseId(`FYW4-7K3M-9QT${check}`))
      .filter((each) => each !== null);
    expect(id).toMatch(/^FYW4/);
    expect(parseId(id.replace("W", "Ư"))).toBe(id);
    expect(parseId(id.replace("W", "ư").toLowerCase())).toBe(id);
  });
});

describe("a code as people paste it", () => {
  const dressed = fc.constantFrom<[string, (id: string) => string][]>(
    ["em dashes", (id) => id.replaceAll("-", "\u2014")],
    ["minus signs", (id) => id.replaceAll("-", "\u2212")],
    ["full stops", (id) => `${id.replaceAll("-", ".")}.`],
    [
      "full-width characters",
      (id) => [...id].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)).join(""),
    ],
    ["its label", (id) => `Mã hồ sơ: ${id}`],
    ["its label without a colon", (id) => `mã hồ sơ ${id.toLowerCase()}`],
    ["words around it", (id) => `Hồ sơ ${id} của tôi`],
    ["invisible characters", (id) => `\u200B${id.replace("-", "\u00AD-\u2060")}\uFEFF`],
  );
  test("is read in any dress", () => {
    fc.assert(
      fc.property(ids, dressed, (id, [, dress]) => parseId(dress(id)) === id),
      { numRuns: 1_000 },
    );
  });

  test("of any length is read or refused, never waited for", () => {
    for (const text of [
      "Ấ".repeat(200),
      "Ấ ".repeat(100),
      `${"Ư".repeat(12)}`,
      "a".repeat(100_000),
      "-".repeat(100_000),
    ])
      expect(parseId(text)).toBeNull();
  });
});

describe("what is derived from the form's key", () => {
  test("is the same each time, so that a retry gets the same receipt", () => {
    fc.assert(
      fc.property(keys, (key) => {
        expect(deriveSecrets(key)).toEqual(deriveSecrets(key));
      }),
    );
  });

  test("is written down here once, so that receipts outlive any change of the code", () => {
    const { id, accessKey } = deriveSecrets("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    expect({ id, accessKey }).toMatchInlineSnapshot(`
      {
        "accessKey": "KPTJkxFnP8f-cTL5jvQ4Uxp9wHChkJAw",
        "id": "SFRS-K1E2-PF7M",
      }
    `);
  });

  test("differs in all its parts from key to key, and no part contains another", () => {
    fc.assert(
      fc.property(keys, keys, (one, two) => {
        fc.pre(one !== two);
        const [a, b] = [deriveSecrets(one), deriveSecrets(two)];
        expect(a.id).not.toBe(b.id);
        expect(a.accessKey).not.toBe(b.accessKey);
        expect(toBase64Url(a.bodyKey)).not.toBe(toBase64Url(b.bodyKey));
        expect(toBase64Url(a.bodyKey)).not.toContain(a.accessKey);
        expect(encodeId(fromBase64Url(a.accessKey))).not.toBe(a.id);
        expect(encodeId(fromBase64Url(one))).not.toBe(a.id);
      }),
    );
  });

  test("is HKDF-SHA-256 as others compute it, a label each", () => {
    fc.assert(
      fc.property(keys, (key) => {
        const derive = (label: string, length: number) =>
          new Uint8Array(hkdfSync("sha256", fromBase64Url(key), "", `doan-ket-sang-tao/${label}`, length));
        const { id, accessKey, bodyKey } = deriveSecrets(key);
        expect(id).toBe(encodeId(derive("id", 7)));
        const drawn = ["access", ...Array.from({ length: 20 }, (_, i) => `access/${i + 1}`)].map((label) =>
          toBase64Url(derive(label, 24)),
        );
        expect(accessKey).toBe(drawn.find((each) => /[A-Za-z0-9]$/.test(each)));
        expect(toBase64Url(bodyKey)).toBe(toBase64Url(derive("body", 32)));
      }),
    );
  });

  test("ends in no - or _, which programs leave out of a link", () => {
    fc.assert(
      fc.property(keys, (key) => /[A-Za-z0-9]$/.test(deriveSecrets(key).accessKey)),
      { numRuns: 500 },
    );
  });

  test("holds an access key of 192 bits", () => {
    fc.assert(fc.property(keys, (key) => fromBase64Url(deriveSecrets(key).accessKey).length === 24));
  });
});

describe("the idempotency key", () => {
  test("is 256 bits in base64url", () => {
    fc.assert(fc.property(keys, isIdempotencyKey));
  });

  test.each([
    ["too short", "A".repeat(42)],
    ["too long", "A".repeat(44)],
    ["padded", `${"A".repeat(43)}=`],
    ["in plain base64", `+${"A".repeat(42)}`],
    ["with bits that no 32 bytes have", `${"A".repeat(42)}B`],
  ])("is refused when %s", (_, text) => expect(isIdempotencyKey(text)).toBe(false));
});
