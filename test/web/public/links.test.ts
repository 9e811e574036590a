import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveSecrets, toBase64Url } from "#core/base/ids.ts";
import {
  faultOfLink,
  pageOfLink,
  readAccessKey,
  readCoAuthorLink,
  readDossierLink,
} from "../../../web/src/public/follow/links.ts";
import { drawLink, readContinueHash } from "../../../web/src/public/form/drafts/link.ts";

const openings = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => deriveSecrets(toBase64Url(bytes)))
  .map(({ id, accessKey }) => ({ id, accessKey }));

/** What programs, and the people who use them, make of a link. */
const mangling = fc.constantFrom<((link: string) => string)[]>(
  (link) => link,
  (link) => link.slice(link.indexOf("#")),
  (link) => ` ${link} `,
  (link) => `${link}.`,
  (link) => `(${link})`,
  (link) => `“${link}”,`,
  (link) => `<${link}>`,
  (link) => `[hồ sơ](${link})`,
  (link) => `_${link}_`,
  (link) => link.replace("#", "%23"),
  (link) => link.replace("#", "%2523"),
  (link) => encodeURIComponent(link),
  (link) => `https://chuyen.example/?u=${encodeURIComponent(encodeURIComponent(link))}`,
  (link) => `${link.slice(0, 60)}\r\n${link.slice(60)}`,
  (link) => link.replace(/-/, "–"),
  (link) => `\u200B${link}\uFEFF`,
  (link) => `${link}%`,
  (link) => `Mời xem ${link} và báo lại.`,
);

describe("a link to a dossier", () => {
  test("opens it whatever programs did to it on the way", () => {
    fc.assert(
      fc.property(openings, mangling, ({ id, accessKey }, mangle) => {
        const link = `https://sang-kien.example.vn/tra-cuu#${id}.${accessKey}`;
        expect(readDossierLink(mangle(link))).toEqual({ id, accessKey });
      }),
      { numRuns: 500 },
    );
  });

  test("that lost or gained a character says what is wrong, and opens nothing else", () => {
    fc.assert(
      fc.property(openings, fc.nat(40), ({ id, accessKey }, n) => {
        const at = Math.min(n, accessKey.length - 1);
        expect(faultOfLink(`#${id}.${accessKey.slice(0, at)}`)).toBe("key");
        expect(faultOfLink(`#${id}.${accessKey}A`)).toBe("key");
        expect(faultOfLink(`#${id.replace(/.$/, "!")}.${accessKey}`)).toMatch(/^(code|link)$/);
        expect(faultOfLink(`#${id}.${accessKey}`)).toBeNull();
      }),
    );
  });

  test.each(["", "#", "#%E0%A4%A", "#noi-dung", "#main"])("%j names none", (other) => {
    expect(readDossierLink(other)).toBeNull();
  });

  test.each(["", "#", "#noi-dung"])("%j is no broken link either", (other) =>
    expect(faultOfLink(other)).toBeNull(),
  );
});

test("a link leads to its own page from whichever page it was pasted into", () => {
  const tokens = fc.uint8Array({ minLength: 18, maxLength: 18 }).map(toBase64Url);
  fc.assert(
    fc.property(
      openings,
      fc.integer({ min: 1, max: 19 }),
      tokens,
      mangling,
      (opening, author, drawn, mangle) => {
        const token = drawn.replace(/[-_]$/, "A");
        const asked = `/tra-cuu/dong-tac-gia#${opening.id}.${author}.${token}`;
        expect(readCoAuthorLink(mangle(`https://sang-kien.example.vn${asked}`))).toEqual({
          id: opening.id,
          author,
          token,
        });
        expect(pageOfLink(mangle(`https://sang-kien.example.vn${asked}`))).toBe(asked);
        const own = `/tra-cuu#${opening.id}.${opening.accessKey}`;
        expect(pageOfLink(mangle(`https://sang-kien.example.vn${own}`))).toBe(own);
        expect(pageOfLink(`#${opening.id}.${author}.${token.slice(1)}`)).toBeNull();
      },
    ),
  );
});

test("a key is read alone, with what was copied around it", () => {
  fc.assert(
    fc.property(openings, fc.constantFrom("", ".", "”", ")", " \n", "_"), ({ accessKey }, behind) => {
      for (const before of ["“", "Khóa tra cứu: ", "key:"])
        expect(readAccessKey(`${before}${accessKey}${behind}`)).toBe(accessKey);
      expect(readAccessKey(accessKey.slice(1))).toBeNull();
    }),
  );
});

test("a link to a draft is found in the same way", () => {
  fc.assert(
    fc.property(fc.constant(null).map(drawLink), mangling, ({ id, key }, mangle) => {
      const read = readContinueHash(
        mangle(`https://sang-kien.example.vn/gui/tiep-tuc#${id}.${key}`.replace("-", "-")),
      );
      // A dash of a draft's id is told from no other character, so that a changed one is a fault.
      if (read) expect(read).toEqual({ id, key });
    }),
  );
  expect(readContinueHash("#abc.def")).toBeNull();
});
