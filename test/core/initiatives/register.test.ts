import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeId } from "#core/base/initiative-code.ts";
import { findWords, toPlainWords } from "#core/base/search-key.ts";
import { summarise } from "#core/initiatives/initiative.ts";
import {
  type RegisterQuery,
  type RegisterRow,
  registerEntryOf,
  searchRegister,
} from "#core/initiatives/register.ts";
import { buildInitiative } from "../../support/submissions.ts";

const anything: RegisterQuery = {
  text: "",
  state: null,
  field: null,
  system: null,
  affiliation: null,
  count: null,
  month: null,
};

const row = (number: number, name: string, title: string, phone = "0912345678"): RegisterRow => {
  const initiative = buildInitiative();
  const [author] = initiative.application.authors;
  if (!author) throw new Error("an application has an author");
  const changed = {
    ...initiative,
    id: encodeId(new Uint8Array([number, 2, 3, 4, 5, 6, 7])),
    number,
    application: {
      ...initiative.application,
      title,
      authors: [{ ...author, fullName: name }],
      contact: { phone, email: "ai.do@example.vn" },
    },
  };
  return { summary: summarise(changed), entry: registerEntryOf(changed) };
};

const rows = [
  row(1, "Nguyễn Thị Hòa", "Tủ quần áo từ thiện", "0905111222"),
  row(2, "Trần Văn Hoá", "Đèn đường nông thôn"),
  row(3, "Lê Kỹ", "Sổ thuốc cho người già"),
  row(12, "Đặng Đức Hoa", "Con đường hoa"),
];
const find = (text: string, more: Partial<RegisterQuery> = {}) =>
  searchRegister(rows, { ...anything, ...more, text }, "2026-11-22").map(({ summary }) => summary.number);

describe("the register is searched", () => {
  test.each([
    ["hòa", [1, 2, 12]],
    ["hoà", [1, 2, 12]],
    ["HÒA", [1, 2, 12]],
    ["hoa\u0300", [1, 2, 12]],
    ["Ðặng", [12]],
    ["ðặng Ɖức", [12]],
    ["đèn", [2]],
    ["Ðe\u0300n đu\u200Bờng", [2]],
    ["ｈｏａ", [12, 1, 2]],
    ["hoa", [12, 1, 2]],
    ["nguyen thi hoa", [1]],
    ["Thị Hò", [1]],
    ["kĩ", [3]],
    ["dang duc", [12]],
    ["đường", [2, 12]],
    ["duong", [2, 12]],
    ["0905 111 222", [1]],
    ["+84 905.111.222", [1]],
    ["905111", [1]],
    ["ai.do@", [1, 2, 3, 12]],
    ["12", [12]],
    ["xyz", []],
  ])("for %s", (text, numbers) => expect(find(text)).toEqual(numbers));

  test("for a code as it is typed", () => {
    const id = rows[2]?.summary.id ?? "";
    expect(find(id.toLowerCase().replaceAll("-", " "))).toEqual([3]);
  });

  test("within a state, a field and a system", () => {
    expect(find("", { state: "registered" })).toEqual([1, 2, 3, 12]);
    expect(find("", { state: "refused" })).toEqual([]);
    expect(find("hoa", { field: rows[0]?.entry?.field ?? null })).toEqual([12, 1, 2]);
    expect(find("", { system: "member" })).toEqual(rows[0]?.summary.system === "member" ? [1, 2, 3, 12] : []);
  });

  test("any name is found by any beginning of its words, with or without marks", () => {
    const words = fc.constantFrom("Nguyễn", "Thị", "Hòa", "Đặng", "Quý", "Kỹ", "Trường", "Ưng", "Ơn");
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), fc.nat(20), (name, cut) => {
        const whole = name.join(" ");
        const typed = whole.slice(0, 1 + (cut % whole.length));
        const lines = [row(1, whole, "Một tên khác")];
        for (const text of [typed, whole, whole.toUpperCase(), toPlainWords(whole)])
          expect(searchRegister(lines, { ...anything, text }, "2026-11-22").length, text).toBe(1);
      }),
    );
  });
});

test("words are the same however their letters are composed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(toPlainWords(text)).toMatch(/^[\p{L}\p{N} ]*$/u);
      expect(toPlainWords(text.normalize("NFC"))).toBe(toPlainWords(text.normalize("NFD")));
      if (toPlainWords(text) !== "")
        expect(findWords(text.normalize("NFD"), text.normalize("NFC"))).toBe("toned");
    }),
  );
});
